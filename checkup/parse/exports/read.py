"""The rows of one recognised file, streamed; a limit or a broken end costs what follows it, and is told."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from checkup.model.looked import Cause
from checkup.model.sign_in import SignInRecord
from checkup.parse.exports.items import items_at
from checkup.parse.exports.limits import (
    HEAD,
    LARGEST_PAGE,
    LONGEST_LINE,
    MOST_ROWS,
    NotThisFormat,
    TooMuch,
)
from checkup.parse.exports.reader import LinesReader, PageReader
from checkup.parse.exports.registry import OpenDocument, Opened, OpenTable
from checkup.parse.exports.table import CsvText
from checkup.parse.tree import NotReadable, tree

Row = SignInRecord | int | Cause
"""A record, a number of rows that could not be read, or why reading ended early."""


def rows_of(found: Opened, stream: BinaryIO) -> Iterator[Row]:
    """Yield the rows of a file from its first byte on; raises nothing for what the bytes hold."""
    try:
        match found:
            case OpenTable():
                yield from CsvText(stream, found.encoding, found.between).read(found.from_row, found.skip)
            case OpenDocument():
                yield from _of_document(found, stream)
            case PageReader():
                yield from _of_page(found, stream)
            case LinesReader():
                yield from _of_lines(found, stream)
            case _:
                yield Cause.NOT_SUPPORTED
    except TooMuch:
        yield Cause.TOO_LARGE
    except NotThisFormat:
        yield Cause.UNKNOWN_FORMAT


def _of_document(found: OpenDocument, stream: BinaryIO) -> Iterator[Row]:
    before = stream.read(max(found.skip, HEAD))[found.skip :] if found.skip else b""
    paths = found.reader.paths
    items = items_at(stream, frozenset(paths), found.reader.ends_at, before)
    for count, (path, item) in enumerate(items, 1):
        if count > MOST_ROWS:
            raise TooMuch
        yield from paths[path](path, item)


def _of_page(found: PageReader, stream: BinaryIO) -> Iterator[Row]:
    data = stream.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise TooMuch
    yield from found.rows(data.decode("utf-8", errors="replace"))


def _of_lines(found: LinesReader, stream: BinaryIO) -> Iterator[Row]:
    """Yield from lines of JSON; those that don't hold the wanted word are never parsed."""
    lines = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    while line := lines.readline(LONGEST_LINE):
        if found.wanted not in line:
            continue
        try:
            record = found.from_line(tree(line))
        except NotReadable:
            yield 1
            continue
        if record is not None:
            yield record
