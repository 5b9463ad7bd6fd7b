"""Reads who is signed in on this computer: sessions, accounts of browsers, and sign-in cookies by name.

Only this person's own browsers are looked into, also where an administrator could read more: who is
signed in elsewhere is not theirs to know. What a cookie holds is neither selected nor decrypted, and
the person is asked before any of it. References: sd-login(3), utmp(5); ../browser_sign_ins.py.
"""

from checkup.collect.computer.browser_sign_ins import BrowserSignIns, browser_places
from checkup.collect.computer.linux.browsers import (
    CHROMIUM,
    FIREFOX,
    chromium_profiles,
    firefox_profiles,
    folders,
)
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.own_homes import this_persons_homes
from checkup.collect.computer.linux.past_sign_ins import NOW, SESSIONS, sign_ins_now
from checkup.collect.computer.sessions_now import signed_in_now
from checkup.collect.place import Place
from checkup.collect.run import Run
from checkup.content.services import Services
from checkup.model.account import SignedIn
from checkup.model.clock import Clock, now, written
from checkup.model.looked import Unread
from checkup.model.stop import Stop


def places_to_read(place: Place, run: Run, stop: Stop) -> tuple[str, ...]:
    """Return what a look would read, as paths with a star for each profile; nothing is opened for it."""
    return places(Ground(place, run, stop))


def signed_in_here(
    place: Place, run: Run, stop: Stop, services: Services
) -> tuple[tuple[SignedIn, ...], tuple[Unread, ...]]:
    """Return who is signed in here, and the places that could not be read."""
    return signed_in(Ground(place, run, stop), services)


def places(ground: Ground) -> tuple[str, ...]:
    """Return the lists of sessions, and the files of each browser folder that is there."""
    look = ground.looking()
    homes = this_persons_homes(ground, look)
    found = [path for path in (SESSIONS, *NOW) if look.is_there(path)]
    chromium, firefox = ((one[-1] for one in folders(each, homes)) for each in (CHROMIUM, FIREFOX))
    return (*found, *browser_places(look, chromium, firefox))


def signed_in(
    ground: Ground, services: Services, clock: Clock = now
) -> tuple[tuple[SignedIn, ...], tuple[Unread, ...]]:
    """Return who is signed in, and what stayed closed; cookies that have ended stand for nobody."""
    look = ground.looking()
    homes = this_persons_homes(ground, look)
    found = [*signed_in_now(sign_ins_now(look))]
    browsers = BrowserSignIns(look, services, written(clock()))
    found += browsers.of(chromium_profiles(ground, look, homes), firefox_profiles(ground, look, homes))
    return tuple(found), look.unread
