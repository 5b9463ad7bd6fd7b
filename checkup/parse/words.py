"""A command line taken apart into words: quotes and escapes resolved, nothing expanded, nothing run."""

import re

MOST_WORDS = 500
MOST_TEXT = 32 * 1024

_PLAIN = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "s": " "}
_PIECE = re.compile(
    r"""(?P<space>\s+)
      | "(?P<double>(?:[^"\\]|\\.)*)"
      | '(?P<single>[^']*)'
      | (?P<escape>\\(?:x[0-9A-Fa-f]{2}|[0-7]{3}|.))
      | (?P<bare>[^\s"'\\]+)
      | (?P<rest>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|[0-7]{3}|.)", re.DOTALL)


def words(line: str) -> tuple[str, ...]:
    """Return the words of a line; a quote that never ends is taken as a letter."""
    found: list[str] = []
    word: str | None = None
    for match in _PIECE.finditer(line[:MOST_TEXT]):
        if match["space"] is not None:
            if word is not None:
                found.append(word)
            word = None
            continue
        word = (word or "") + _piece(match)
    if word is not None:
        found.append(word)
    return tuple(found[:MOST_WORDS])


def _piece(match: re.Match[str]) -> str:
    if match["double"] is not None:
        return _ESCAPE.sub(_character, match["double"])
    if match["single"] is not None:
        return match["single"]
    if match["escape"] is not None:
        return _ESCAPE.sub(_character, match["escape"])
    return match["bare"] or match["rest"]


def _character(match: re.Match[str]) -> str:
    what = match[1]
    if what[0] == "x" and len(what) == 3:
        return chr(int(what[1:], 16))
    if len(what) == 3:
        return chr(int(what, 8))
    return _PLAIN.get(what, what)
