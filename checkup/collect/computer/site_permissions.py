"""Reads what pages may do without asking again, from every profile of every browser, on any system."""

from collections.abc import Iterator

from checkup.collect.computer.browser_profiles import Browsers, Profile, json_file
from checkup.collect.computer.database import database_rows
from checkup.collect.looking import Looking
from checkup.model.browser import SitePermission
from checkup.parse.site_permission import FIREFOX_STATEMENT, AllowedSite, chromium_sites, firefox_sites


def site_permissions(look: Looking, browsers: Browsers) -> Iterator[SitePermission]:
    """Yield one permission for each page and right of each profile."""
    for profile in browsers.chromium:
        path = f"{profile.path}/Preferences"
        for one in chromium_sites(json_file(look, path)):
            yield _of(profile, browsers.shown(path), one)
    for profile in browsers.firefox:
        path = f"{profile.path}/permissions.sqlite"
        for one in firefox_sites(database_rows(look, path, FIREFOX_STATEMENT) or ()):
            yield _of(profile, browsers.shown(path), one)


def _of(profile: Profile, seen_in: str, one: AllowedSite) -> SitePermission:
    return SitePermission(
        seen_in=seen_in,
        browser=profile.browser,
        profile=profile.name,
        site=one.site,
        right=one.right,
        since=one.since,
    )
