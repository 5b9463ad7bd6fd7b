"""Reads who signed in to a Mac, now and before: the list of sign-ins and the log that `last` asks.

The log's files are open to administrators' accounts alone.
References: ../../../parse/mac_utmpx.py, ../../../parse/asl.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.macos.ground import MacGround
from checkup.collect.looking import Looking, moment
from checkup.model.login import PastSignIn
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.asl import NotAsl, records
from checkup.parse.mac_utmpx import MacSignIn, NotUtmpx, signed_in_before, signed_in_now
from checkup.parse.utmp import other_end

NOW = "/private/var/run/utmpx"
LOGS = "/private/var/log/asl"
KEPT_LONG = "BB."  # how the files of sign-ins begin: kept for a year
MOST_LIST = 16 * 1024 * 1024
MOST_FILES = 400


def past_sign_ins(ground: MacGround) -> Reading[PastSignIn]:
    """Return all sign-ins, each once: one that lasts stands in both lists."""
    look = ground.looking()
    found: dict[tuple[str, str, str], PastSignIn] = {}
    for one in (*_now(look, is_now=ground.place.live), *_before(look)):
        found.setdefault((one.who, one.remote, one.since), one)
    return look.reading(found.values())


def _now(look: Looking, *, is_now: bool) -> Iterator[PastSignIn]:
    data = look.bytes(NOW, MOST_LIST)
    try:
        for one in signed_in_now(data) if data else ():
            yield _of(NOW, one, is_now=is_now)
    except NotUtmpx:
        look.note(NOW, Cause.UNKNOWN_FORMAT)


def _before(look: Looking) -> Iterator[PastSignIn]:
    if not look.is_there(LOGS) and not look.is_stopped and not look.unread:
        look.note(LOGS, Cause.NOT_SUPPORTED)  # no log is kept: nobody can tell who was here
    files = [path for path in look.paths(LOGS, ".asl") if path.rpartition("/")[2].startswith(KEPT_LONG)]
    for path in sorted(files)[-MOST_FILES:]:
        data = look.bytes(path, MOST_LIST)
        try:
            for one in signed_in_before(records(data)) if data else ():
                yield _of(path, one, is_now=False)
        except NotAsl:
            look.note(path, Cause.UNKNOWN_FORMAT)


def _of(path: str, one: MacSignIn, *, is_now: bool) -> PastSignIn:
    return PastSignIn(
        seen_in=path,
        who=one.who,
        remote=other_end(one.remote),
        terminal=one.terminal,
        since=moment(one.since),
        until=moment(one.until) if one.until is not None else "",
        is_now=is_now,
    )
