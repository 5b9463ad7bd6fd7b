"""The tables of a SQLite file read page by page: bounded memory, whatever its size, nothing held whole.

For files too large to decrypt into memory. Ordinary tables with text in UTF-8 only; everything is
checked against the page it stands on, no page is visited twice.
References: sqlite.org/fileformat2.html (sections 1.3, 1.6, 2.1).
"""

from collections.abc import Callable, Iterator

from checkup.parse.sqlite import HEADER, NotDatabase
from checkup.parse.sqlite_record import CutShort, Plan, plan_of, varint
from checkup.parse.sqlite_schema import TableForm, table_form
from checkup.parse.tables import Row

PageOf = Callable[[int], bytes]
"""Gives a page by its number, from 1; fewer bytes than a page where there is none."""

_LEAF, _INNER = 13, 5
_SCHEMA_FORM = TableForm(columns=("type", "name", "tbl_name", "rootpage", "sql"))
_UTF8 = 1
LONGEST_ROW = 4 * 1024 * 1024
MOST_PAGES = 16_000_000


class PageTables:
    """The tables behind a function that gives pages; `size` is one page's length in bytes."""

    def __init__(self, page_of: PageOf, size: int, count: int) -> None:
        first = page_of(1)
        if len(first) != size or not first.startswith(HEADER) or size < 512 or count > MOST_PAGES:
            raise NotDatabase
        if int.from_bytes(first[56:60], "big") not in (0, _UTF8):
            raise NotDatabase
        self._page_of = page_of
        self._count = count
        self._usable = size - first[20]
        if self._usable < 480:
            raise NotDatabase
        self._forms: dict[str, tuple[int, TableForm]] = {}
        for kind, name, _, root, words in self._scan(1, _SCHEMA_FORM, _SCHEMA_FORM.columns):
            if kind == "table" and isinstance(name, str) and isinstance(root, int) and isinstance(words, str):
                self._forms[name.casefold()] = root, table_form(words)

    def columns(self, table: str) -> frozenset[str]:
        """Return the names of a table's columns; empty where there is no such table."""
        found = self._forms.get(table.casefold())
        return frozenset(found[1].columns) if found else frozenset()

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """Yield these columns of every row; None for a column the table does not have."""
        if (found := self._forms.get(table.casefold())) is not None:
            if found[1].has_own_key:
                raise NotDatabase
            yield from self._scan(*found, columns)

    def _scan(self, root: int, form: TableForm, columns: tuple[str, ...]) -> Iterator[Row]:
        plan = plan_of(form, columns)
        seen = bytearray(self._count + 1)
        ahead = [root]
        while ahead:
            number = ahead.pop()
            if not 0 < number <= self._count or seen[number]:
                raise NotDatabase
            seen[number] = 1
            page = self._page_of(number)
            at = 100 if number == 1 else 0
            if len(page) < self._usable:
                raise NotDatabase
            if page[at] == _INNER:
                ahead.extend(reversed(_children(page, at)))
            elif page[at] == _LEAF:
                yield from self._leaf(page, at, plan)
            else:
                raise NotDatabase

    def _leaf(self, page: bytes, at: int, plan: Plan) -> Iterator[Row]:
        cells = int.from_bytes(page[at + 3 : at + 5], "big")
        if at + 8 + cells * 2 > self._usable:
            raise NotDatabase
        most_here = self._usable - 35
        try:
            for place in range(at + 8, at + 8 + cells * 2, 2):
                start = (page[place] << 8) | page[place + 1]
                length, start = varint(page, start)
                row_number, start = varint(page, start)
                if length > LONGEST_ROW:
                    raise NotDatabase
                if length <= most_here:
                    yield plan.row(page, start, start + length, row_number)
                else:
                    held = self._spread(page, start, length)
                    yield plan.row(held, 0, length, row_number)
        except (IndexError, CutShort) as wrong:
            raise NotDatabase from wrong

    def _spread(self, page: bytes, start: int, length: int) -> bytes:
        """Return a row that goes on on pages of its own."""
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._usable - 4)
        if here > self._usable - 35:
            here = least
        held = bytearray(page[start : start + here])
        following = int.from_bytes(page[start + here : start + here + 4], "big")
        while len(held) < length and 0 < following <= self._count:
            more = self._page_of(following)
            if len(more) < self._usable:
                raise NotDatabase
            held += more[4 : self._usable]
            following = int.from_bytes(more[:4], "big")
        return bytes(held[:length])


def _children(page: bytes, at: int) -> list[int]:
    cells = int.from_bytes(page[at + 3 : at + 5], "big")
    if at + 12 + cells * 2 > len(page):
        raise NotDatabase
    found = []
    for place in range(at + 12, at + 12 + cells * 2, 2):
        start = (page[place] << 8) | page[place + 1]
        found.append(int.from_bytes(page[start : start + 4], "big"))
    found.append(int.from_bytes(page[at + 8 : at + 12], "big"))
    return found
