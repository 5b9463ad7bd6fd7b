"""Passphrases, strength and breach look-up."""
