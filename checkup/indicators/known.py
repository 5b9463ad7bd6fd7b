"""Known programs: one index over all lists, asked by checks."""


class Known:
    """The index. Filled by the owner of `indicators`."""
