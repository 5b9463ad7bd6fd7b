"""Tables with a plain header: which column holds what, and what kind of row it is.

Most services' CSV differ in names only; each says here which names it uses.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_text
from checkup.parse.exports.reader import FromRow, TableReader
from checkup.parse.exports.shape import address, country_code, cut
from checkup.parse.exports.table import cell, column


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainTable:
    """A format: `must` are the columns by which it is recognised, the others where their facts stand.

    `in_utc` says that its times are in UTC without saying so. Names are compared without case.
    """

    service: str
    kind: SignInKind
    must: tuple[str, ...]
    when: tuple[str, ...] = ()
    ip: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    device: tuple[str, ...] = ()
    os: tuple[str, ...] = ()
    app: tuple[str, ...] = ()
    user_agent: tuple[str, ...] = ()
    in_utc: bool = False
    active: bool | None = field(default=None)

    def reader(self) -> TableReader:
        """Return the reader of this format."""
        return TableReader(service=self.service, opens=self._opens)

    def _opens(self, header: Sequence[str], first: Sequence[str]) -> FromRow | None:
        del first
        names = tuple(header)
        if any(column(names, name) < 0 for name in self.must):
            return None
        return _Columns(self, names).read


class _Columns:
    """Reads rows of one file by the places of its columns."""

    def __init__(self, table: PlainTable, header: tuple[str, ...]) -> None:
        self._table = table
        self._width = len(header)
        fields = ("when", "ip", "country", "place", "device", "os", "app", "user_agent")
        self._at = {name: column(header, *getattr(table, name)) for name in fields}

    def read(self, row: Sequence[str]) -> SignInRecord | int | None:
        if not any(row):
            return None
        if len(row) != self._width:
            return 1
        text = {name: cut(cell(list(row), at)) for name, at in self._at.items()}
        moment = of_text(text.pop("when"), in_utc=self._table.in_utc)
        text["ip"] = address(text["ip"])
        text["country"] = country_code(text["country"])
        if not moment.when and not any(text.values()):
            return 1
        return SignInRecord(
            service=self._table.service,
            kind=self._table.kind,
            when=moment.when,
            when_raw=moment.raw,
            zone_known=moment.zone_known,
            active=self._table.active,
            **text,
        )
