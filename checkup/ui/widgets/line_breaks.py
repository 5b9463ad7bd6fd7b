"""Words broken into lines for what Qt does not wrap: buttons and boxes are as wide as their words."""


def in_lines(words: str, longest: int) -> str:
    """Return words broken into lines of so many letters, before a bracket where that is enough."""
    import textwrap

    lines: list[str] = []
    for part in words.splitlines():
        pieces = part.replace(" (", "\n(", 1).split("\n")
        if len(part) > longest and all(len(piece) <= longest for piece in pieces):
            lines += pieces
        else:
            lines += textwrap.wrap(part, longest) or [part]
    return "\n".join(lines)
