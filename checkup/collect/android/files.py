"""Files about a phone that somebody brought: a bug report, an androidqf folder, a dump, a backup.

Each is recognised by what is in it, never by its name. What it does not hold ends as gaps.
"""

import contextlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from checkup.collect.android.androidqf import is_androidqf, read_androidqf
from checkup.collect.android.backup import read_backup
from checkup.collect.android.bundle import Folder, Refused, Zip, read_on
from checkup.collect.android.drawers import Drawers
from checkup.collect.android.report import read_report, read_sections
from checkup.model.result import Subject, SubjectKind
from checkup.model.stop import Stop
from checkup.model.value import Value
from checkup.parse.android.backup import NotBackup, WrongPassword
from checkup.parse.phone_mark import phone_mark

AGE = b"age-encryption.org/v1"
ZIP = b"PK"


class Why(StrEnum):
    """Why a file could not be read at all; the texts are `cli.errors.android_<value>`."""

    MISSING = "missing"
    CLOSED = "closed"
    SEALED = "sealed"  # encrypted for somebody else's key
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    NO_REPORT = "no_report"
    NO_COLLECTION = "no_collection"
    NO_DUMP = "no_dump"
    NO_BACKUP = "no_backup"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the name of a cause


class CannotOpen(Exception):
    """A file could not be read at all."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


class Opened(Value, frozen=True, kw_only=True):
    """What was read: the sources of the checks, and what phone it is."""

    sources: Drawers
    subject: Subject


def from_report(path: Path, stop: Stop) -> Opened:
    """Read a bug report: a zip, a zip in a zip, or its text; raises CannotOpen."""
    with _told():
        drawers = Drawers(stop)
        if _first(path) == ZIP:
            if not read_report(Zip(path, stop), drawers, stop):
                raise CannotOpen(Why.NO_REPORT)
        elif not _read_dump(path, drawers, stop):
            raise CannotOpen(Why.NO_REPORT)
        return _opened(drawers)


def from_dump(path: Path, stop: Stop) -> Opened:
    """Read the output of `dumpsys`, whole or of one service; raises CannotOpen."""
    with _told():
        drawers = Drawers(stop)
        if not _read_dump(path, drawers, stop):
            raise CannotOpen(Why.NO_DUMP)
        return _opened(drawers)


def from_files(path: Path, stop: Stop) -> Opened:
    """Read what androidqf gathered, a folder or a zip; raises CannotOpen."""
    with _told():
        if not path.is_dir():
            _first(path)
        bundle = Folder(path, stop) if path.is_dir() else Zip(path, stop)
        if not is_androidqf(bundle.names()):
            sealed = any(name.endswith(".age") for name in bundle.names())
            raise CannotOpen(Why.SEALED if sealed else Why.NO_COLLECTION)
        drawers = Drawers(stop)
        read_androidqf(bundle, drawers, stop)
        return _opened(drawers)


def from_backup(path: Path, stop: Stop, password: str | None = None) -> Opened:
    """Read an adb backup; raises CannotOpen, WRONG_PASSWORD too where it needs one and none is given."""
    with _told():
        _first(path)
        drawers = Drawers(stop)
        with path.open("rb") as file:
            read_backup(read_on(file, stop), password, drawers)
        return _opened(drawers)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Turn what can go wrong with a file into the one thing to say about it."""
    try:
        yield
    except Refused as refused:
        raise CannotOpen(Why.TOO_LARGE if refused.is_too_large else Why.DAMAGED) from refused
    except NotBackup as fault:
        raise CannotOpen(Why.NO_BACKUP) from fault
    except WrongPassword as fault:
        raise CannotOpen(Why.WRONG_PASSWORD) from fault
    except (FileNotFoundError, NotADirectoryError, ValueError) as fault:
        raise CannotOpen(Why.MISSING) from fault
    except OSError as fault:
        raise CannotOpen(Why.CLOSED) from fault


def _first(path: Path) -> bytes:
    with path.open("rb") as file:
        start = file.read(len(AGE))
    if start == AGE:
        raise CannotOpen(Why.SEALED)
    return start[:2]


def _read_dump(path: Path, drawers: Drawers, stop: Stop) -> bool:
    _first(path)
    with path.open("rb") as file:
        return read_sections(read_on(file, stop), drawers)


def _opened(drawers: Drawers) -> Opened:
    drawers.finish()
    return Opened(sources=drawers, subject=subject_of(drawers))


def subject_of(drawers: Drawers) -> Subject:
    """Return which phone it is: its model and the version of its system, where these were read."""
    return Subject(
        kind=SubjectKind.ANDROID,
        name=drawers.first("ro.product.model"),
        system=drawers.first("ro.build.version.release"),
        mark=phone_mark(drawers.first("ro.serialno")) or phone_mark(drawers.first("ro.boot.serialno")),
    )
