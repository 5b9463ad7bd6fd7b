"""The one encrypted file."""
