"""Reads what androidqf gathered: each of its files where it is there.

Older layouts have appops and accessibility only in dumpsys.txt; newer ones add appops.txt and, in some
versions, bugreport.zip, which is read where there is no dumpsys.txt. Of the rest (files.json, processes.txt,
logs, tmp, env.txt, services.txt, logcat.txt, apks) nothing tells of monitoring by itself; it is left alone.

References: mvt-project/androidqf, README and modules, 2022 to 2026 (zip archives and age since 2025).
"""

import io
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from checkup.collect.android.backup import read_backup
from checkup.collect.android.bundle import Bundle, Refused, Zip, whole
from checkup.collect.android.drawers import Drawers
from checkup.collect.android.report import read_report
from checkup.model.android import (
    InstalledApp,
    LeftTrace,
    MessageLink,
    OpenGuard,
    PhoneDay,
    PhoneProperty,
    PhoneSetting,
    RootTrace,
    SignedFile,
)
from checkup.model.looked import Cause
from checkup.model.sources import Observation
from checkup.model.stop import Stop
from checkup.parse.android.androidqf import (
    apps_gathered,
    files_gathered,
    people_left_out,
    root_modules,
    root_traces,
)
from checkup.parse.android.backup import NotBackup, WrongPassword
from checkup.parse.android.dump import lines, sections
from checkup.parse.android.guards import selinux_open, system_files_open
from checkup.parse.android.settings import settings_listed
from checkup.parse.android.system import key_fingerprint, phone_day, properties
from checkup.parse.tree import Node, NotReadable, tree

PACKAGES, REPORT = "packages.json", "bugreport.zip"
ROOT, MODULES = "root_binaries.json", "magisk_modules/manifest.json"
ACQUISITION, USERS, MOUNTS = "acquisition.json", "package_users.json", "mounts.json"
SELINUX, OWN_KEY = "selinux.txt", "adb_host_key.pub"
PROPERTIES, BACKUP = "getprop.txt", "backup.ab"
MARKS = frozenset({PACKAGES, "dumpsys.txt", PROPERTIES, ACQUISITION, BACKUP, "appops.txt"})
UNREAD = ("browser_history/", "intrusion_logs/")  # need full rights, or a mode that few people use
SMALL = 1024 * 1024  # bytes; of the files with one line
AREAS = ("global", "secure", "system")


def is_androidqf(names: Iterable[str]) -> bool:
    """Whether these are the files of such a collection."""
    return bool(MARKS.intersection(names))


def read_androidqf(bundle: Bundle, drawers: Drawers, stop: Stop) -> None:
    """Take all that is in it; a file that is damaged or too large is noted."""
    names = frozenset(bundle.names())
    for name in ("dumpsys.txt", "appops.txt"):
        if name in names:
            _read_dump(bundle, name, drawers)
    if "dumpsys.txt" not in names and REPORT in names:
        _read_report(bundle, drawers, stop)
    for name in sorted(names):
        if name.startswith("settings") and name.endswith(".txt"):
            _read_settings(bundle, name, drawers)
    _read_packages(bundle, names, drawers)
    for name, read in _READERS.items():
        if name in names:
            read(bundle, drawers)
    _note_unread(names, drawers)


def _note_unread(names: frozenset[str], drawers: Drawers) -> None:
    for folder in UNREAD:
        if any(name.startswith(folder) for name in names):
            drawers.note(MessageLink, folder, Cause.NOT_SUPPORTED)


def _read_dump(bundle: Bundle, name: str, drawers: Drawers) -> None:
    for section, inside in sections(bundle.pieces(name)):
        drawers.take_section(section, inside)


def _read_report(bundle: Bundle, drawers: Drawers, stop: Stop) -> None:
    try:
        is_known = read_report(Zip(io.BytesIO(whole(bundle, REPORT)), stop), drawers, stop)
    except Refused:
        is_known = False
    if not is_known:
        drawers.note(InstalledApp, REPORT, Cause.UNKNOWN_FORMAT)


def _read_settings(bundle: Bundle, name: str, drawers: Drawers) -> None:
    area = next((one for one in AREAS if one in name), "")
    text = whole(bundle, name).decode("utf-8", "replace")
    drawers.take_all(settings_listed(text, area, name), (PhoneSetting,), name)


def _read_packages(bundle: Bundle, names: frozenset[str], drawers: Drawers) -> None:
    kinds = (InstalledApp, SignedFile, LeftTrace)
    if PACKAGES in names and (root := _json(bundle, PACKAGES, kinds, drawers)):
        drawers.take_all(chain(apps_gathered(root), files_gathered(root)), kinds, PACKAGES)
    if USERS in names and (root := _json(bundle, USERS, (InstalledApp,), drawers)):
        for who in people_left_out(root):
            drawers.note(InstalledApp, f"{PACKAGES}, {who}", Cause.NOT_INCLUDED)


def _read_properties(bundle: Bundle, drawers: Drawers) -> None:
    drawers.take_all(properties(lines(bundle.pieces(PROPERTIES))), (PhoneProperty,), PROPERTIES)


def _read_root(bundle: Bundle, drawers: Drawers) -> None:
    if root := _json(bundle, ROOT, (RootTrace,), drawers):
        drawers.take_all(root_traces(root), (RootTrace,), ROOT)


def _read_modules(bundle: Bundle, drawers: Drawers) -> None:
    if root := _json(bundle, MODULES, (RootTrace,), drawers):
        drawers.take_all(root_modules(root), (RootTrace,), MODULES)


def _read_day(bundle: Bundle, drawers: Drawers) -> None:
    if root := _json(bundle, ACQUISITION, (PhoneDay,), drawers):
        drawers.take_all(phone_day(root.at("started").text, ACQUISITION), (PhoneDay,), ACQUISITION)


def _read_mounts(bundle: Bundle, drawers: Drawers) -> None:
    if root := _json(bundle, MOUNTS, (OpenGuard,), drawers):
        drawers.take_all(system_files_open(root.texts(), MOUNTS), (OpenGuard,), MOUNTS)


def _read_selinux(bundle: Bundle, drawers: Drawers) -> None:
    drawers.take_all(selinux_open(_text(bundle, SELINUX), SELINUX), (OpenGuard,), SELINUX)


def _read_own_key(bundle: Bundle, drawers: Drawers) -> None:
    drawers.collected_with(key_fingerprint(_text(bundle, OWN_KEY)))


def _text(bundle: Bundle, name: str) -> str:
    return whole(bundle, name, SMALL).decode("utf-8", "replace")


def _json(bundle: Bundle, name: str, kinds: Iterable[type[Observation]], drawers: Drawers) -> Node | None:
    """Return the root of a file; None, and a note for each kind, where it is none."""
    try:
        return tree(whole(bundle, name))
    except NotReadable:
        for kind in kinds:
            drawers.note(kind, name, Cause.UNKNOWN_FORMAT)
        return None


def _read_backup(bundle: Bundle, drawers: Drawers) -> None:
    try:
        read_backup(bundle.pieces(BACKUP), None, drawers)
    except (NotBackup, WrongPassword, Refused):
        drawers.note(MessageLink, BACKUP, Cause.UNKNOWN_FORMAT)


_READERS: Mapping[str, Callable[[Bundle, Drawers], None]] = {
    PROPERTIES: _read_properties,
    ROOT: _read_root,
    MODULES: _read_modules,
    ACQUISITION: _read_day,
    MOUNTS: _read_mounts,
    SELINUX: _read_selinux,
    OWN_KEY: _read_own_key,
    BACKUP: _read_backup,
}
