"""Calendars that come from elsewhere, and those that others see or write.

References: Calendar.sqlitedb, table `Calendar`, iOS 12 to 18: `subcal_url` (a subscription; older systems
`external_rep_url`), `published_URL` and `is_published`, `shared_owner_name` and `shared_owner_address`.
"""

from collections.abc import Iterator

from checkup.model.iphone import OpenCalendar, SubscribedCalendar
from checkup.parse.tables import Tables, UnknownColumns, text, whole_number

_ADDRESSES = ("http://", "https://", "webcal://", "webcals://")


def subscribed(tables: Tables, where: str) -> Iterator[SubscribedCalendar]:
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


def open_to_others(tables: Tables, where: str) -> Iterator[OpenCalendar]:
    """Yield the calendars with an address of their own or another owner; raises UnknownColumns."""
    if "title" not in tables.columns("Calendar"):
        raise UnknownColumns
    wanted = ("title", "is_published", "published_URL", "shared_owner_name", "shared_owner_address")
    for title, flag, address, owner, mail in tables.rows("Calendar", *wanted):
        is_published = bool(whole_number(flag)) or bool(text(address))
        who = text(owner) or text(mail)
        if is_published or who:
            yield OpenCalendar(name=text(title), is_published=is_published, owner=who, seen_in=where)
