"""The value types: frozen, typed, the same for the command line's JSON and the encrypted record.

They hold ids and facts, never sentences. The window and the printed plan find the words.
"""
