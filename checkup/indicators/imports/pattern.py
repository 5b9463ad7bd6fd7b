"""STIX patterns, as far as single values can be looked up: `[domain-name:value = 'a' OR url:value = 'b']`.

What says more than "this value or that one" (AND, FOLLOWEDBY, LIKE, NOT, times) is not taken apart;
half of such a pattern would match where the whole does not.

References: OASIS STIX 2.1, part 9 (patterning).
"""

import re
from collections.abc import Iterator

_SPACE = r"\s*"
_TEXT = r"'(?:[^'\\]|\\.)*'"
_COMPARED = re.compile(
    rf"{_SPACE}(?P<path>[a-z][a-z0-9-]*:(?:[\w.-]|{_TEXT})+){_SPACE}"
    rf"(?:={_SPACE}(?P<one>{_TEXT})|IN{_SPACE}\((?P<some>{_SPACE}{_TEXT}(?:{_SPACE},{_SPACE}{_TEXT})*){_SPACE}\))"
    rf"{_SPACE}",
    re.ASCII,
)
_SIMPLE = re.compile(r"\[([a-z0-9-]+:[A-Za-z0-9_.'-]+) ?= ?'([^'\\]*)'\]", re.ASCII)
_JOINED = re.compile(r"OR\b")
_BETWEEN = re.compile(r"\]\s*OR\s*\[")
_ESCAPED = re.compile(r"\\(.)")
_QUOTED = re.compile(_TEXT)
_PATH = re.compile(r"[a-z][a-z0-9-]*:[\w.'-]+", re.ASCII)


def compared(pattern: str) -> tuple[tuple[str, str], ...] | None:
    """Return the object paths and values of a pattern of which any one is enough; None for others."""
    if simple := _SIMPLE.fullmatch(pattern):  # nearly always
        return ((simple[1].replace("'", "").lower(), simple[2]),)
    text = pattern.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return None
    found: list[tuple[str, str]] = []
    at, end = 1, len(text) - 1
    while True:
        match = _COMPARED.match(text, at, end)
        if match is None:
            return None
        found.extend(_pairs(match))
        at = match.end()
        if at == end:
            return tuple(found)
        joined = _JOINED.match(text, at, end) or _BETWEEN.match(text, at, end)
        if joined is None:
            return None
        at = joined.end()


def object_path(pattern: str) -> str:
    """Return the first object path of a pattern, for saying what was not used."""
    match = _PATH.search(pattern)
    return match[0] if match else "pattern"


def _pairs(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    path = match["path"].replace("'", "").lower()
    for quoted in _QUOTED.findall(match["one"] or match["some"]):
        yield path, _ESCAPED.sub(r"\1", quoted[1:-1])
