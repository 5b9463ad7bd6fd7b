"""Google Takeout, "Devices - A list of devices": old and new layout, by header or by position.

References: RLEAPP, takeoutAccessLogActivity.py.
"""

import re
from collections.abc import Sequence

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import is_time, of_text
from checkup.parse.exports.reader import FromRow, TableReader
from checkup.parse.exports.shape import country_code, cut
from checkup.parse.exports.table import column

WIDTH = 9
_LAST = re.compile(r"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?: ?UTC|Z)?)")
_COUNTRY = re.compile(r"(?::|ISO)\s*([A-Z]{2})\b")


def _opens(header: Sequence[str], first: Sequence[str]) -> FromRow | None:
    if len(header) != WIDTH:
        return None
    names = tuple(header)
    is_named = column(names, "gaia id") in (0, 8) and column(names, "device type", "type") in (0, 1)
    if column(names, "gaia id") == 0 and is_named:
        return _new
    if is_named:
        return _old
    return _by_shape(first)


def _by_shape(first: Sequence[str]) -> FromRow | None:
    if len(first) != WIDTH:
        return None
    if _is_id(first[0]) and any(map(is_time, first[6:])):
        return _new
    return _old if _is_id(first[8]) and _LAST.search(first[7]) else None


def _is_id(text: str) -> bool:
    return text.strip().isdigit() and len(text.strip()) > 6


def _new(row: Sequence[str]) -> SignInRecord | int | None:
    if len(row) != WIDTH:
        return 1 if any(row) else None
    moment = next((found for at in (8, 7, 6) if (found := of_text(row[at])).raw), of_text(""))
    return SignInRecord(
        service="google",
        kind=SignInKind.DEVICE,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        country=country_code(row[5]),
        device=_named(row[2], row[3]),
        os=cut(row[4]),
    )


def _old(row: Sequence[str]) -> SignInRecord | int | None:
    if len(row) != WIDTH:
        return 1 if any(row) else None
    last, country = _LAST.search(row[7]), _COUNTRY.search(row[7])
    moment = of_text(last[1] if last else "")
    return SignInRecord(
        service="google",
        kind=SignInKind.DEVICE,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        country=country[1] if country else "",
        device=_named(row[1], row[5]),
        os=cut(f"{row[3]} {row[4]}"),
    )


def _named(brand: str, model: str) -> str:
    return cut(model if model.casefold().startswith(brand.strip().casefold()) else f"{brand} {model}")


READER = TableReader(service="google", opens=_opens)
