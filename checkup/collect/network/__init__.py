"""Facts from a network capture in a file: read once, from its beginning to its end."""
