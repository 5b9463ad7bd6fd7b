"""Who is signed in on this Windows: its sessions, and this person's own browsers and their sites.

Only this person's own folder is looked into, also where an administrator could read more. Chrome and
Edge keep their cookies closed while they run: then that is told. References: ../browser_sign_ins.py,
../sessions_now.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.browser_profiles import (
    BrowserFolder,
    chromium_profiles_in,
    firefox_profiles_in,
)
from checkup.collect.computer.browser_sign_ins import BrowserSignIns, browser_places
from checkup.collect.computer.home import Home
from checkup.collect.computer.sessions_now import Sessions, of_psutil, sessions_now, signed_in_now
from checkup.collect.computer.windows.browsers import CHROMIUM, FIREFOX
from checkup.collect.computer.windows.ground import Ground, as_windows, on_disk
from checkup.collect.looking import Looking
from checkup.content.services import Services
from checkup.model.account import SignedIn
from checkup.model.clock import Clock, now, written
from checkup.model.looked import Cause, Unread

SESSIONS = "query user"
"""Not a file: what shows the same list in Windows' own words."""


def places(ground: Ground) -> tuple[str, ...]:
    """Return what a look would read; nothing is opened for it."""
    look = ground.looking()
    chromium, firefox = ((one[-1] for one in _folders(ground, each)) for each in (CHROMIUM, FIREFOX))
    return (SESSIONS, *map(as_windows, browser_places(look, chromium, firefox)))


def signed_in(
    ground: Ground, services: Services, clock: Clock = now, sessions: Sessions = of_psutil
) -> tuple[tuple[SignedIn, ...], tuple[Unread, ...]]:
    """Return who is signed in, and what stayed closed."""
    look = ground.looking()
    found = [*signed_in_now(sessions_now(look, SESSIONS, sessions))]
    if not _home(ground):
        look.note(ground.own or "USERPROFILE", Cause.NOT_SUPPORTED)  # on another drive, or in the network
    browsers = BrowserSignIns(look, services, written(clock()), as_windows)
    found += browsers.of(
        chromium_profiles_in(look, _folders(ground, CHROMIUM)),
        firefox_profiles_in(look, _folders(ground, FIREFOX)),
    )
    return tuple(found), _unread(look)


def _home(ground: Ground) -> str:
    return on_disk(ground.own.replace("/", "\\")) if ground.own else ""


def _folders(ground: Ground, catalogue: tuple[tuple[str, str], ...]) -> Iterator[BrowserFolder]:
    if path := _home(ground):
        home = Home(path, path.rpartition("/")[2])
        yield from ((name, home, f"{path}/{folder}") for name, folder in catalogue)


def _unread(look: Looking) -> tuple[Unread, ...]:
    """Return what could not be read, with paths as Windows writes them."""
    return tuple(
        Unread(
            where=as_windows(one.where) if one.where.startswith("/") else one.where,
            reason=one.reason,
            count=one.count,
        )
        for one in look.unread
    )
