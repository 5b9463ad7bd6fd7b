"""All that was observed of each app, put together: the ground the checks of apps stand on.

What it does not hold by itself: whether a sign is worth a card. That is `app_weight`.
"""

from collections import Counter, defaultdict
from enum import StrEnum
from functools import cached_property

from checkup.checks.android import familiar
from checkup.model.android import (
    AccessibilityOn,
    AdminApp,
    AppUse,
    ChosenApp,
    InstalledApp,
    NotificationReader,
    Power,
)
from checkup.model.sources import Sources

ADDED_PLACE = "/data/"
MANY_OF_IMAGE = 10  # apps of one day: what a system was made with
FEW_OF_DAY = 2  # a later part of the maker's brings more


class Origin(StrEnum):
    """How an app came onto the phone. The signs are `app_from_<value>`."""

    PHONE = "phone"
    STORE = "store"
    OTHER_STORE = "other_store"
    MOVED = "moved"  # set up or moved from another phone by its maker's app
    FILE = "file"
    BROWSER = "browser"
    CABLE = "cable"
    NOBODY = "nobody"  # the phone kept no installer
    OTHER_APP = "other_app"
    NOT_READ = "not_read"

    @property
    def is_outside(self) -> bool:
        """Whether it came past every store."""
        return self in {Origin.FILE, Origin.BROWSER, Origin.CABLE, Origin.NOBODY, Origin.OTHER_APP}


class Facts:
    """Looks up what is known of an app by its id; each kind is asked for when it is needed."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    @cached_property
    def apps(self) -> dict[str, InstalledApp]:
        """All apps by id."""
        return {app.id: app for app in self._sources.read(InstalledApp)}

    @cached_property
    def readers(self) -> dict[str, list[AccessibilityOn]]:
        """Accessibility services by app."""
        found: dict[str, list[AccessibilityOn]] = defaultdict(list)
        for one in self._sources.read(AccessibilityOn):
            found[one.app].append(one)
        return found

    @cached_property
    def listeners(self) -> dict[str, NotificationReader]:
        """One reader of notifications for each app that has any."""
        return {one.app: one for one in self._sources.read(NotificationReader)}

    @cached_property
    def admins(self) -> dict[str, list[AdminApp]]:
        """Administrators and owners by app."""
        found: dict[str, list[AdminApp]] = defaultdict(list)
        for one in self._sources.read(AdminApp):
            found[one.app].append(one)
        return found

    @cached_property
    def chosen(self) -> dict[str, dict[Power, ChosenApp]]:
        """What apps were chosen for."""
        found: dict[str, dict[Power, ChosenApp]] = defaultdict(dict)
        for one in self._sources.read(ChosenApp):
            found[one.app][one.power] = one
        return found

    @cached_property
    def uses(self) -> dict[str, list[AppUse]]:
        """What apps may do and did, by app."""
        found: dict[str, list[AppUse]] = defaultdict(list)
        for one in self._sources.read(AppUse):
            found[one.app].append(one)
        return found

    def is_of_phone(self, app_id: str) -> bool:
        """Whether an app came with the phone; one nobody listed counts as added."""
        app = self.apps.get(app_id)
        return app is not None and app.is_system

    @cached_property
    def _signed(self) -> Counter[str]:
        return Counter(app.signer for app in self.apps.values() if app.is_system and app.signer)

    def is_alone_with_signer(self, app_id: str) -> bool:
        """Whether an app came with the phone, yet no other of these has its signer. Not before Android 9."""
        app = self.apps.get(app_id)
        return app is not None and app.is_system and self._signed[app.signer] == 1

    @cached_property
    def _days(self) -> Counter[str]:
        return Counter(_day(app) for app in self.apps.values() if _is_in_system_place(app) and app.installed)

    def came_after_system(self, app_id: str) -> bool:
        """Whether an app lies in the system's own place, yet came after what the system was made with.

        Android takes the day of its file there; an image has one day for all of its many apps.
        """
        app = self.apps.get(app_id)
        if app is None or not _is_in_system_place(app) or not self._days:
            return False
        [(usual, count)] = self._days.most_common(1)
        return count >= MANY_OF_IMAGE and _day(app) > usual and self._days[_day(app)] <= FEW_OF_DAY

    def is_replaced_by_hand(self, app_id: str) -> bool:
        """Whether an app came with the phone, and was replaced later past every store by another file."""
        app = self.apps.get(app_id)
        if app is None or not app.is_system or not app.path.startswith(ADDED_PLACE):
            return False
        return _origin(app) in {Origin.FILE, Origin.BROWSER, Origin.CABLE}

    def origin(self, app_id: str) -> Origin:
        """Return how an app came onto the phone."""
        app = self.apps.get(app_id)
        if app is None or not app.is_installer_known:
            return Origin.NOT_READ
        return Origin.PHONE if app.is_system else _origin(app)

    def is_from_store(self, app_id: str) -> bool:
        """Whether an app came with the phone or from a shop that looks at what it sells."""
        return self.origin(app_id) in {Origin.PHONE, Origin.STORE, Origin.MOVED}


def _is_in_system_place(app: InstalledApp) -> bool:
    return app.is_system and bool(app.path) and not app.path.startswith(ADDED_PLACE)


def _day(app: InstalledApp) -> str:
    return app.installed[: len("2009-01-01")]


def _origin(app: InstalledApp) -> Origin:
    by = app.installer or app.initiator
    if familiar.CABLE in (app.initiator, by):
        return Origin.CABLE  # an installer's name can be claimed over the cable
    if by in familiar.BROWSERS or app.originator in familiar.BROWSERS:
        return Origin.BROWSER
    if app.initiator in familiar.BY_HAND or (app.is_from_file and app.initiator not in _SHOPS):
        return Origin.FILE  # a store's name can be claimed for it; who asked cannot be
    for ids, origin in _ORIGINS:
        if by in ids:
            return origin
    return Origin.OTHER_APP if by else Origin.NOBODY


_SHOPS = familiar.STORES | familiar.OTHER_STORES
_ORIGINS = (
    (familiar.STORES, Origin.STORE),
    (familiar.OTHER_STORES, Origin.OTHER_STORE),
    (familiar.MAKERS, Origin.MOVED),
    (familiar.BY_HAND, Origin.FILE),
)
