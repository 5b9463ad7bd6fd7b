"""Sign-ins in the event logs of Windows: records in, who came from where out.

References: learn.microsoft.com, event 4624 (LogonType 10: from afar); the channels
TerminalServices-LocalSessionManager (21 and 25) and -RemoteConnectionManager (1149).
"""

from dataclasses import dataclass

from checkup.parse.tree import Node

SIGNED_IN, SESSION, SESSION_AGAIN, ASKED = 4624, 21, 25, 1149
_FROM_AFAR = "10"
_HERE = frozenset({"", "-", "LOCAL", "127.0.0.1", "::1", "本地"})


@dataclass(frozen=True, slots=True)
class EventSignIn:
    """One sign-in from afar; `since` is RFC 3339 in UTC."""

    who: str
    remote: str
    since: str
    event: int


def sign_in(record: Node) -> EventSignIn | None:
    """Return the sign-in from afar that a record tells of, or None."""
    event = record.at("Event")
    number = _number(event.at("System", "EventID"))
    since = event.at("System", "TimeCreated", "#attributes", "SystemTime").text
    data, user = event.at("EventData"), event.at("UserData", "EventXML")
    match number:
        case 4624 if _text(data.at("LogonType")) == _FROM_AFAR:
            found = data.at("TargetUserName").text, data.at("IpAddress").text
        case 21 | 25:
            found = user.at("User").text, user.at("Address").text
        case 1149:
            found = user.at("Param1").text, user.at("Param3").text
        case _:
            return None
    who, remote = found
    if remote in _HERE:
        return None
    return EventSignIn(who.rpartition("\\")[2], remote, _whole_seconds(since), number)


def _number(node: Node) -> int | None:
    number = node.number
    return number if number is not None else node.at("#text").number


def _text(node: Node) -> str:
    return node.text or ("" if node.number is None else str(node.number))


def _whole_seconds(text: str) -> str:
    """Return "2026-11-01T10:20:30.123Z" as it is written here."""
    head = text.partition(".")[0].rstrip("Z").replace(" ", "T")
    return f"{head}Z" if len(head) == 19 else ""
