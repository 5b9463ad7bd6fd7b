"""Lists of known programs: one index."""
