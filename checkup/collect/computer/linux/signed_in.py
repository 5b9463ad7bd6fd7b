"""Reads who is signed in on this computer: sessions, accounts of browsers, and sign-in cookies by name.

Only this person's own browsers are looked into, also where an administrator could read more: who is
signed in elsewhere is not theirs to know. Of a cookie its host, its name and its end are asked for;
what it holds is neither selected nor decrypted, and the person is asked before any of it.
References: sd-login(3), utmp(5); Chromium net/extras/sqlite/sqlite_persistent_cookie_store.cc;
Firefox netwerk/cookie/CookiePersistentStorage.cpp. Seen with Chromium 156 and Firefox 153.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checkup.collect.computer.browser_profiles import Profile, json_file
from checkup.collect.computer.database import database_rows
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
from checkup.collect.looking import Looking
from checkup.collect.place import Place
from checkup.collect.run import Run
from checkup.content.services import Services
from checkup.model.account import SignedIn, SignedInKind
from checkup.model.clock import Clock, now, written
from checkup.model.looked import Unread
from checkup.model.stop import Stop
from checkup.parse.chromium import ChromiumProfile, account_mails
from checkup.parse.chromium import chromium_profiles as listed_profiles
from checkup.parse.cookies import CHROMIUM_COOKIES, FIREFOX_COOKIES, Cookie, chromium_cookies, firefox_cookies
from checkup.parse.firefox import sync_name

# Relative to a profile; newer versions of some keep it one folder deeper.
_LIST = "Local State"
_CHROMIUM_FILES = ("Cookies", "Network/Cookies")
_FIREFOX_FILE = "cookies.sqlite"
_MOST_PREFERENCES = 8 * 1024 * 1024
# The service a browser's own account belongs to.
_ACCOUNTS_OF = {"Google Chrome": "google", "Chromium": "google", "Microsoft Edge": "microsoft"}


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
    for _, _, folder in folders(CHROMIUM, homes):
        if look.is_there(folder):
            found += [f"{folder}/{file}" for file in (_LIST, "*/Preferences", "*/Cookies")]
    for _, _, folder in folders(FIREFOX, homes):
        if look.is_there(folder):
            found += [f"{folder}/{file}" for file in ("*/prefs.js", f"*/{_FIREFOX_FILE}")]
    return tuple(found)


def signed_in(
    ground: Ground, services: Services, clock: Clock = now
) -> tuple[tuple[SignedIn, ...], tuple[Unread, ...]]:
    """Return who is signed in, and what stayed closed; cookies that have ended stand for nobody."""
    look, moment = ground.looking(), written(clock())
    homes = this_persons_homes(ground, look)
    found = [*_sessions(look)]
    for each in chromium_profiles(ground, look, homes):
        listed = _listed(look, each)
        profile = replace(each, name=listed.name or each.name)
        found += _accounts_of_chromium(look, profile, listed)
        found += _sites(profile, _cookies_of_chromium(look, profile), services, moment)
    for profile in firefox_profiles(ground, look, homes):
        found += _account_of_firefox(look, profile)
        found += _sites(profile, _cookies_of_firefox(look, profile), services, moment)
    return tuple(found), look.unread


def _sessions(look: Looking) -> Iterator[SignedIn]:
    """Yield one sign-in for each account and other end, since the first of its sessions and windows."""
    since: dict[tuple[str, str], tuple[str, str]] = {}
    for one in sign_ins_now(look):
        key, this = (one.who, one.remote), (one.since, one.seen_in)
        earlier = since.get(key)
        if earlier is None or (this[0] and (not earlier[0] or this[0] < earlier[0])):
            since[key] = this
    for (who, remote), (began, seen_in) in since.items():
        yield SignedIn(kind=SignedInKind.SYSTEM, who=who, remote=remote, since=began, seen_in=seen_in)


def _listed(look: Looking, profile: Profile) -> ChromiumProfile:
    """Return what the browser's own list says about a profile: the name the person gave it."""
    own = profile.path.rpartition("/")[2]
    listed = listed_profiles(json_file(look, f"{profile.folder}/{_LIST}"))
    return next((one for one in listed if one.folder == own), ChromiumProfile(own, "", ""))


def _accounts_of_chromium(look: Looking, profile: Profile, listed: ChromiumProfile) -> Iterator[SignedIn]:
    preferences = f"{profile.path}/Preferences"
    mails = {listed.account: f"{profile.folder}/{_LIST}"} if listed.account else {}
    mails |= dict.fromkeys(account_mails(json_file(look, preferences)), preferences)
    for mail, seen_in in mails.items():
        yield _account(profile, mail, seen_in)


def _account_of_firefox(look: Looking, profile: Profile) -> Iterator[SignedIn]:
    path = f"{profile.path}/prefs.js"
    if name := sync_name(look.text(path, _MOST_PREFERENCES) or ""):
        yield _account(profile, name, path)


def _account(profile: Profile, who: str, seen_in: str) -> SignedIn:
    return SignedIn(
        kind=SignedInKind.BROWSER_SYNC,
        who=who,
        service=_ACCOUNTS_OF.get(profile.browser, ""),
        browser=profile.browser,
        profile=profile.name,
        seen_in=seen_in,
    )


def _cookies_of_chromium(look: Looking, profile: Profile) -> Iterator[tuple[str, Cookie]]:
    for file in _CHROMIUM_FILES:
        path = f"{profile.path}/{file}"
        for cookie in chromium_cookies(database_rows(look, path, CHROMIUM_COOKIES) or ()):
            yield path, cookie


def _cookies_of_firefox(look: Looking, profile: Profile) -> Iterator[tuple[str, Cookie]]:
    path = f"{profile.path}/{_FIREFOX_FILE}"
    for cookie in firefox_cookies(database_rows(look, path, FIREFOX_COOKIES) or ()):
        yield path, cookie


def _sites(
    profile: Profile, cookies: Iterable[tuple[str, Cookie]], services: Services, moment: str
) -> Iterator[SignedIn]:
    """Yield each service once for each profile and host; cookies that say nothing are not kept."""
    seen = set()
    for path, cookie in cookies:
        if cookie.ends and cookie.ends <= moment:
            continue
        service = services.of_host(cookie.host, cookie.name)
        if service is None or (service.id, cookie.host) in seen:
            continue
        seen.add((service.id, cookie.host))
        yield SignedIn(
            kind=SignedInKind.BROWSER_SITE,
            service=service.id,
            host=cookie.host,
            browser=profile.browser,
            profile=profile.name,
            seen_in=path,
        )
