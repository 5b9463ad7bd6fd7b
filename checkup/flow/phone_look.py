"""A look at a phone or a capture: from what was brought to the scan, for window and command line."""

from collections.abc import Callable, Generator, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from checkup.checks.check import Check
from checkup.flow.progress import Asks
from checkup.indicators.known import Known
from checkup.model.clock import Clock
from checkup.model.phone import PhoneKind
from checkup.model.result import Subject
from checkup.model.sources import Sources
from checkup.model.stop import Stop
from checkup.model.value import Value
from checkup.scan import Event

if TYPE_CHECKING:
    from checkup.collect.android import Opened

AskPassword = Callable[[], str | None]
"""Gives a backup's password; None where nobody can be asked. Asked only where it has one."""


class Source(StrEnum):
    """Where the facts about a phone come from."""

    CABLE = "cable"
    BUG_REPORT = "bug_report"
    ANDROIDQF = "androidqf"
    DUMPSYS = "dumpsys"
    ADB_BACKUP = "adb_backup"
    IPHONE_BACKUP = "iphone_backup"
    CAPTURE = "capture"


SOURCES = {
    PhoneKind.ANDROID: (Source.CABLE, Source.BUG_REPORT, Source.ANDROIDQF, Source.DUMPSYS, Source.ADB_BACKUP),
    PhoneKind.IPHONE: (Source.IPHONE_BACKUP,),
    PhoneKind.NETWORK: (Source.CAPTURE,),
    PhoneKind.NONE: (),
}
"""The sources there are for each kind, the first of them the most usual."""

TAKES_FOLDER = frozenset({Source.ANDROIDQF, Source.IPHONE_BACKUP})
TAKES_FILE = frozenset(Source) - {Source.CABLE, Source.IPHONE_BACKUP}
TAKES_PASSWORD = frozenset({Source.ADB_BACKUP, Source.IPHONE_BACKUP})


class Wanted(Value, frozen=True, kw_only=True):
    """What to look at: what lies at `path`, or the phone on the cable; `serial` is "" for the only one."""

    source: Source
    path: Path = Path()
    serial: str = ""


class CannotLook(Exception):
    """Nothing can be looked at there; `key` is the text `cli.errors.<key>`, with the path it is about.

    `serials` are the phones there are, where there are several on the cable.
    """

    def __init__(self, key: str, path: str = "", serials: tuple[str, ...] = ()) -> None:
        super().__init__(key, path, serials)
        self.key = key
        self.path = path
        self.serials = serials


class Ready(Value, frozen=True, kw_only=True):
    """What a scan needs."""

    checks: Sequence[Check]
    sources: Sources
    subject: Subject


def look_at(wanted: Wanted, ask_password: AskPassword, stop: Stop, clock: Clock) -> Iterator[Event | Asks]:
    """Look at what is wanted; raises CannotLook before the first check where it cannot."""
    from checkup.collect.lists import known_programs
    from checkup.indicators.kept import Kept, lists_folder
    from checkup.scan import scan

    known = known_programs(Kept(lists_folder()))
    if wanted.source is Source.CABLE:
        ready = yield from _cable(wanted.serial, stop)
    else:
        ready = made_ready(wanted, ask_password, known, stop)
    yield from scan(ready.checks, ready.sources, known, stop, ready.subject, clock)


def made_ready(wanted: Wanted, ask_password: AskPassword, known: Known, stop: Stop) -> Ready:
    """Open what lies at a path; raises CannotLook."""
    match wanted.source:
        case Source.IPHONE_BACKUP:
            return _iphone(wanted.path, ask_password, known, stop)
        case Source.CAPTURE:
            return _capture(wanted.path, stop)
        case _:
            return _android(wanted.source, wanted.path, ask_password, stop)


def _cable(serial: str, stop: Stop) -> Generator[Asks, None, Ready]:
    from checkup.checks.android import ANDROID_CHECKS
    from checkup.collect.android.cable import NotConnected, cable_steps

    steps = cable_steps(serial, stop)
    while True:
        try:
            yield Asks(what=next(steps))
        except NotConnected as fault:
            raise CannotLook(f"android_{fault.state}", serials=fault.serials) from fault
        except StopIteration as end:
            opened: Opened = end.value.opened
            return Ready(checks=ANDROID_CHECKS, sources=opened.sources, subject=opened.subject)


def _iphone(path: Path, ask_password: AskPassword, known: Known, stop: Stop) -> Ready:
    from checkup.checks.iphone import IPHONE_CHECKS
    from checkup.collect.iphone.opening import open_backup
    from checkup.collect.iphone.readers import for_this_backup, subject_of
    from checkup.collect.iphone.trouble import CannotOpen

    try:
        backup = open_backup(path, ask_password)
    except CannotOpen as closed:
        raise CannotLook(closed.trouble.value, closed.path) from closed
    sources = for_this_backup(backup, known, stop)
    return Ready(checks=IPHONE_CHECKS, sources=sources, subject=subject_of(backup))


def _capture(path: Path, stop: Stop) -> Ready:
    from checkup.checks.network import NETWORK_CHECKS
    from checkup.collect.network.reading import NotACapture, for_this_capture, subject_of

    try:
        sources = for_this_capture(path, stop)
    except NotACapture as other:
        raise CannotLook(other.key, other.path) from other
    return Ready(checks=NETWORK_CHECKS, sources=sources, subject=subject_of(path))


def _android(source: Source, path: Path, ask_password: AskPassword, stop: Stop) -> Ready:
    from checkup.checks.android import ANDROID_CHECKS
    from checkup.collect.android import CannotOpen, from_dump, from_files, from_report

    readers = {Source.BUG_REPORT: from_report, Source.ANDROIDQF: from_files, Source.DUMPSYS: from_dump}
    try:
        if source is Source.ADB_BACKUP:
            opened = _backup(path, ask_password, stop)
        else:
            opened = readers[source](path, stop)
    except CannotOpen as fault:
        raise CannotLook(f"android_{fault.why}", str(path)) from fault
    return Ready(checks=ANDROID_CHECKS, sources=opened.sources, subject=opened.subject)


def _backup(path: Path, ask_password: AskPassword, stop: Stop) -> "Opened":
    """Read a backup; its password is asked for only where it has one."""
    from checkup.collect.android import CannotOpen, from_backup
    from checkup.collect.android.files import Why

    try:
        return from_backup(path, stop)
    except CannotOpen as fault:
        if fault.why is not Why.WRONG_PASSWORD:
            raise
    password = ask_password()
    if password is None:
        raise CannotLook("android_needs_password", str(path))
    return from_backup(path, stop, password)
