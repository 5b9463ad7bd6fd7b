"""Reads what androidqf gathered: each of its files where it is there.

Older layouts have appops and accessibility only in dumpsys.txt; newer ones add appops.txt and, in some
versions, bugreport.zip, which is not read again here.

References: mvt-project/androidqf, modules, 2022 to 2026.
"""

from collections.abc import Iterable
from itertools import chain

from checkup.collect.android.backup import read_backup
from checkup.collect.android.bundle import Bundle, Refused, whole
from checkup.collect.android.drawers import Drawers
from checkup.model.android import (
    InstalledApp,
    MessageLink,
    PhoneProperty,
    PhoneSetting,
    RootTrace,
    SignedFile,
)
from checkup.model.looked import Cause
from checkup.parse.android.androidqf import apps_gathered, files_gathered, root_traces
from checkup.parse.android.backup import NotBackup, WrongPassword
from checkup.parse.android.dump import lines, sections
from checkup.parse.android.settings import settings_listed
from checkup.parse.android.system import properties
from checkup.parse.tree import NotReadable, tree

PACKAGES = "packages.json"
MARKS = frozenset({PACKAGES, "dumpsys.txt", "getprop.txt", "acquisition.json", "backup.ab", "appops.txt"})
AREAS = ("global", "secure", "system")


def is_androidqf(names: Iterable[str]) -> bool:
    """Whether these are the files of such a collection."""
    return bool(MARKS.intersection(names))


def read_androidqf(bundle: Bundle, drawers: Drawers) -> None:
    """Take all that is in it; a file that is damaged or too large is noted."""
    names = frozenset(bundle.names())
    for name in ("dumpsys.txt", "appops.txt"):
        if name in names:
            _read_dump(bundle, name, drawers)
    if "getprop.txt" in names:
        drawers.take_all(properties(lines(bundle.pieces("getprop.txt"))), (PhoneProperty,), "getprop.txt")
    for name in sorted(names):
        if name.startswith("settings") and name.endswith(".txt"):
            _read_settings(bundle, name, drawers)
    _read_json(bundle, names, drawers)
    if "backup.ab" in names:
        _read_backup(bundle, drawers)


def _read_dump(bundle: Bundle, name: str, drawers: Drawers) -> None:
    for section, inside in sections(bundle.pieces(name)):
        drawers.take_section(section, inside)


def _read_settings(bundle: Bundle, name: str, drawers: Drawers) -> None:
    area = next((one for one in AREAS if one in name), "")
    text = whole(bundle, name).decode("utf-8", "replace")
    drawers.take_all(settings_listed(text, area, name), (PhoneSetting,), name)


def _read_json(bundle: Bundle, names: frozenset[str], drawers: Drawers) -> None:
    if PACKAGES in names:
        try:
            root = tree(whole(bundle, PACKAGES))
        except NotReadable:
            drawers.note(InstalledApp, PACKAGES, Cause.UNKNOWN_FORMAT)
            drawers.note(SignedFile, PACKAGES, Cause.UNKNOWN_FORMAT)
        else:
            found = chain(apps_gathered(root), files_gathered(root))
            drawers.take_all(found, (InstalledApp, SignedFile), PACKAGES)
    if "root_binaries.json" in names:
        try:
            found_root = root_traces(tree(whole(bundle, "root_binaries.json")))
        except NotReadable:
            drawers.note(RootTrace, "root_binaries.json", Cause.UNKNOWN_FORMAT)
        else:
            drawers.take_all(found_root, (RootTrace,), "root_binaries.json")


def _read_backup(bundle: Bundle, drawers: Drawers) -> None:
    try:
        read_backup(bundle.pieces("backup.ab"), None, drawers)
    except (NotBackup, WrongPassword, Refused):
        drawers.note(MessageLink, "backup.ab", Cause.UNKNOWN_FORMAT)
