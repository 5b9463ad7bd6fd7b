"""A small HTML page as plain lines, and its "label: value" pairs; nothing in it is followed or run."""

from html.parser import HTMLParser

BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "table", "ul", "title", "body"})
HIDDEN = frozenset({"script", "style"})
LONGEST_LINE = 2000
MOST_LINES = 200_000


class _Lines(HTMLParser):
    """Gathers the text between tags; cells of one row are parted by a tab."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in HIDDEN:
            self._hidden += 1
        elif tag in BREAKS:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def plain_lines(text: str) -> list[str]:
    """Return the lines a person would see, without empty ones."""
    parser = _Lines()
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, ValueError):  # odd declarations; what came before them holds
        pass
    lines = (line.strip(" \r")[:LONGEST_LINE] for line in "".join(parser.parts).split("\n"))
    return [line for line in lines if line.strip()][:MOST_LINES]


def labelled(lines: list[str]) -> dict[str, str]:
    """Return what stands after "label:" in a line, by the label in small letters; the first counts."""
    found: dict[str, str] = {}
    for line in lines:
        label, mark, value = line.replace("\xa0", " ").partition(":")
        if mark and value.strip():
            found.setdefault(label.strip().casefold().replace("’", "'"), value.strip())
    return found
