"""Facts from this machine or from a given folder."""
