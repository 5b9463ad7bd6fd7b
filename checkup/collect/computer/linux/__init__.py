"""Facts from a Linux computer or a mounted Linux disk."""
