"""Reads who signed in to this computer, now and before, from all lists a Linux system keeps.

References: utmp(5), wtmpdb(8) and lastlog2(8) (the lists of Debian 13 and newer), sd-login(3).
"""

from collections.abc import Iterable, Iterator

from checkup.collect.computer.database import database_rows
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking, moment
from checkup.model.login import PastSignIn
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.logind import LoginSession, login_session
from checkup.parse.utmp import NotUtmp, RecordKind, UtmpRecord, other_end, utmp_records

NOW = ("/run/utmp",)
BEFORE = ("/var/log/wtmp", "/var/log/wtmp.1")
REFUSED = "/var/log/btmp"
SESSIONS = "/run/systemd/sessions"
WTMPDB = "/var/lib/wtmpdb/wtmp.db"
LASTLOG = "/var/lib/lastlog/lastlog2.db"
MOST_LIST = 64 * 1024 * 1024
_WTMPDB = "SELECT User, RemoteHost, TTY, Login, Logout FROM wtmp WHERE Type = 3"
_LASTLOG = "SELECT Name, RemoteHost, TTY, Time FROM Lastlog2"
_MICRO = 1_000_000


def past_sign_ins(ground: Ground) -> Reading[PastSignIn]:
    """Return all sign-ins.

    The list of refused ones is not counted here, but that it cannot be read is part of the answer.
    """
    look = ground.looking()
    found = [*_sessions(look), *_lists(look, (*NOW, *BEFORE)), *_wtmpdb(look), *_lastlog(look)]
    look.bytes(REFUSED, MOST_LIST)
    if not any(look.is_there(path) for path in (*BEFORE, WTMPDB, LASTLOG)) and not look.is_stopped:
        look.note(BEFORE[0], Cause.NOT_SUPPORTED)  # no list is kept: nobody can tell who was here
    return look.reading(_once(found))


def sign_ins_now(look: Looking) -> Iterator[PastSignIn]:
    """Yield the sign-ins that still last; where no list of them is kept, that is noted."""
    if not any(look.is_there(path) for path in (SESSIONS, *NOW)) and not look.unread:
        look.note(SESSIONS, Cause.NOT_SUPPORTED)
    yield from _sessions(look)
    yield from _lists(look, NOW)


def open_sessions(look: Looking) -> Iterator[tuple[str, LoginSession]]:
    """Yield the sessions the login service knows, with the file each is noted in."""
    for path, text in look.texts(p for p in look.paths(SESSIONS) if not p.endswith(".ref")):
        session = login_session(text)
        if session is not None and session.group == "user" and session.is_open:
            yield path, session


def _sessions(look: Looking) -> Iterator[PastSignIn]:
    for path, session in open_sessions(look):
        yield PastSignIn(
            seen_in=path,
            who=session.user,
            remote=session.remote if session.is_remote else "",
            terminal=session.terminal,
            since=moment(session.since) if session.since is not None else "",
            is_now=True,
        )


def _lists(look: Looking, paths: Iterable[str]) -> Iterator[PastSignIn]:
    for path in paths:
        try:
            records = list(utmp_records(look.bytes(path, MOST_LIST) or b""))
        except NotUtmp:
            look.note(path, Cause.UNKNOWN_FORMAT)
            continue
        ends = _ends(records)
        for number, record in enumerate(records):
            if record.kind == RecordKind.SIGNED_IN and record.user:
                yield _of_record(path, record, ends.get(number))


def _ends(records: list[UtmpRecord]) -> dict[int, int]:
    """Return when each sign-in ended, by its place in the list: the next end on its line, or a start."""
    ends: dict[int, int] = {}
    open_on: dict[str, int] = {}
    for number, record in enumerate(records):
        if record.kind == RecordKind.BOOT:
            ends.update(dict.fromkeys(open_on.values(), record.seconds))
            open_on.clear()
        elif (earlier := open_on.pop(record.terminal, None)) is not None:
            ends[earlier] = record.seconds
        if record.kind == RecordKind.SIGNED_IN:
            open_on[record.terminal] = number
    return ends


def _of_record(path: str, record: UtmpRecord, end: int | None) -> PastSignIn:
    return PastSignIn(
        seen_in=path,
        who=record.user,
        remote=record.remote,
        terminal=record.terminal,
        since=moment(record.seconds),
        until=moment(end) if end is not None else "",
        is_now=path in NOW,
    )


def _wtmpdb(look: Looking) -> Iterator[PastSignIn]:
    for who, remote, terminal, login, logout in database_rows(look, WTMPDB, _WTMPDB) or ():
        yield PastSignIn(
            seen_in=WTMPDB,
            who=_text(who),
            remote=_remote(remote),
            terminal=_text(terminal),
            since=_time(login, _MICRO),
            until=_time(logout, _MICRO),
        )


def _lastlog(look: Looking) -> Iterator[PastSignIn]:
    for who, remote, terminal, time in database_rows(look, LASTLOG, _LASTLOG) or ():
        since = _time(time, 1)
        if since:
            yield PastSignIn(
                seen_in=LASTLOG,
                who=_text(who),
                remote=_remote(remote),
                terminal=_text(terminal),
                since=since,
            )


def _once(found: Iterable[PastSignIn]) -> Iterator[PastSignIn]:
    """Yield each sign-in once: the same one stands in several lists, the one that still lasts first."""
    seen = set()
    for one in found:
        key = (one.who, one.remote, one.since)
        if key not in seen:
            seen.add(key)
            yield one


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _remote(value: object) -> str:
    return other_end(_text(value))


def _time(value: object, scale: int) -> str:
    return moment(value / scale) if isinstance(value, int) and value > 0 else ""
