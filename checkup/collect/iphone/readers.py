"""Which reader answers for which kind of observation an iPhone's backup can give; one line a kind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from checkup.collect.gathered import Gathered, Readers
from checkup.collect.iphone import paths
from checkup.collect.iphone.backup import Backup
from checkup.collect.iphone.listed_pages import Pages
from checkup.collect.iphone.paths import At
from checkup.collect.iphone.reading import FromTables, Looking
from checkup.indicators.known import Known
from checkup.model.iphone import (
    AppOrigin,
    ConfigurationProfile,
    DeviceManagement,
    FetchedApp,
    IphoneApp,
    JailbreakTrace,
    JoinedNetwork,
    OpenCalendar,
    PhoneAccount,
    PrivacyGrant,
    ProcessTraffic,
    ScreenTime,
    Shortcut,
    SigningProfile,
    SubscribedCalendar,
)
from checkup.model.looked import Cause
from checkup.model.result import Subject, SubjectKind
from checkup.model.sources import Reading, Seen
from checkup.model.stop import Stop
from checkup.model.web_trace import LinkedHost, VisitedHost
from checkup.parse.iphone import (
    accounts,
    apps,
    calendars,
    history,
    profiles,
    screen_time,
    shortcuts,
    traffic,
    wifi,
)
from checkup.parse.iphone.addresses import SHORTENERS, bare_host
from checkup.parse.iphone.grants import grants, locations
from checkup.parse.iphone.jailbreak import tool_of_app
from checkup.parse.iphone.messages import message_links, note_links
from checkup.parse.iphone.signing_profile import signing_profile
from checkup.parse.iphone.viber import viber_links
from checkup.parse.iphone.whatsapp import whatsapp_links
from checkup.parse.plist import NotPlist

Web = TypeVar("Web", VisitedHost, LinkedHost)
_INFO = "Info.plist"


def for_this_backup(backup: Backup, known: Known, stop: Stop) -> Gathered:
    """Return the sources of one backup. `known` says which single pages are worth keeping."""
    return Gathered(iphone_readers(backup, known, stop), stop)


def subject_of(backup: Backup) -> Subject:
    """Return what was looked at."""
    name = " ".join(part for part in (backup.device.name, backup.device.model) if part)
    device = backup.device
    return Subject(kind=SubjectKind.IPHONE, name=name, system=device.system or "iOS", mark=device.mark)


def iphone_readers(backup: Backup, known: Known, stop: Stop) -> Readers:
    """Return the reader of every kind; one line a kind."""

    def look() -> Looking:
        return Looking(backup, stop)

    return {
        IphoneApp: lambda: _apps(look()),
        FetchedApp: lambda: _fetched(look()),
        SigningProfile: lambda: _signing(look()),
        ConfigurationProfile: lambda: _profiles(look()),
        DeviceManagement: lambda: _management(look()),
        PrivacyGrant: lambda: _grants(look()),
        JailbreakTrace: lambda: _traces(look()),
        PhoneAccount: lambda: _one(look(), paths.ACCOUNTS, accounts.accounts),
        SubscribedCalendar: lambda: _one(look(), paths.CALENDARS, calendars.subscribed),
        OpenCalendar: lambda: _one(look(), paths.CALENDARS, calendars.open_to_others),
        Shortcut: lambda: _one(look(), paths.SHORTCUTS, shortcuts.shortcuts),
        ProcessTraffic: lambda: _one(look(), paths.TRAFFIC, traffic.traffic),
        JoinedNetwork: lambda: _networks(look()),
        ScreenTime: lambda: _screen_time(look()),
        VisitedHost: lambda: _history(look(), known),
        LinkedHost: lambda: _links(look()),
    }


def _one(look: Looking, places: Sequence[At], parse: FromTables[Seen]) -> Reading[Seen]:
    return look.reading(look.database(places, parse))


def _apps(look: Looking) -> Reading[IphoneApp]:
    def found() -> Iterator[IphoneApp]:
        try:
            yield from apps.apps(look.backup.info)
        except NotPlist:
            look.note(_INFO, Cause.UNKNOWN_FORMAT if look.backup.info else Cause.NOT_IN_BACKUP)

    return look.reading(found())


def _fetched(look: Looking) -> Reading[FetchedApp]:
    def found() -> Iterator[FetchedApp]:
        for app in _apps(look).items:
            if app.origin is AppOrigin.UNKNOWN:
                look.note(f"{_INFO} · Applications", Cause.NOT_IN_BACKUP)
            else:
                yield FetchedApp(**msgspec.structs.asdict(app))

    return look.reading(found())


def _profiles(look: Looking) -> Reading[ConfigurationProfile]:
    def one(data: bytes, where: str) -> Iterator[ConfigurationProfile]:
        yield profiles.profile(data, where)

    return look.reading(item for entry in look.backup.index.profiles for item in look.entry(entry, one))


def _signing(look: Looking) -> Reading[SigningProfile]:
    def one(data: bytes, where: str) -> Iterator[SigningProfile]:
        yield signing_profile(data, where)

    return look.reading(item for entry in look.backup.index.signing for item in look.entry(entry, one))


def _management(look: Looking) -> Reading[DeviceManagement]:
    def one(data: bytes, where: str) -> Iterator[DeviceManagement]:
        if (found := profiles.management(data, where)) is not None:
            yield found

    return look.reading(item for at in paths.MANAGEMENT for item in look.file((at,), one, may_be_absent=True))


def _grants(look: Looking) -> Reading[PrivacyGrant]:
    def found() -> Iterator[PrivacyGrant]:
        yield from look.database(paths.TCC, grants)
        yield from look.file(paths.LOCATION, locations)

    return look.reading(found())


def _traces(look: Looking) -> Reading[JailbreakTrace]:
    def found() -> Iterator[JailbreakTrace]:
        for app in look.backup.device.apps:
            if tool := tool_of_app(app):
                yield JailbreakTrace(tool=tool, seen_in=_INFO)
        for tool, at in look.backup.index.traces.items():
            yield JailbreakTrace(tool=tool, seen_in=str(at))

    return look.reading(found())


def _networks(look: Looking) -> Reading[JoinedNetwork]:
    return look.reading(look.file(paths.WIFI, wifi.networks))


def _screen_time(look: Looking) -> Reading[ScreenTime]:
    def found() -> Iterator[ScreenTime]:
        yield from look.file(paths.SCREEN_TIME, screen_time.preferences)
        yield from look.file(paths.RESTRICTIONS, screen_time.preferences, may_be_absent=True)
        for at in paths.FAMILY:
            yield from look.database((at,), screen_time.family, may_be_absent=True)

    return look.reading(found())


def _history(look: Looking, known: Known) -> Reading[VisitedHost]:
    listed = Pages(known)

    def of(*forms: history.Form) -> FromTables[VisitedHost]:
        return lambda tables, where: history.history(tables, forms, where, listed)

    def found() -> Iterator[VisitedHost]:
        yield from look.database(paths.SAFARI, of(history.SAFARI))
        yield from look.database(paths.CHROME, of(history.CHROME), may_be_absent=True)
        for at in paths.FIREFOX:
            yield from look.database((at,), of(*history.FIREFOX), may_be_absent=True)

    return look.reading(_told(look, found()))


def _links(look: Looking) -> Reading[LinkedHost]:
    def found() -> Iterator[LinkedHost]:
        yield from look.database(paths.MESSAGES, message_links)
        yield from look.database(paths.NOTES, note_links)
        yield from look.database(paths.WHATSAPP, whatsapp_links, may_be_absent=True)
        yield from look.database(paths.VIBER, viber_links, may_be_absent=True)

    return look.reading(_told(look, found()))


def _told(look: Looking, items: Iterable[Web]) -> Iterator[Web]:
    """Yield the items, and note those that only lead on to another address."""
    for item in items:
        if bare_host(item.host) in SHORTENERS:
            look.note(f"{item.seen_in} · {bare_host(item.host)}", Cause.NOT_OPENED, item.count)
        yield item
