"""Logs of programs for remote control: text in, who connected and when out.

Only connections to this computer are told, none from it. Times are RFC 3339 in UTC where the log says
so; AnyDesk, UltraViewer, UltraVNC, Ammyy and Radmin write without a zone, and so are they given.
References: LOLRMM (anydesk, teamviewer, rustdesk); Ruler-Project (AnyDesk, Ultraviewer); plaso's and
Velociraptor's descriptions of TeamViewer's incoming list (tabs, times in UTC); RustDesk
src/server/connection.rs ("Connection opened from"); UltraVNC, logging.cpp ("Connection received from");
a list of logs on GitHub for Ammyy ("Passed authorization remoteId=", local time); Ruler-Project,
RULER/remote/Radmin, with lines of Radmin Server 3.5 (its log is a page: signs may be written as in HTML).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape

from checkup.model.clock import written

MOST_SESSIONS = 5_000
_ANYDESK = re.compile(r"^\s*Incoming\s+(\d{4}-\d\d-\d\d),\s+(\d\d:\d\d)\s+(\S+)\s+(\S+)?")
_ANYDESK_REFUSED = frozenset({"REJECTED", "REJECT", "FAILED"})
_ANYDESK_BY_PASSWORD = frozenset({"PASSWD", "TOKEN"})
_RUSTDESK = re.compile(
    r"^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.\d+)? ([+-]\d\d:?\d\d)\].*Connection opened from ([^\s]+?)\.?$"
)
_ULTRAVIEWER = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}:\d\d:\d\d(?: [AP]M)?)", re.IGNORECASE)
_ULTRAVNC = re.compile(
    r"^(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}:\d\d)\s+Connection received from"
    r" (\S+)(?: using (.+?) account)?\s*$"
)
_AMMYY = re.compile(
    r"^\W?(\d{4})(\d\d)(\d\d)-(\d\d:\d\d:\d\d)(?:\.\d+)?\b.*Passed authorization remoteId=([^\s;,]+)"
)
_RADMIN = re.compile(
    r"RServer3 (\d{4})\.(\d\d)\.(\d\d) (\d\d:\d\d) Connection from (\S{1,300}) \(([^()]{0,300})\)"
    r" \(([^()]{0,300})\): (?!Password)"
)
_TAG = re.compile(r"<[^<>]{0,200}>")
_TEAMVIEWER_TIME = "%d-%m-%Y %H:%M:%S"


@dataclass(frozen=True, slots=True)
class Connection:
    """One connection; `needs_no_answer` where it came in by a password instead of a yes."""

    peer: str
    since: str
    line: str
    until: str = ""
    who: str = ""
    needs_no_answer: bool | None = None


Parser = Callable[[str], Iterator[Connection]]


def anydesk(text: str) -> Iterator[Connection]:
    """Yield the connections of a connection_trace.txt."""
    for line in _lines(text):
        match = _ANYDESK.match(line)
        if match is None or match.group(3).upper() in _ANYDESK_REFUSED:
            continue
        day, time, way, peer = match.groups()
        yield Connection(
            peer=peer or "",
            since=f"{day} {time}",
            line=line,
            needs_no_answer=way.upper() in _ANYDESK_BY_PASSWORD,
        )


def teamviewer(text: str) -> Iterator[Connection]:
    """Yield the connections of a Connections_incoming.txt: id, name, begin, end, account, kind, number."""
    for line in _lines(text):
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) >= 5 and (since := _teamviewer_time(parts[2])):
            peer = f"{parts[1]} ({parts[0]})" if parts[1] else parts[0]
            yield Connection(peer, since, line, until=_teamviewer_time(parts[3]), who=parts[4])


def rustdesk(text: str) -> Iterator[Connection]:
    """Yield the connections that the log of RustDesk's own server part tells of."""
    for line in _lines(text):
        if match := _RUSTDESK.match(line):
            moment = _moment(f"{match.group(1)}{match.group(2)}")
            yield Connection(match.group(3), moment or match.group(1), line)


def ultraviewer(text: str) -> Iterator[Connection]:
    """Yield the connections of a Connection_IN_Log.txt: fields between bars, the first number is an id."""
    for line in _lines(text):
        if match := _ULTRAVIEWER.search(line):
            fields = [part.strip() for part in line.split("|") if part.strip()]
            others = [part for part in fields if match.group() not in part]
            month, day, year, time = match.groups()
            yield Connection(" ".join(others), f"{year}-{month:0>2}-{day:0>2} {time}", line)


def ultravnc(text: str) -> Iterator[Connection]:
    """Yield the connections of an mslogon.log: day first, and the account whose password was used."""
    for line in _lines(text):
        if match := _ULTRAVNC.match(line):
            day, month, year, time, peer, who = match.groups()
            since = f"{year}-{month:0>2}-{day:0>2} {time:0>5}"
            yield Connection(peer, since, line, who=(who or "").rpartition("\\")[2], needs_no_answer=None)


def ammyy(text: str) -> Iterator[Connection]:
    """Yield the connections of Ammyy's access.log."""
    for line in _lines(text):
        if match := _AMMYY.match(line):
            year, month, day, time, peer = match.groups()
            yield Connection(peer, f"{year}-{month}-{day} {time}", line)


def radmin(text: str) -> Iterator[Connection]:
    """Yield the connections of Radm_log.htm; refused ones and the ends of connections are left out."""
    for raw in _lines(text):
        line = unescape(_TAG.sub(" ", raw)).strip()
        if match := _RADMIN.search(line):
            year, month, day, time, name, address, who = match.groups()
            yield Connection(f"{name} ({address})", f"{year}-{month}-{day} {time}", line, who=who.strip())


PARSERS: dict[str, Parser] = {
    "anydesk": anydesk,
    "teamviewer": teamviewer,
    "rustdesk": rustdesk,
    "ultraviewer": ultraviewer,
    "ultravnc": ultravnc,
    "ammyy": ammyy,
    "radmin": radmin,
}


def log_text(data: bytes) -> str:
    """Return a log's text: UTF-16 by its mark, else UTF-8 with what does not fit as lone surrogates."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "surrogateescape")


def _lines(text: str) -> Iterator[str]:
    """Yield the last lines, at most `MOST_SESSIONS`: what was lately says more than what was long ago."""
    lines = [line for raw in text.splitlines() if (line := raw.rstrip("\r\0")).strip()]
    yield from lines[-MOST_SESSIONS:]


def _teamviewer_time(text: str) -> str:
    try:
        return written(datetime.strptime(text, _TEAMVIEWER_TIME).replace(tzinfo=UTC))
    except ValueError:
        return ""


def _moment(text: str) -> str:
    try:
        return written(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return ""
