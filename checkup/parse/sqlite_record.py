"""One row as SQLite writes it: a list of kinds, then the values; only the wanted ones are made.

References: sqlite.org/fileformat2.html (section 2.1, record format).
"""

import struct
from dataclasses import dataclass

from checkup.parse.sqlite_schema import TableForm
from checkup.parse.tables import Row

_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL = 7
_ZERO, _ONE = 8, 9


class CutShort(Exception):
    """A row reaches over the end of what holds it, or is of a kind that does not exist."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where the next thing begins; raises IndexError."""
    value = data[at]
    if value < 0x80:
        return value, at + 1
    value &= 0x7F
    for one in range(at + 1, at + 8):
        byte = data[one]
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, one + 1
    return (value << 8) | data[at + 8], at + 9


@dataclass(frozen=True, slots=True)
class Plan:
    """Which columns are wanted: `take` says for each wanted one its place in the row, -1 for none."""

    take: tuple[int, ...]
    last: int
    row_number: int | None

    def row(self, data: bytes, at: int, end: int, number: int) -> Row:
        """Return the wanted values of the row at `data[at:end]`."""
        if end > len(data):
            raise CutShort
        head, start = varint(data, at)
        start_of_values = place = at + head
        if place > end:
            raise CutShort
        places: list[tuple[int, int]] = []
        while start < start_of_values and len(places) <= self.last:
            kind = data[start]
            start += 1
            if kind >= 0x80:
                kind, start = varint(data, start - 1)
            places.append((kind, place))
            place += (kind - 12) >> 1 if kind >= 12 else _length(kind)
        if place > end:
            raise CutShort
        there = len(places)
        return tuple(
            number if one == self.row_number else (_value(data, *places[one]) if 0 <= one < there else None)
            for one in self.take
        )


def plan_of(form: TableForm, columns: tuple[str, ...]) -> Plan:
    """Return how to take these columns out of the rows of a table."""
    at = {name.casefold(): place for place, name in reversed(tuple(enumerate(form.columns)))}
    take = tuple(at.get(name.casefold(), -1) for name in columns)
    return Plan(take=take, last=max(take, default=-1), row_number=form.row_number)


def _length(kind: int) -> int:
    if kind > _ONE:
        raise CutShort
    return _LENGTHS[kind]


def _value(data: bytes, kind: int, at: int) -> object:
    if kind >= 12:
        held = data[at : at + ((kind - 12) >> 1)]
        return held.decode("utf-8", "surrogateescape") if kind & 1 else held
    if kind == _REAL:
        real: float = struct.unpack_from(">d", data, at)[0]
        return real
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    return int.from_bytes(data[at : at + _LENGTHS[kind]], "big", signed=True) if kind else None
