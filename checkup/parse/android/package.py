"""`dumpsys package`: the installed apps, where they came from, what they hold, icon and self-start.

Android 6 to 16. What differs:

- `userId=` up to 13, `appId=` later; `flags=[` beside `pkgFlags=[` of all; `User 0:  installed=` with two
  spaces in 6 and 7, with `ceDataInode=` in between since 8.
- `firstInstallTime` stands with the app up to 12, with each user later. Who asked for the installation
  is written since 12, `packageSource` (3 and 4: from a file) since 13.
- `signatures=PackageSignatures{… version:3, signatures:[b378e95c], …}` since 9: a number of 32 bits
  worked out of the certificate (Java's hash of its bytes). It tells whether two apps have one signer and is
  no digest that a list could hold. Up to 8 it is a place in memory and says nothing.

References: AOSP services/core/java/com/android/server/pm: Settings.dumpPackageLPr of 6 to 16,
PackageSignatures.toString of 8 and 9; published dumps of 7.1, 9, 12 and 16.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from checkup.model.android import IconTables, InstalledApp
from checkup.parse.android.component import whole
from checkup.parse.android.dump import Lines, NotRecognised
from checkup.parse.android.permissions import PERMISSIONS
from checkup.parse.android.resolver_tables import ResolverTables, activities, receivers

SEEN_IN = "dumpsys package"

_ID = re.compile(r"  Package \[([\w.\-]{1,255})\]")
_USER = re.compile(r" +User (\d{1,4}): ")
_SHARED = re.compile(r"\{\w{1,16} ([\w.]{1,255})/\d{1,9}\}")
_SIGNER = re.compile(r" version:\d+, signatures:\[(\w{1,8}(?:, \w{1,8}){0,15})\]")
_FILE_SOURCES = frozenset({"3", "4"})  # PackageInstaller.PACKAGE_SOURCE_LOCAL_FILE, _DOWNLOADED_FILE
_SYSTEM_PLACES = (
    "/system",
    "/product",
    "/vendor",
    "/apex",
    "/odm",
    "/oem",
    "/my_",
    "/data/preload",
    "/preload",
)
_NOBODY = frozenset({"null", "?"})
_OFTEN = 1024
_SWITCHED_OFF = frozenset({"2", "3"})


@dataclass(slots=True)
class _App:
    """One app while its lines come by."""

    id: str
    values: dict[str, str] = field(default_factory=dict)
    granted: set[str] = field(default_factory=set)
    users: set[int] = field(default_factory=set)
    turned_off: set[str] = field(default_factory=set)
    in_turned_off: bool = False
    hidden: bool = False
    is_off: bool = False


def installed_apps(lines: Lines) -> Iterator[InstalledApp | IconTables]:
    """Yield the apps of this dump, and whether it told of icons; raises NotRecognised where it holds none."""
    tables = ResolverTables()
    apps: list[_App] = []
    blocks: dict[str, Callable[[Lines], Iterator[str]]] = {
        "Activity Resolver Table:": lambda rest: activities(rest, tables),
        "Receiver Resolver Table:": lambda rest: receivers(rest, tables),
        "Packages:": lambda rest: _packages(rest, apps),
    }
    line = next(lines, None)
    while line is not None:
        reader = blocks.get(line.rstrip())
        line = next(reader(lines) if reader else lines, None)
    if not apps:
        raise NotRecognised
    if tables.has_activities and tables.has_receivers:
        yield IconTables(seen_in=SEEN_IN)
    for app in apps:
        yield _observed(app, tables)


def _packages(lines: Lines, apps: list[_App]) -> Iterator[str]:
    app = _App("")  # takes what stands before the first app; nobody asks for it
    granted = lru_cache(_OFTEN)(_granted)  # the same lines come again with every app
    for line in lines:
        if line[4:5] == " ":  # most lines: permissions, and what holds for one person
            if (permission := granted(line)) is None:
                _take_deeper(app, line)
            elif permission:
                app.granted.add(permission)
        elif line[2:3] == "P" and (head := _ID.match(line)):
            app = _App(head[1])
            apps.append(app)
        elif line[:1] not in ("", " "):
            yield line
            return
        else:
            _take(app, line)


def _granted(line: str) -> str | None:
    """Return the permission a line grants, "" for one of no interest, None for another kind of line."""
    if ": granted=t" not in line:
        return None
    permission = line[: line.find(":")].lstrip()
    return permission if permission in PERMISSIONS else ""


def _take_deeper(app: _App, line: str) -> None:
    if line.endswith("omponents:"):
        app.in_turned_off = line.strip() == "disabledComponents:"
    elif "=" in line:
        app.in_turned_off = False
        if "firstInstallTime=" in line:
            app.values.setdefault("firstInstallTime", line.partition("=")[2])
    elif app.in_turned_off:
        app.turned_off.add(whole(app.id, line.strip()))


def _take(app: _App, line: str) -> None:
    name, mark, value = line.partition("=")
    if mark and (key := name.strip()) in _KEPT:
        app.values.setdefault(key, value)
    elif " installed=" in line and (user := _USER.match(line)):
        _take_user(app, int(user[1]), line)


def _take_user(app: _App, user: int, line: str) -> None:
    if "installed=true" in line:
        app.users.add(user)
    app.hidden |= "hidden=true" in line
    _, _, rest = line.partition("enabled=")
    app.is_off |= user == 0 and rest[:1] in _SWITCHED_OFF


_KEPT = frozenset(
    {
        *("codePath", "versionName", "firstInstallTime", "installerPackageName", "initiatingPackageName"),
        *("originatingPackageName", "flags", "pkgFlags", "packageSource", "sharedUser", "signatures"),
    }
)


def _observed(app: _App, tables: ResolverTables) -> InstalledApp:
    values = app.values
    flags = values.get("flags", "") + values.get("pkgFlags", "")
    path = values.get("codePath", "")
    return InstalledApp(
        seen_in=SEEN_IN,
        id=app.id,
        installer=_who(values, "installerPackageName"),
        initiator=_who(values, "initiatingPackageName"),
        originator=_who(values, "originatingPackageName"),
        is_installer_known=True,
        version=values.get("versionName", ""),
        path=path,
        is_system=" SYSTEM " in flags or path.startswith(_SYSTEM_PLACES),
        is_hidden=app.hidden,
        is_off=app.is_off,
        installed=values.get("firstInstallTime", ""),
        users=tuple(sorted(app.users)),
        granted=frozenset(app.granted),
        has_icon=tables.has_icon(app.id, app.turned_off),
        starts_at_boot=app.id in tables.boot if tables.has_receivers else None,
        is_from_file=values.get("packageSource", "").strip() in _FILE_SOURCES,
        shared_user=found[1] if (found := _SHARED.search(values.get("sharedUser", ""))) else "",
        signer=found[1] if (found := _SIGNER.search(values.get("signatures", ""))) else "",
    )


def _who(values: dict[str, str], name: str) -> str:
    value = values.get(name, "").strip()
    return "" if value in _NOBODY else value
