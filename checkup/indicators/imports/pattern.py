"""STIX patterns, as far as single values can be looked up: `[domain-name:value = 'a' OR url:value = 'b']`.

Taken apart is only what keeps its meaning:

- any one of several values (`OR`, `IN`, several `[…]` joined by OR);
- `LIKE '%.example.org'` and `MATCHES` of a name with or without what stands before it: a name of a list
  stands for all names under it anyway;
- `AND` where one of both is a file's hash: whoever has the hash has that very file, whatever else is said
  of it.

The rest says more than a single value can (both at once, one after the other, within a time, not): half of
such a pattern would match where the whole does not. It is counted by what it is.

Not even as a lead: what is said by `FOLLOWEDBY` is mostly that an ordinary page led on to a bad one. The
first half is then what anybody visits; the second is bad by itself only where the list says so in an entry
of its own, and that entry is used. Nor could the order be looked up: of a host the first and the last visit
are kept, of other sources no time at all.

References: OASIS STIX 2.1, part 9 (patterning).
"""

import re
from collections.abc import Iterator

_SPACE = r"\s*"
_TEXT = r"'(?:[^'\\]|\\.)*'"
_COMPARED = re.compile(
    rf"{_SPACE}(?P<path>[a-z][a-z0-9-]*:(?:[\w.-]|{_TEXT})+){_SPACE}"
    rf"(?:(?P<how>=|LIKE\b|MATCHES\b){_SPACE}(?P<one>{_TEXT})"
    rf"|IN{_SPACE}\((?P<some>{_SPACE}{_TEXT}(?:{_SPACE},{_SPACE}{_TEXT})*){_SPACE}\))"
    rf"{_SPACE}",
    re.ASCII,
)
_SIMPLE = re.compile(r"\[([a-z0-9-]+:[A-Za-z0-9_.'-]+) ?= ?'([^'\\]*)'\]", re.ASCII)
_JOINED = re.compile(r"(OR|AND)\b")
_BETWEEN = re.compile(r"\]\s*OR\s*\[")
_ESCAPED = re.compile(r"\\(.)")
_QUOTED = re.compile(_TEXT)
_PATH = re.compile(r"[a-z][a-z0-9-]*:[\w.'-]+", re.ASCII)
_WORDS = re.compile(r"\b(FOLLOWEDBY|WITHIN|REPEATS|START|NOT|AND|LIKE|MATCHES|ISSUBSET|ISSUPERSET|EXISTS)\b")
_HASH = "file:hashes."
_NAME = "domain-name:value"
_UNDER = re.compile(r"%\.([\w-]+(?:\.[\w-]+)+)", re.ASCII)
# What stands before a name in expressions for it and all under it, or for it alone.
_BEFORE = (
    *(r"^(.*\.)?", r"^(.+\.)?", r"^(?:.*\.)?", r"^(?:.+\.)?", r"(^|\.)", r"(?:^|\.)"),
    *(r"^.*\.", r"^.+\.", r".*\.", r".+\.", r"^"),
)
_REST = re.compile(r"[a-z0-9-]+(?:\\\.[a-z0-9-]+)+\$", re.ASCII | re.IGNORECASE)

END = "end"
Pair = tuple[str, str]


def compared(pattern: str) -> tuple[Pair, ...] | None:
    """Return the object paths and values of a pattern of which any one is enough; None for others."""
    if simple := _SIMPLE.fullmatch(pattern):  # nearly always
        return ((simple[1].replace("'", "").lower(), simple[2]),)
    text = pattern.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return None
    found: list[Pair] = []
    together: list[tuple[Pair, ...]] = []
    at, end = 1, len(text) - 1
    while True:
        match = _COMPARED.match(text, at, end)
        pairs = _pairs(match) if match else None
        if match is None or pairs is None:
            return None
        together.append(pairs)
        at, joint = _joint(text, match.end(), end)
        if joint != "AND":
            some = _any_of(together)
            if some is None or joint == "":
                return None
            found.extend(some)
            together = []
        if joint == END:
            return tuple(found)


def _joint(text: str, at: int, end: int) -> tuple[int, str]:
    """Return where what follows begins and how it is joined: OR, AND, END, or "" for anything else."""
    if at == end:
        return at, END
    if joined := _JOINED.match(text, at, end):
        return joined.end(), joined[1]
    between = _BETWEEN.match(text, at, end)
    return (between.end(), "OR") if between else (at, "")


def unused(pattern: str) -> str:
    """Return what a pattern is, for saying what was not used: its first path, and the word it turns on."""
    match, word = _PATH.search(pattern), _WORDS.search(_QUOTED.sub("", pattern))
    path = match[0] if match else "pattern"
    return f"{path} {word[1]}" if match and word else path


def _any_of(together: list[tuple[Pair, ...]]) -> tuple[Pair, ...] | None:
    """Return the values of what is joined by AND, any of which is enough; None where none is."""
    if len(together) == 1:
        return together[0]
    hashes = [pairs for pairs in together if all(path.startswith(_HASH) for path, _ in pairs)]
    about_files = all(path.startswith("file:") for pairs in together for path, _ in pairs)
    return hashes[0] if hashes and about_files else None


def _pairs(match: re.Match[str]) -> tuple[Pair, ...] | None:
    path = match["path"].replace("'", "").lower()
    values = tuple(_values(match))
    if match["how"] in (None, "="):
        return tuple((path, value) for value in values)
    read = _like if match["how"] == "LIKE" else _matching
    name = read(values[0]) if path == _NAME else ""
    return ((path, name),) if name else None


def _values(match: re.Match[str]) -> Iterator[str]:
    for quoted in _QUOTED.findall(match["one"] or match["some"]):
        yield _ESCAPED.sub(r"\1", quoted[1:-1])


def _like(value: str) -> str:
    """Return the name that stands for all that this likens, "" where none does."""
    if found := _UNDER.fullmatch(value):
        return found[1]
    return "" if set(value) & {"%", "_"} else value


def _matching(value: str) -> str:
    """Return the name that stands for all that this expression matches, "" where none does."""
    before = next((one for one in _BEFORE if value.startswith(one)), None)
    rest = value.removeprefix(before) if before else ""
    return rest[:-1].replace("\\.", ".") if _REST.fullmatch(rest) else ""
