"""Which accounts browsers are connected to, and which sites they are signed in to, on every system.

Of a cookie its host, its name and its end are asked for; what it holds is neither selected nor
decrypted. A browser that is running may keep its cookies closed: then that is told.
References: Chromium net/extras/sqlite/sqlite_persistent_cookie_store.cc; Firefox
netwerk/cookie/CookiePersistentStorage.cpp. Seen with Chromium 156 and Firefox 153.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from checkup.collect.computer.browser_profiles import Profile, json_file
from checkup.collect.computer.database import database_rows
from checkup.collect.looking import Looking
from checkup.content.services import Services
from checkup.model.account import SignedIn, SignedInKind
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


def browser_places(look: Looking, chromium: Iterable[str], firefox: Iterable[str]) -> Iterator[str]:
    """Yield the files a look would read in these folders, with a star for each profile; opens nothing."""
    for folder in chromium:
        if look.is_there(folder):
            yield from (f"{folder}/{file}" for file in (_LIST, "*/Preferences", "*/Cookies"))
    for folder in firefox:
        if look.is_there(folder):
            yield from (f"{folder}/{file}" for file in ("*/prefs.js", f"*/{_FIREFOX_FILE}"))


@dataclass(frozen=True)
class BrowserSignIns:
    """Reads the sign-ins of profiles; `moment` is now, `shown` writes a path as the system does."""

    look: Looking
    services: Services
    moment: str
    shown: Callable[[str], str] = str

    def of(self, chromium: Iterable[Profile], firefox: Iterable[Profile]) -> Iterator[SignedIn]:
        """Yield accounts and sites; cookies that have ended stand for nobody."""
        for each in chromium:
            listed = self._listed(each)
            profile = replace(each, name=listed.name or each.name)
            yield from self._accounts_of_chromium(profile, listed)
            yield from self._sites(profile, self._cookies_of_chromium(profile))
        for profile in firefox:
            yield from self._account_of_firefox(profile)
            yield from self._sites(profile, self._cookies_of_firefox(profile))

    def _listed(self, profile: Profile) -> ChromiumProfile:
        """Return what the browser's own list says about a profile: the name the person gave it."""
        own = profile.path.rpartition("/")[2]
        listed = listed_profiles(json_file(self.look, f"{profile.folder}/{_LIST}"))
        return next((one for one in listed if one.folder == own), ChromiumProfile(own, "", ""))

    def _accounts_of_chromium(self, profile: Profile, listed: ChromiumProfile) -> Iterator[SignedIn]:
        preferences = f"{profile.path}/Preferences"
        mails = {listed.account: f"{profile.folder}/{_LIST}"} if listed.account else {}
        mails |= dict.fromkeys(account_mails(json_file(self.look, preferences)), preferences)
        for mail, seen_in in mails.items():
            yield self._account(profile, mail, seen_in)

    def _account_of_firefox(self, profile: Profile) -> Iterator[SignedIn]:
        path = f"{profile.path}/prefs.js"
        if name := sync_name(self.look.text(path, _MOST_PREFERENCES) or ""):
            yield self._account(profile, name, path)

    def _account(self, profile: Profile, who: str, seen_in: str) -> SignedIn:
        return SignedIn(
            kind=SignedInKind.BROWSER_SYNC,
            who=who,
            service=_ACCOUNTS_OF.get(profile.browser, ""),
            browser=profile.browser,
            profile=profile.name,
            seen_in=self.shown(seen_in),
        )

    def _cookies_of_chromium(self, profile: Profile) -> Iterator[tuple[str, Cookie]]:
        for file in _CHROMIUM_FILES:
            path = f"{profile.path}/{file}"
            for cookie in chromium_cookies(database_rows(self.look, path, CHROMIUM_COOKIES) or ()):
                yield path, cookie

    def _cookies_of_firefox(self, profile: Profile) -> Iterator[tuple[str, Cookie]]:
        path = f"{profile.path}/{_FIREFOX_FILE}"
        for cookie in firefox_cookies(database_rows(self.look, path, FIREFOX_COOKIES) or ()):
            yield path, cookie

    def _sites(self, profile: Profile, cookies: Iterable[tuple[str, Cookie]]) -> Iterator[SignedIn]:
        """Yield each service once for each profile and host; cookies that say nothing are not kept."""
        seen = set()
        for path, cookie in cookies:
            if cookie.ends and cookie.ends <= self.moment:
                continue
            service = self.services.of_host(cookie.host, cookie.name)
            if service is None or (service.id, cookie.host) in seen:
                continue
            seen.add((service.id, cookie.host))
            yield SignedIn(
                kind=SignedInKind.BROWSER_SITE,
                service=service.id,
                host=cookie.host,
                browser=profile.browser,
                profile=profile.name,
                seen_in=self.shown(path),
            )
