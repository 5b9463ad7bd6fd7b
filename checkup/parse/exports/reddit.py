"""Reddit, ip_logs.csv: addresses of about a hundred days; the first row is the address of the sign-up.

linked_phone_number.csv holds the number by which one gets back in, linked_identities.csv the other services
by whose accounts one does.

References: RLEAPP, reddit.py; D4, Reddit/getters/getConnections.ts.
"""

from collections.abc import Sequence

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_text
from checkup.parse.exports.plain_table import PlainTable
from checkup.parse.exports.reader import FromRow, TableReader
from checkup.parse.exports.shape import address, cut


def _opens(header: Sequence[str], first: Sequence[str]) -> FromRow | None:
    del first
    return _row if [name.strip().casefold() for name in header] == ["date", "ip"] else None


def _row(row: Sequence[str]) -> SignInRecord | int | None:
    if not any(row):
        return None
    ip = address(row[1]) if len(row) == 2 else ""
    if not ip:
        return 1
    moment = of_text(row[0])
    return SignInRecord(
        service="reddit",
        kind=SignInKind.USE,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
    )


def _opens_number(header: Sequence[str], first: Sequence[str]) -> FromRow | None:
    del first
    return _number if [name.strip().casefold() for name in header] == ["phone_number"] else None


def _number(row: Sequence[str]) -> SignInRecord | int | None:
    if not any(row):
        return None
    if len(row) != 1:
        return 1
    return SignInRecord(service="reddit", kind=SignInKind.RECOVERY_CHANGE, app=cut(row[0]))


IDENTITIES = PlainTable(
    service="reddit",
    kind=SignInKind.RECOVERY_CHANGE,
    must=("issuer_id", "subject_id"),
    app=("issuer_id",),
).reader()
NUMBER = TableReader(service="reddit", opens=_opens_number)
READER = TableReader(service="reddit", opens=_opens)
