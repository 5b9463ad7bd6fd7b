"""Words broken into lines for what Qt does not wrap: buttons and boxes are as wide as their words."""


def in_lines(words: str, longest: int) -> str:
    """Return words broken into lines of so many letters, before what is in brackets where there is such."""
    import textwrap

    lines: list[str] = []
    for part in words.splitlines():
        pieces = part.replace(" (", "\n(", 1).split("\n") if len(part) > longest else [part]
        lines += (line for piece in pieces for line in textwrap.wrap(piece, longest) or [piece])
    return "\n".join(lines)
