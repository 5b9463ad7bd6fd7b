"""The database of rpm: every installed package with its files, read a piece at a time.

References: rpm's manual, "Database backends": `rpmdb.sqlite` (Fedora since 33, RHEL 9), `Packages.db`
(openSUSE). The older Berkeley file `Packages` is not read, and that is noted.
"""

from collections.abc import Iterator

from checkup.collect.blocks import Blocks
from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause
from checkup.parse.rpm_header import NotHeader, PackageFiles, package_files
from checkup.parse.rpm_packages import NotPackages, headers
from checkup.parse.sqlite import NotDatabase, TookTooLong
from checkup.parse.sqlite_files import Held
from checkup.parse.sqlite_tables import tables_of

FOLDERS = ("/usr/lib/sysimage/rpm", "/var/lib/rpm")  # the second is a link to the first on newer systems
MOST_LOG = 64 * 1024 * 1024
_TROUBLES = (NotDatabase, NotPackages)


def rpm_packages(look: Looking) -> Iterator[PackageFiles]:
    """Yield what rpm installed; what cannot be read is noted."""
    for folder in FOLDERS:
        for name, reads in (("rpmdb.sqlite", _sqlite), ("Packages.db", _own_form)):
            path = f"{folder}/{name}"
            status = look.status(path)
            if status is not None:
                yield from _packages(look, path, reads(look, path, status.st_size))
                return
    if any(look.is_there(f"{folder}/Packages") for folder in FOLDERS):
        look.note(f"{FOLDERS[-1]}/Packages", Cause.UNKNOWN_FORMAT)


def _packages(look: Looking, path: str, found: Iterator[bytes | None]) -> Iterator[PackageFiles]:
    broken = 0
    try:
        for header in found:
            try:
                yield package_files(header or b"")
            except NotHeader:
                broken += 1
    except CouldNotRead as trouble:
        look.note(trouble.where, trouble.cause)
    except _TROUBLES:
        look.note(path, Cause.UNKNOWN_FORMAT)
    except TookTooLong:
        look.note(path, Cause.TIMED_OUT)
    look.note(path, Cause.UNKNOWN_FORMAT, broken)


def _own_form(look: Looking, path: str, size: int) -> Iterator[bytes | None]:
    del size  # its slots say where everything lies
    return headers(Blocks(look.place, path).read)


def _sqlite(look: Looking, path: str, size: int) -> Iterator[bytes | None]:
    log = Held(look.bytes(f"{path}-wal", MOST_LOG) or b"")
    with tables_of(Blocks(look.place, path, size), log) as tables:
        for (header,) in tables.rows("Packages", "blob"):
            yield header if isinstance(header, bytes) else None
