"""Observations about web hosts that a device met: in a browser's history, in messages and notes."""

from enum import StrEnum

from checkup.model.sources import Observation


class LinkPlace(StrEnum):
    """Where a link stands."""

    MESSAGE = "message"
    NOTE = "note"
    WHATSAPP = "whatsapp"
    VIBER = "viber"
    CALENDAR = "calendar"


class VisitedHost(Observation, frozen=True, kw_only=True):
    """All visits of one browser to one host, or to one page that the lists name.

    `host` is as the address writes it, `url` one of the addresses; times are RFC 3339 in UTC.
    """

    browser: str
    host: str
    url: str = ""
    count: int = 1
    first: str = ""
    last: str = ""


class LinkedHost(Observation, frozen=True, kw_only=True):
    """All links to one host in one place; nothing was opened."""

    place: LinkPlace
    host: str
    url: str = ""
    count: int = 1
    first: str = ""
    last: str = ""
