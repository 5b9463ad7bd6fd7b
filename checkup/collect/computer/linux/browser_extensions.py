"""Reads what is added to the browsers of this person, and what their pages may do."""

from checkup.collect.computer import browser_extensions as extensions
from checkup.collect.computer import site_permissions as sites
from checkup.collect.computer.linux.browsers import browsers
from checkup.collect.computer.linux.ground import Ground
from checkup.model.browser import BrowserExtension, SitePermission
from checkup.model.sources import Reading


def browser_extensions(ground: Ground) -> Reading[BrowserExtension]:
    """Return all extensions, those built into the browser left out."""
    look = ground.looking()
    return look.reading(extensions.browser_extensions(look, browsers(ground, look)))


def site_permissions(ground: Ground) -> Reading[SitePermission]:
    """Return what pages may do without asking again."""
    look = ground.looking()
    return look.reading(sites.site_permissions(look, browsers(ground, look)))
