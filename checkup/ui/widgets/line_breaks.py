"""Words broken into lines for what Qt does not wrap: buttons and boxes are as wide as their words."""


def in_lines(words: str, longest: int) -> str:
    """Return words broken into lines of so many letters."""
    import textwrap

    return "\n".join(line for part in words.splitlines() for line in textwrap.wrap(part, longest) or [part])
