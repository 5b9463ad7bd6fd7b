"""Facts from a computer, one face for every system."""
