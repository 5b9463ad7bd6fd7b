"""Importers: public lists, in the forms they come in, brought to the one form of the index."""
