"""Facts from a computer, one face for every system: the only place that asks which system it is."""

import sys
from enum import StrEnum
from pathlib import Path

from checkup.collect.gathered import Gathered
from checkup.collect.place import Place
from checkup.collect.run import Run
from checkup.content.services import Services
from checkup.model.account import SignedIn
from checkup.model.looked import Cause, Unread
from checkup.model.result import Subject, SubjectKind
from checkup.model.sources import Sources
from checkup.model.stop import Stop


class System(StrEnum):
    """The systems whose facts can be asked for; the value is the command line's word."""

    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"


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
    run: Run, stop: Stop, *, root: Path | None = None, system: System | None = None
) -> Sources:
    """Return what checks of a computer may ask for.

    `root` is a mounted disk or a copy; without it the running system is read. Where a system has no
    collectors yet every kind answers "not supported".
    """
    match system or this_system():
        case System.LINUX:
            from checkup.collect.computer.linux import linux_readers

            return Gathered(linux_readers(_place(root), run, stop), stop)
        case _:
            return Gathered({}, stop)


def subject_of(*, root: Path | None = None, system: System | None = None) -> Subject:
    """Return what is looked at: its kind and its operating system; never the computer's private name."""
    kind = SubjectKind.COMPUTER if root is None else SubjectKind.DISK
    match system or this_system():
        case System.LINUX:
            from checkup.collect.computer.linux import linux_name

            return Subject(kind=kind, system=linux_name(_place(root)))
        case other:
            return Subject(kind=kind, system=other.value)


def signed_in_places(run: Run, stop: Stop, *, system: System | None = None) -> tuple[str, ...]:
    """Return what the look at who is signed in here would read; empty where no such reader exists."""
    match system or this_system():
        case System.LINUX:
            from checkup.collect.computer.linux.signed_in import places_to_read

            return places_to_read(_place(None), run, stop)
        case _:
            return ()


def signed_in(
    run: Run, stop: Stop, services: Services, *, system: System | None = None
) -> tuple[tuple[SignedIn, ...], tuple[Unread, ...]]:
    """Return who is signed in on this computer, this person's own browsers included, and what stayed closed.

    Only to be called after a yes.
    """
    match system or this_system():
        case System.LINUX:
            from checkup.collect.computer.linux.signed_in import signed_in_here

            return signed_in_here(_place(None), run, stop, services)
        case _:
            return (), (Unread(where="", reason=Cause.NOT_SUPPORTED),)


def _place(root: Path | None) -> Place:
    return Place(Path("/"), live=True) if root is None else Place(root.resolve(), live=False)
