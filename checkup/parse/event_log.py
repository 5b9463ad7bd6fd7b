"""What the event logs of Windows tell of others using this computer: records in, who and when out.

References: learn.microsoft.com, event 4624 (LogonType 10: from afar), 4778 (a session was taken up again,
from afar or by switching users here, then "LOCAL") and 7045 (a service was added); the
channels TerminalServices-LocalSessionManager (21 and 25) and -RemoteConnectionManager (1149); Chromium,
remoting/host/win (source "chromoting", event 1: somebody connected).
"""

from dataclasses import dataclass

from checkup.parse.event_record import event_data, event_number, event_provider, event_time, unnamed_data
from checkup.parse.tree import Node

SIGNED_IN, TAKEN_UP, SESSION, SESSION_AGAIN, ASKED = 4624, 4778, 21, 25, 1149
SIGN_INS = frozenset({SIGNED_IN, TAKEN_UP, SESSION, SESSION_AGAIN, ASKED})
SERVICE_ADDED = 7045
CHROME_CONNECTED = 1
_FROM_AFAR = "10"
_HERE = frozenset({"", "-", "LOCAL", "127.0.0.1", "::1", "本地"})
_CHROMOTING = "chromoting"


@dataclass(frozen=True, slots=True)
class EventSignIn:
    """One sign-in from afar; `since` is RFC 3339 in UTC."""

    who: str
    remote: str
    since: str
    event: int


def sign_in(record: Node) -> EventSignIn | None:
    """Return the sign-in from afar that a record tells of, or None."""
    number = event_number(record)
    user = record.at("Event", "UserData", "EventXML")
    match number:
        case 4624 if event_data(record, "LogonType") == _FROM_AFAR:
            found = event_data(record, "TargetUserName"), event_data(record, "IpAddress")
        case 4778:
            found = event_data(record, "AccountName"), event_data(record, "ClientAddress")
        case 21 | 25:
            found = user.at("User").text, user.at("Address").text
        case 1149:
            found = user.at("Param1").text, user.at("Param3").text
        case _:
            return None
    who, remote = found
    if remote in _HERE:
        return None
    return EventSignIn(who.rpartition("\\")[2], remote, event_time(record), number)


def chrome_connection(record: Node) -> tuple[str, str] | None:
    """Return who connected with Chrome Remote Desktop, and when; None for any other record."""
    if event_provider(record) != _CHROMOTING or event_number(record) != CHROME_CONNECTED:
        return None
    who = next(iter(unnamed_data(record)), "")
    return who.partition("/")[0], event_time(record)


def added_service(record: Node) -> tuple[str, str] | None:
    """Return the line of a service that was added, and when; None for any other record."""
    if event_number(record) != SERVICE_ADDED or not (line := event_data(record, "ImagePath")):
        return None
    return line, event_time(record)
