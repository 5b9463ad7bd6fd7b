"""Google Takeout, "Access Log Activity": one row for each use of a product; old (13) and new (16) columns.

Headers may be in the account's language, so that a table of the right shape is read by position.
References: RLEAPP, takeoutAccessLogActivity.py; a row is a use, not a sign-in, unless it says so.
"""

from collections.abc import Sequence

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import Moments, is_time
from checkup.parse.exports.once import Once
from checkup.parse.exports.reader import FromRow, TableReader
from checkup.parse.exports.shape import address, country_code, cut, is_agent
from checkup.parse.exports.table import column

OLD, NEW = 13, 16
TIME, IP, COUNTRY, AGENT, PRODUCT = 1, 2, 5, 8, 9

SIGN_IN = frozenset({"login", "log in", "sign in", "signin", "đăng nhập"})
SIGN_OUT = frozenset({"logout", "log out", "sign out", "signout", "đăng xuất"})


def _opens(header: Sequence[str], first: Sequence[str]) -> FromRow | None:
    named = column(tuple(header), "activity timestamp") == TIME and column(tuple(header), "product name") > 0
    if len(header) not in (OLD, NEW) or not (named or _has_shape(first)):
        return None
    return _FromRow(len(header)).read


def _has_shape(row: Sequence[str]) -> bool:
    return (
        len(row) in (OLD, NEW)
        and is_time(row[TIME])
        and (bool(address(row[IP])) or is_agent(row[AGENT]))
        and row[0].strip().isdigit()
    )


class _FromRow:
    """Reads rows of one file; texts that come again are worked out once."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._type = 11 if width == OLD else 13
        self._moments = Moments()
        self._addresses = Once(address)
        self._said = Once(self._worked_out)

    def read(self, row: Sequence[str]) -> SignInRecord | int | None:
        if len(row) != self._width:
            return 1 if any(row) else None
        raw = row[TIME]
        when, ip = self._moments.when(raw), self._addresses[row[IP]]
        said = self._said[tuple(row[COUNTRY:])]
        if not (when or ip or said.user_agent):
            return 1
        return SignInRecord(
            service="google",
            kind=said.kind,
            when=when,
            when_raw=raw[:60],
            zone_known=bool(when),
            ip=ip,
            country=said.country,
            place=said.place,
            app=said.app,
            user_agent=said.user_agent,
        )

    def _worked_out(self, cells: tuple[str, ...]) -> SignInRecord:
        """Return what the cells from the country on say, which rows have in common."""
        country, region, city, agent, product = cells[: PRODUCT - COUNTRY + 1]
        return SignInRecord(
            service="google",
            kind=_kind(cells[self._type - COUNTRY]),
            country=country_code(country),
            place=cut(f"{city}, {region}" if city and region else city or region),
            app=cut(product),
            user_agent=cut(agent),
        )


def _kind(raw: str) -> SignInKind:
    word = raw.strip().casefold()
    if word in SIGN_IN:
        return SignInKind.LOGIN
    return SignInKind.LOGOUT if word in SIGN_OUT else SignInKind.USE


READER = TableReader(service="google", opens=_opens)
