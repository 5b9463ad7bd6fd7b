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

    At `a.*` each value of the object comes by itself, with its name: `{name: value}`. At "" the whole
    document comes, where it is one object.
    `before` are bytes taken from the stream already. Raises NotThisFormat for what is no JSON and
    TooMuch for what is too deep or too large.
    """
    import ijson

    try:
        yield from _made(ijson.parse(_Guarded(stream, before)), paths, ends_at)
    except (
        ijson.JSONError,
        UnicodeDecodeError,
        ValueError,
        ArithmeticError,
    ) as fault:  # 1e9999999999999999999
        raise NotThisFormat from fault


def _made(
    events: Iterator[tuple[str, str, object]], paths: frozenset[str], ends_at: frozenset[str]
) -> Iterator[tuple[str, Node]]:
    import ijson

    wanted = _Wanted(paths)
    making: _Making | None = None
    depth = 0
    for path, event, value in events:
        depth = _deeper(depth, event)
        if making is None:
            if event == "map_key" and depth == 1 and value in ends_at:
                return
            if path in wanted.near or path == wanted.below:
                asked = wanted.at(path, event, value)
                making = _Making(ijson.ObjectBuilder(), path, asked) if asked else None
        if making is not None and making.took(path, event, value):
            yield making.whole()
            making = None


class _Wanted:
    """Which values are asked for: those at a path (`a.item`), or each by its name in an object (`a.*`).

    What stands where a list or an object of them should is taken as one of them: it is read, or counted.
    """

    def __init__(self, paths: frozenset[str]) -> None:
        self._paths = paths
        self._objects = frozenset(path.removesuffix(".*") for path in paths if path.endswith(".*"))
        lists = (path for path in paths if path.endswith(".item"))
        self._parents = {path.removesuffix(".item"): ("start_array", path) for path in lists}
        self._parents |= {path: ("start_map", f"{path}.*") for path in self._objects}
        self.near = paths | frozenset(self._parents)
        self.below: str | None = None
        self._named = ("", "")

    def at(self, path: str, event: str, value: object) -> tuple[str, str] | None:
        """Return the path as it was asked for, and the value's name in an object, where one begins here.

        Asked only at a path that is `near`, or at `below`: that of the last name in an object.
        """
        if event == "map_key" and path in self._objects:
            self.below, self._named = f"{path}.{value}", (f"{path}.*", str(value))
        if event in CLOSING:
            return None
        if path in self._paths and (path or event == "start_map"):
            return path, ""
        if path == self.below:
            return self._named
        usual, asked = self._parents.get(path, (event, ""))
        return (asked, "") if event not in (usual, "null") else None


class _Making:
    """One item coming together."""

    def __init__(self, builder: Any, path: str, asked: tuple[str, str]) -> None:
        self._builder = builder
        self._path = path
        self._asked, self._name = asked
        self._parts = 0

    def took(self, path: str, event: str, value: object) -> bool:
        """Take one event; return whether the item is whole."""
        self._parts += 1
        if self._parts > MOST_PARTS_OF_AN_ITEM:
            raise TooMuch
        self._builder.event(event, value)
        return path == self._path and event not in OPENING

    def whole(self) -> tuple[str, Node]:
        """Return the path that was asked for and the item; one of an object stands below its name."""
        value = self._builder.value
        return self._asked, Node({self._name: value} if self._asked.endswith(".*") else value)


def _deeper(depth: int, event: str) -> int:
    if event in ("start_map", "start_array"):
        if depth >= DEEPEST:
            raise TooMuch
        return depth + 1
    return depth - 1 if event in ("end_map", "end_array") else depth
