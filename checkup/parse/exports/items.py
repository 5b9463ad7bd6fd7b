"""Items of a JSON document at known paths, streamed: nothing else of it is kept, and depth is bounded."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from checkup.parse.exports.limits import (
    DEEPEST,
    LONGEST_STRING,
    MOST_PARTS_OF_AN_ITEM,
    NotThisFormat,
    TooMuch,
)
from checkup.parse.tree import Node

CLOSING = frozenset({"map_key", "end_map", "end_array"})
OPENING = frozenset({"start_map", "start_array", "map_key"})


_DIGITS = re.compile(rb"\d{300,}")


class _Guarded:
    """Hands on bytes and refuses a text without end, which the decoder would gather in memory.

    WORKAROUND: ijson's compiled decoder ends the whole process at a number of more than 4,300 digits
    (ijson 3.6, https://github.com/ICRAR/ijson: the error of int() is not looked at).
    """

    def __init__(self, stream: BinaryIO, before: bytes = b"") -> None:
        self._stream = stream
        self._before = before
        self._since_quote = 0
        self._tail = b""

    def read(self, size: int = 65536) -> bytes:
        if size == 0:  # ijson asks so whether text or bytes come
            return b""
        if self._before:
            data, self._before = self._before, b""
        else:
            data = self._stream.read(size)
        at = data.rfind(b'"')
        self._since_quote = self._since_quote + len(data) if at < 0 else len(data) - at
        if self._since_quote > LONGEST_STRING:
            raise TooMuch
        if _DIGITS.search(self._tail + data):
            raise NotThisFormat
        self._tail = data[-300:]
        return data


def items_at(
    stream: BinaryIO, paths: frozenset[str], ends_at: frozenset[str] = frozenset(), before: bytes = b""
) -> Iterator[tuple[str, Node]]:
    """Yield (path, item) for each value at one of the paths, as ijson writes them (`a.b.item`).

    `before` are bytes taken from the stream already. Raises NotThisFormat for what is no JSON and
    TooMuch for what is too deep or too large.
    """
    import ijson

    try:
        yield from _made(ijson.parse(_Guarded(stream, before)), paths, ends_at)
    except (ijson.JSONError, UnicodeDecodeError, ValueError, OverflowError) as fault:
        raise NotThisFormat from fault


def _made(
    events: Iterator[tuple[str, str, object]], paths: frozenset[str], ends_at: frozenset[str]
) -> Iterator[tuple[str, Node]]:
    import ijson

    making: _Making | None = None
    depth = 0
    for path, event, value in events:
        depth = _deeper(depth, event)
        if making is None:
            if event == "map_key" and depth == 1 and value in ends_at:
                return
            if path in paths and event not in CLOSING:
                making = _Making(ijson.ObjectBuilder(), path)
        if making is not None and making.took(path, event, value):
            yield making.path, Node(making.builder.value)
            making = None


class _Making:
    """One item coming together."""

    def __init__(self, builder: Any, path: str) -> None:
        self.builder = builder
        self.path = path
        self._parts = 0

    def took(self, path: str, event: str, value: object) -> bool:
        """Take one event; return whether the item is whole."""
        self._parts += 1
        if self._parts > MOST_PARTS_OF_AN_ITEM:
            raise TooMuch
        self.builder.event(event, value)
        return path == self.path and event not in OPENING


def _deeper(depth: int, event: str) -> int:
    if event in ("start_map", "start_array"):
        if depth >= DEEPEST:
            raise TooMuch
        return depth + 1
    return depth - 1 if event in ("end_map", "end_array") else depth
