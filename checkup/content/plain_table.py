"""Reads tables of plain words: the form that the words and colours of the first page are written in.

It is a part of TOML: headings, remarks, one `name = "value"` a line with no escape but that of a line's
end, and texts of several lines between lines of three quotes. For what is written otherwise there is the
library's reader, which takes longer to load than these files take to read.
"""

from collections.abc import Iterator

Table = dict[str, object]

_QUOTES = '"""'
_LINE_END = r"\n"


def read_table(text: str) -> Table:
    """Return what a TOML text holds; raises `tomllib.TOMLDecodeError` where it is none."""
    found = _plain(text)
    if found is not None:
        return found
    import tomllib

    return tomllib.loads(text)


def _plain(text: str) -> Table | None:
    """Return the table, or None where something is in another form."""
    if not text.replace("\n", "").isprintable():
        return None
    whole: Table = {}
    node: Table | None = whole
    headings: set[str] = set()
    lines = iter(text.split("\n"))
    for line in lines:
        if line.startswith("["):
            node = None if line in headings else _below(whole, line)
            headings.add(line)
        elif line and line[0] != "#" and node is not None and not _is_added(node, line, lines):
            node = None
        if node is None:
            return None
    return whole


def _below(whole: Table, heading: str) -> Table | None:
    """Return the table of a heading, made where there is none; None where it is no plain heading."""
    if not heading.endswith("]"):
        return None
    node: object = whole
    for name in heading[1:-1].split("."):
        if not isinstance(node, dict) or not _is_name(name):
            return None
        node = node.setdefault(name, {})
    return node if isinstance(node, dict) else None


def _is_added(node: Table, line: str, following: Iterator[str]) -> bool:
    """Put a line's name and value into the table; False where it is no plain line."""
    name, _, rest = line.partition(" = ")
    value = _several(following) if rest == _QUOTES else _one(rest)
    if value is None or not _is_name(name) or name in node:
        return False
    node[name] = value
    return True


def _one(quoted: str) -> str | None:
    value = quoted[1:-1]
    if quoted != f'"{value}"' or '"' in value or "\\" in value.replace(_LINE_END, ""):
        return None
    return value.replace(_LINE_END, "\n")


def _several(lines: Iterator[str]) -> str | None:
    """Return the lines up to one of three quotes; None where there is none, or one in another place."""
    value = ""
    for line in lines:
        if line == _QUOTES:
            return value
        if _QUOTES in line or "\\" in line:
            return None
        value += f"{line}\n"
    return None


def _is_name(name: str) -> bool:
    return name.isascii() and name.replace("_", "a").isalnum()
