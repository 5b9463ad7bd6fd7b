"""Facts from an iPhone's backup in a folder: read in place, decrypted in memory only."""
