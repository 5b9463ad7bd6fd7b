"""What a reader of one format is: how it recognises a file, and the rows it makes of it.

A reader yields records, and an `int` for so many rows it could not read: nothing is dropped in silence.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from checkup.model.sign_in import SignInRecord
from checkup.parse.tree import Node

Rows = Iterator[SignInRecord | int]
"""Records, and numbers of rows that could not be read."""

FromRow = Callable[[Sequence[str]], SignInRecord | int | None]
"""One row of a table; None where it says nothing (a blank row)."""

FromItem = Callable[[str, Node], Rows]
"""One item of a JSON document with the path it stood at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReader:
    """Reads a CSV. `opens` looks at the header (and the first row) and returns what reads a row, or None."""

    service: str
    opens: Callable[[Sequence[str], Sequence[str]], FromRow | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonReader:
    """Reads a JSON document, streamed: for each path of `paths` what makes rows of an item there.

    `marks` are names of which one stands in the beginning of every such file. `ends_at` are names at
    the top at which reading stops: what follows is not looked at (messages). `fits` looks at the
    beginning once more where the marks alone would take files of another kind.
    """

    service: str
    marks: tuple[str, ...]
    paths: Mapping[str, FromItem]
    ends_at: frozenset[str] = frozenset()
    fits: Callable[[bytes], bool] = bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReader:
    """Reads a small page or a text whole."""

    service: str
    recognises: Callable[[str], bool]
    rows: Callable[[str], Rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesReader:
    """Reads JSON lines; only lines that hold `wanted` are parsed."""

    service: str
    wanted: bytes
    from_line: Callable[[Node], SignInRecord | int | None]


AnyReader = TableReader | JsonReader | PageReader | LinesReader
Stream = BinaryIO
