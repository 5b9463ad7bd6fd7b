r"""Notes Windows keeps of programs that ran, by which a known one that is gone can still be told.

Prefetch is closed to ordinary accounts; on a disk it can be read. References: osquery
`background_activities_moderator`; J. Metz, winreg-kb, "UserAssist" (names are written in ROT13, the
last time stands at 60); ../../../parse/prefetch.py.
"""

import codecs
import struct
from collections.abc import Iterator

from checkup.collect.computer.windows.event_logs import FOLDER, log_records
from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.computer.windows.registry import CONTROL
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.once_ran import OnceRan, Trace
from checkup.model.sources import Reading
from checkup.parse.event_log import SERVICE_ADDED, added_service
from checkup.parse.prefetch import MOST, NotPrefetch, plain_size, prefetch
from checkup.parse.registry import windows_time
from checkup.parse.windows_line import started

BAM = (rf"{CONTROL}\Services\bam\State\UserSettings", rf"{CONTROL}\Services\bam\UserSettings")
ASSIST = r"Software\Microsoft\Windows\CurrentVersion\Explorer\UserAssist"
FOLDERS = {
    "{6d809377-6af0-444b-8957-a3773f02200e}": r"C:\Program Files",
    "{7c5a40ef-a0fb-4bfc-874a-c0f2e0b9fa8e}": r"C:\Program Files (x86)",
    "{1ac14e77-02e7-4e5d-b744-2eb1ae5198b7}": r"C:\Windows\System32",
    "{f38bf404-1d43-42f2-9305-67de0b28fc23}": r"C:\Windows",
}
LOG = "System.evtx"
PREFETCH = "/Windows/Prefetch"
MOST_NOTES = 2048
# Of all notes together, decompressed; about a quarter of a minute. The newest come first.
MOST_DECOMPRESSED = 24 * 1024 * 1024
_VOLUME = "\\device\\harddiskvolume"


def once_ran(ground: Ground) -> Reading[OnceRan]:
    """Return programs that ran, with the last time."""
    look = ground.looking()
    return look.reading(dict.fromkeys(_all(look, ground)))


def _all(look: Looking, ground: Ground) -> Iterator[OnceRan]:
    yield from _moderated(look, ground)
    yield from _assisted(look, ground)
    yield from _prefetched(look)
    yield from _added(look, ground)


def _moderated(look: Looking, ground: Ground) -> Iterator[OnceRan]:
    for folder in BAM:
        for _, key in ground.keys(look, folder):
            for value in key.values:
                if value.name.startswith("\\") and len(value.bytes) >= 8:
                    when = windows_time(struct.unpack_from("<Q", value.bytes)[0])
                    yield OnceRan(seen_in=key.path, path=_with_drive(value.name), when=when)


def _assisted(look: Looking, ground: Ground) -> Iterator[OnceRan]:
    for who in ground.people(look):
        for name in ground.names(look, rf"HKU\{who}\{ASSIST}"):
            key = ground.key(look, rf"HKU\{who}\{ASSIST}\{name}\Count")
            for value in key.values if key is not None else ():
                path = _with_folder(codecs.decode(value.name, "rot13"))
                if key is not None and path[1:3] == ":\\" and len(value.bytes) >= 68:
                    when = windows_time(struct.unpack_from("<Q", value.bytes, 60)[0])
                    yield OnceRan(seen_in=key.path, path=path, who=who, when=when)


def _prefetched(look: Looking) -> Iterator[OnceRan]:
    """Yield what the notes on starting programs say, the newest first."""
    notes = sorted(look.paths(PREFETCH, ".pf"), key=look.changed, reverse=True)[:MOST_NOTES]
    left = MOST_DECOMPRESSED
    for path in notes:
        data = look.bytes(path, MOST) or b""
        size = plain_size(data)
        left -= size if size <= MOST else 0  # a larger one is refused unread
        if left < 0:
            look.note(as_windows(PREFETCH), Cause.TOO_LARGE)
            return
        try:
            found = prefetch(data)
        except NotPrefetch:
            look.note(as_windows(path), Cause.UNKNOWN_FORMAT, 1 if data else 0)
            continue
        if found.path:
            yield OnceRan(seen_in=as_windows(path), path=found.path, when=found.when)


def _added(look: Looking, ground: Ground) -> Iterator[OnceRan]:
    """Yield the services that were added, drivers included, as the log of the system tells."""
    for record in log_records(look, LOG, frozenset({SERVICE_ADDED})):
        found = added_service(record)
        path = started(found[0], ground.variables("")).path if found is not None else ""
        if found is not None and "\\" in path:
            seen_in = as_windows(f"{FOLDER}/{LOG}")
            yield OnceRan(seen_in=seen_in, path=path, trace=Trace.ADDED, when=found[1])


def _with_drive(path: str) -> str:
    r"""Return `\Device\HarddiskVolume3\a` as `C:\a`: which drive it was is not kept, the rest is."""
    if path.lower().startswith(_VOLUME):
        return "C:\\" + path[len(_VOLUME) :].partition("\\")[2]
    return path


def _with_folder(path: str) -> str:
    begin, _, rest = path.partition("\\")
    folder = FOLDERS.get(begin.lower())
    return f"{folder}\\{rest}" if folder else path
