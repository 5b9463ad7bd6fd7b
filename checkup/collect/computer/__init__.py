"""Facts from a computer, one face for every system: the only place that asks which system it is."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from checkup.collect.computer.recognised import System, holds, place_of, system_on
from checkup.collect.gathered import Gathered, Reader, Readers
from checkup.collect.granted import Granted, GrantedPlace
from checkup.collect.place import Place
from checkup.collect.run import Run, RunHere
from checkup.content.services import Services
from checkup.model.account import SignedIn
from checkup.model.looked import Cause, Unread
from checkup.model.result import Subject, SubjectKind
from checkup.model.sources import Reading
from checkup.model.stop import Stop

__all__ = [
    "System",
    "UnknownSystem",
    "for_this_computer",
    "signed_in",
    "signed_in_places",
    "subject_of",
    "system_of",
    "this_system",
]


def this_system() -> System:
    """Return the system this program runs on; other Unixes are read like Linux as far as that goes."""
    match sys.platform:
        case "win32":
            return System.WINDOWS
        case "darwin":
            return System.MACOS
        case _:
            return System.LINUX


def for_this_computer(
    run: Run,
    stop: Stop,
    *,
    root: Path | None = None,
    system: System | None = None,
    granted: Granted | None = None,
) -> Gathered:
    """Return what checks of a computer may ask for.

    `root` is a mounted disk or a copy; without it the running system is read. Which system is on a
    disk is recognised where it is not said; `UnknownSystem` is raised where it is none that is known.
    Where it is said and nothing of it is there, all that is read is a part: no check looked everywhere.
    `granted` is what was read with rights, of the running Linux system alone.
    """
    which = _system(root, system)
    readers = _readers(run, stop, root, which, granted)
    if root is None:
        return Gathered(readers, stop)
    if not holds(root, which):
        readers = {kind: _partly(reader, root) for kind, reader in readers.items()}
    return Gathered(readers, stop, _stays(root))


def _partly(reader: Reader, root: Path) -> Reader:
    """Return a reader whose answer says that the folder does not hold the whole system."""
    note = Unread(where=str(root), reason=Cause.NOT_INCLUDED)

    def read() -> Reading[Any]:
        reading = reader()
        return Reading(items=reading.items, unread=(*reading.unread, note))

    return read


def _stays(root: Path) -> Callable[[], bool]:
    """Return a question whether the folder is still the one it was: the same place on the same disk."""

    def place() -> tuple[int, int] | None:
        try:
            status = root.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino

    before = place()
    return lambda: before is not None and place() == before


class UnknownSystem(Exception):
    """No system that is known lies below the folder."""


def _readers(run: Run, stop: Stop, root: Path | None, system: System, granted: Granted | None) -> Readers:
    place = _place(root, system) if granted is None else GrantedPlace(Path("/"), live=True, granted=granted)
    match system:
        case System.WINDOWS:
            from checkup.collect.computer.windows import windows_readers
            from checkup.collect.computer.windows.ground import Ground

            return windows_readers(Ground(place, run, stop))
        case System.MACOS:
            from checkup.collect.computer.macos import macos_readers
            from checkup.collect.computer.macos.ground import MacGround

            return macos_readers(MacGround(place, run, stop))
        case _:
            from checkup.collect.computer.linux import linux_readers

            return linux_readers(place, run, stop)


def system_of(root: Path | None, system: System | None = None) -> System:
    """Return which system is looked at: the given one, the disk's, or this one; raises `UnknownSystem`."""
    return _system(root, system)


def _system(root: Path | None, system: System | None) -> System:
    if system is not None or root is None:
        return system or this_system()
    found = system_on(root)
    if found is None:
        raise UnknownSystem
    return found


def subject_of(*, root: Path | None = None, system: System | None = None) -> Subject:
    """Return what is looked at: its kind and its operating system; never the computer's private name."""
    kind = SubjectKind.COMPUTER if root is None else SubjectKind.DISK
    match found := _system(root, system):
        case System.LINUX:
            from checkup.collect.computer.linux import linux_name

            return Subject(kind=kind, system=linux_name(_place(root, found)))
        case System.WINDOWS:
            from checkup.collect.computer.windows import windows_name
            from checkup.collect.computer.windows.ground import Ground

            return Subject(
                kind=kind, system=windows_name(Ground(_place(root, found), RunHere(Stop()), Stop()))
            )
        case System.MACOS:
            from checkup.collect.computer.macos import macos_name
            from checkup.collect.computer.macos.ground import MacGround

            mac = MacGround(_place(root, found), RunHere(Stop()), Stop())
            return Subject(kind=kind, system=macos_name(mac))


def signed_in_places(run: Run, stop: Stop, *, system: System | None = None) -> tuple[str, ...]:
    """Return what the look at who is signed in here would read."""
    system = system or this_system()
    place = _place(None, system)
    match system:
        case System.WINDOWS:
            from checkup.collect.computer.windows import signed_in as of_windows
            from checkup.collect.computer.windows.ground import Ground

            return of_windows.places(Ground(place, run, stop))
        case System.MACOS:
            from checkup.collect.computer.macos import signed_in as of_macos
            from checkup.collect.computer.macos.ground import MacGround

            return of_macos.places(MacGround(place, run, stop))
        case _:
            from checkup.collect.computer.linux.signed_in import places_to_read

            return places_to_read(place, run, stop)


def signed_in(
    run: Run, stop: Stop, services: Services, *, system: System | None = None
) -> tuple[tuple[SignedIn, ...], tuple[Unread, ...]]:
    """Return who is signed in on this computer, this person's own browsers included, and what stayed closed.

    Only to be called after a yes.
    """
    system = system or this_system()
    place = _place(None, system)
    match system:
        case System.WINDOWS:
            from checkup.collect.computer.windows import signed_in as of_windows
            from checkup.collect.computer.windows.ground import Ground

            return of_windows.signed_in(Ground(place, run, stop), services)
        case System.MACOS:
            from checkup.collect.computer.macos import signed_in as of_macos
            from checkup.collect.computer.macos.ground import MacGround

            return of_macos.signed_in(MacGround(place, run, stop), services)
        case _:
            from checkup.collect.computer.linux.signed_in import signed_in_here

            return signed_in_here(place, run, stop, services)


def _place(root: Path | None, system: System) -> Place:
    if root is not None:
        return place_of(root, system)
    if system is System.WINDOWS:
        return Place(Path(f"{os.environ.get('SYSTEMDRIVE', 'C:')}/"), live=True)
    return Place(Path("/"), live=True)
