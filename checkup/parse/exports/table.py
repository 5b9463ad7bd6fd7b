"""Rows of a CSV, streamed: odd encodings, broken quotes and endless lines cost rows, not the whole file."""

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from checkup.model.sign_in import SignInRecord
from checkup.parse.exports.limits import LONGEST_LINE, MOST_ROWS, TooMuch
from checkup.parse.exports.reader import FromRow

PIECE = 1 << 16
BETWEEN = (",", ";", "\t")
"""Services write commas; a spreadsheet that saved the file again, in many languages, the others."""
MOST_BEFORE_HEADER = 12
"""Lines that may stand before the header, such as LinkedIn's notes."""


class CsvText:
    """Rows of a table."""

    def __init__(self, stream: BinaryIO, encoding: str, between: str = ",") -> None:
        text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self._reader = csv.reader(chain.from_iterable(_lines(text)), delimiter=between)

    def read(self, from_row: FromRow, skip: int) -> Iterator[SignInRecord | int]:
        """Yield what is made of the rows behind the first `skip`, and how many lines made none.

        Raises TooMuch.
        """
        reader, line = self._reader, 0
        made = map(from_row, islice(reader, MOST_ROWS))
        while True:
            try:
                while skip:
                    skip -= 1
                    next(reader, None)
                for record in made:
                    line = reader.line_num
                    if record is not None:
                        yield record
                if next(reader, None) is not None:
                    raise TooMuch
            except csv.Error:
                # a quote that never closes takes many lines with it
                yield max(1, reader.line_num - line)
                line = reader.line_num
                continue
            return


def _lines(text: io.TextIOWrapper) -> Iterator[list[str]]:
    """Yield many lines at a time, each of bounded length.

    NUL, which older readers of CSV refuse, is made visible.
    """
    rest = ""
    while piece := text.read(PIECE):
        lines = io.StringIO(rest + piece.replace("\0", "\ufffd"), newline="").readlines()
        # A line end of two signs can be parted, too.
        rest = "" if lines[-1].endswith("\n") else lines.pop()
        while len(rest) > LONGEST_LINE:
            lines.append(rest[:LONGEST_LINE])
            rest = rest[LONGEST_LINE:]
        yield lines
    yield [rest] if rest else []


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


def first_rows(head: bytes, encoding: str, between: str = ",") -> list[list[str]]:
    """Return the rows that stand in the beginning of a file; the last may be cut."""
    text = (
        head.decode(encoding.removesuffix("-sig"), errors="replace").lstrip("\ufeff").replace("\0", "\ufffd")
    )
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between)
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
