"""Who is signed in on this Mac: its sessions, and this person's own browsers and their sites.

Only this person's own home is looked into. Safari's cookies are closed without Full Disk Access and in a
form of their own: that they are not read is part of the answer. References: ../browser_sign_ins.py,
../sessions_now.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.browser_profiles import (
    BrowserFolder,
    chromium_profiles_in,
    firefox_profiles_in,
)
from checkup.collect.computer.browser_sign_ins import BrowserSignIns, browser_places
from checkup.collect.computer.linux.own_homes import this_persons_homes
from checkup.collect.computer.macos.browsers import CHROMIUM, FIREFOX, SUPPORT
from checkup.collect.computer.macos.ground import MacGround
from checkup.collect.computer.sessions_now import Sessions, of_psutil, sessions_now, signed_in_now
from checkup.collect.looking import Looking
from checkup.content.services import Services
from checkup.model.account import SignedIn
from checkup.model.clock import Clock, now, written
from checkup.model.looked import Cause, Unread

SESSIONS = "/var/run/utmpx"
SAFARI = "Library/Safari"


def places(ground: MacGround) -> tuple[str, ...]:
    """Return what a look would read; nothing is opened for it."""
    look = ground.looking()
    chromium, firefox = ((one[-1] for one in _folders(ground, look, each)) for each in (CHROMIUM, FIREFOX))
    return (SESSIONS, *browser_places(look, chromium, firefox))


def signed_in(
    ground: MacGround, services: Services, clock: Clock = now, sessions: Sessions = of_psutil
) -> tuple[tuple[SignedIn, ...], tuple[Unread, ...]]:
    """Return who is signed in, and what stayed closed."""
    look = ground.looking()
    found = [*signed_in_now(sessions_now(look, SESSIONS, sessions))]
    browsers = BrowserSignIns(look, services, written(clock()))
    found += browsers.of(
        chromium_profiles_in(look, _folders(ground, look, CHROMIUM)),
        firefox_profiles_in(look, _folders(ground, look, FIREFOX)),
    )
    for home in this_persons_homes(ground, look):
        if look.is_there(f"{home.path}/{SAFARI}"):
            look.note("Safari", Cause.NOT_SUPPORTED)
    return tuple(found), look.unread


def _folders(
    ground: MacGround, look: Looking, catalogue: tuple[tuple[str, str], ...]
) -> Iterator[BrowserFolder]:
    for home in this_persons_homes(ground, look):
        yield from ((name, home, f"{home.path}/{SUPPORT}/{folder}") for name, folder in catalogue)
