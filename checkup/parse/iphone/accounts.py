"""Accounts signed in on the phone, and calendars that come from elsewhere.

References: Accounts3.sqlite (`ZACCOUNT`, `ZACCOUNTTYPE`), Calendar.sqlitedb (`Calendar`, `Store`).
"""

from collections.abc import Iterator

from checkup.model.iphone import PhoneAccount, SubscribedCalendar
from checkup.parse.moment import apple
from checkup.parse.tables import Tables, UnknownColumns, real_number, text

MOST = 20_000
_ADDRESSES = ("http://", "https://", "webcal://", "webcals://")


def accounts(tables: Tables, where: str) -> Iterator[PhoneAccount]:
    """Yield every account with a name; raises UnknownColumns, NotDatabase."""
    if not {"ZUSERNAME", "ZACCOUNTTYPE"} <= tables.columns("ZACCOUNT"):
        raise UnknownColumns
    kinds = {
        number: text(name) or text(identifier)
        for number, name, identifier in tables.rows(
            "ZACCOUNTTYPE", "Z_PK", "ZACCOUNTTYPEDESCRIPTION", "ZIDENTIFIER"
        )
    }
    seen: set[tuple[str, str]] = set()
    for kind, who, when in tables.rows("ZACCOUNT", "ZACCOUNTTYPE", "ZUSERNAME", "ZDATE"):
        name = kinds.get(kind, "")
        if text(who) and (name, text(who)) not in seen and len(seen) < MOST:
            seen.add((name, text(who)))
            yield PhoneAccount(kind=name, who=text(who), since=apple(real_number(when)), seen_in=where)


def calendars(tables: Tables, where: str) -> Iterator[SubscribedCalendar]:
    """Yield the calendars fetched from an address; raises UnknownColumns, NotDatabase."""
    columns = tables.columns("Calendar")
    addresses = [
        one
        for one in ("subcal_url", "external_rep_url", "external_id", "self_identity_url")
        if one in columns
    ]
    if "title" not in columns or not addresses:
        raise UnknownColumns
    for title, *found in tables.rows("Calendar", "title", *addresses):
        address = next((text(one) for one in found if text(one).casefold().startswith(_ADDRESSES)), "")
        if address:
            yield SubscribedCalendar(name=text(title), address=address, seen_in=where)
