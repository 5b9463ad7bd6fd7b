"""Rows of a CSV, streamed: odd encodings, broken quotes and endless lines cost rows, not the whole file."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from checkup.parse.exports.limits import LONGEST_LINE, MOST_ROWS, TooMuch

MOST_BEFORE_HEADER = 12
"""Lines that may stand before the header, such as LinkedIn's notes."""


class CsvText:
    """Rows of a table."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self._reader = csv.reader(_lines(text))

    def __iter__(self) -> Iterator[list[str] | int]:
        """Yield rows, and the number of lines where they made none; raises TooMuch."""
        reader, line, left = self._reader, 0, MOST_ROWS
        while True:
            try:
                for row in reader:
                    line = reader.line_num
                    yield row
                    left -= 1
                    if left < 0:
                        raise TooMuch
            except csv.Error:
                # a quote that never closes takes many lines with it
                yield max(1, reader.line_num - line)
                line = reader.line_num
                continue
            return


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Yield lines of bounded length; NUL, which older readers of CSV refuse, is made visible."""
    while line := text.readline(LONGEST_LINE):
        yield line.replace("\0", "\ufffd") if "\0" in line else line


def encoding_of(head: bytes) -> str:
    """Return the encoding a text begins with: by its mark, or by zeros in every other place."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    even, odd = head[:400:2], head[1:400:2]
    if len(odd) > 1 and odd.count(0) > len(odd) // 2 and not even.count(0):
        return "utf-16-le"
    if len(odd) > 1 and even.count(0) > len(even) // 2 and not odd.count(0):
        return "utf-16-be"
    return "utf-8"


def first_rows(head: bytes, encoding: str) -> list[list[str]]:
    """Return the rows that stand in the beginning of a file; the last may be cut."""
    text = (
        head.decode(encoding.removesuffix("-sig"), errors="replace").lstrip("\ufeff").replace("\0", "\ufffd")
    )
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""))
    while len(rows) < MOST_BEFORE_HEADER:
        try:
            rows.append(next(reader))
        except StopIteration:
            break
        except csv.Error:
            break
    return rows


def column(header: list[str] | tuple[str, ...], *names: str) -> int:
    """Return where a column of one of these names stands, or -1; case and spaces around do not matter."""
    folded = [name.strip().casefold().lstrip("\ufeff") for name in header]
    return next((folded.index(name) for name in names if name in folded), -1)


def cell(row: list[str] | tuple[str, ...], at: int) -> str:
    """Return a cell, or "" where the row is too short or the column is not there."""
    return row[at] if 0 <= at < len(row) else ""
