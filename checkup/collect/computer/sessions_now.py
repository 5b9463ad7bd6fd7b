"""Who is signed in to the system itself now, on systems where psutil is how to ask.

It asks Windows for its terminal sessions (WTSEnumerateSessions) and macOS for its list of users
(getutxent). References: psutil's documentation of `users`; learn.microsoft.com, WTS_CLIENT_ADDRESS.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol

from checkup.collect.looking import Looking, moment
from checkup.model.account import SignedIn, SignedInKind
from checkup.model.login import PastSignIn
from checkup.model.looked import Cause
from checkup.parse.utmp import other_end

MOST_SESSIONS = 500


class Session(Protocol):
    """One session as psutil gives it; `started` is seconds since 1970, `host` None or the other end."""

    @property
    def name(self) -> str: ...
    @property
    def terminal(self) -> str | None: ...
    @property
    def host(self) -> str | None: ...
    @property
    def started(self) -> float: ...


Sessions = Callable[[], Iterable[Session]]


def of_psutil() -> Iterable[Session]:
    """Ask the system; raises OSError."""
    import psutil

    try:
        sessions: Iterable[Session] = psutil.users()
    except psutil.Error as error:
        raise OSError from error
    return sessions


def sessions_now(look: Looking, where: str, sessions: Sessions = of_psutil) -> Iterator[PastSignIn]:
    """Yield the sessions that last; what cannot be asked is noted."""
    try:
        found = list(islice(sessions(), MOST_SESSIONS))
    except (OSError, ValueError) as error:
        look.note(where, Cause.NOT_PERMITTED if isinstance(error, PermissionError) else Cause.FAILED)
        return
    for one in found:
        yield PastSignIn(
            seen_in=where,
            who=one.name or "",
            remote=_remote(one.host or ""),
            terminal=one.terminal or "",
            since=moment(one.started),
            is_now=True,
        )


def signed_in_now(found: Iterable[PastSignIn]) -> Iterator[SignedIn]:
    """Yield one sign-in for each account and other end, since the first of its sessions and windows."""
    since: dict[tuple[str, str], tuple[str, str]] = {}
    for one in found:
        key, this = (one.who, one.remote), (one.since, one.seen_in)
        earlier = since.get(key)
        if earlier is None or (this[0] and (not earlier[0] or this[0] < earlier[0])):
            since[key] = this
    for (who, remote), (began, seen_in) in since.items():
        yield SignedIn(kind=SignedInKind.SYSTEM, who=who, remote=remote, since=began, seen_in=seen_in)


def _remote(host: str) -> str:
    """Return the other end; Windows gives 0.0.0.0 for a session at the screen."""
    return "" if host in ("0.0.0.0", "::", "127.0.0.1", "localhost") else other_end(host)  # noqa: S104 - a text
