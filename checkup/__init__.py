"""Checkup: a calm walk through a privacy and account-security checkup of one's own devices."""

__version__ = "0.1.0"
