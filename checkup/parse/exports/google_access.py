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
TIME, IP, COUNTRY, REGION, CITY, AGENT, PRODUCT = 1, 2, 5, 6, 7, 8, 9

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
        self._countries = Once(country_code)
        self._texts = Once(cut)
        self._kinds = Once(_kind)

    def read(self, row: Sequence[str]) -> SignInRecord | int | None:
        if len(row) != self._width:
            return 1 if any(row) else None
        when = self._moments.when(row[TIME])
        ip, agent = self._addresses[row[IP]], self._texts[row[AGENT]]
        if not (when or ip or agent):
            return 1
        city, region = row[CITY], row[REGION]
        return SignInRecord(
            service="google",
            kind=self._kinds[row[self._type]],
            when=when,
            when_raw=row[TIME][:60],
            zone_known=bool(when),
            ip=ip,
            country=self._countries[row[COUNTRY]],
            place=self._texts[f"{city}, {region}" if city and region else city or region],
            app=self._texts[row[PRODUCT]],
            user_agent=agent,
        )


def _kind(raw: str) -> SignInKind:
    word = raw.strip().casefold()
    if word in SIGN_IN:
        return SignInKind.LOGIN
    return SignInKind.LOGOUT if word in SIGN_OUT else SignInKind.USE


READER = TableReader(service="google", opens=_opens)
