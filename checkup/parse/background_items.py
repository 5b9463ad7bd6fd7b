"""The list of login and background items of macOS 13 and newer: a keyed archive, items out.

References: P. Wardle, DumpBTM (fields of a record; bit 0 of the disposition: switched on; type 2: a
program, 4: a login item, 8 and 16: launch items, which their own files tell better); plaso on the
older list, whose items are bookmarks.
"""

import plistlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from checkup.parse.bookmark import bookmark_path
from checkup.parse.tree import Node

MOST_OBJECTS = 100_000
_PROGRAM, _LOGIN_ITEM, _ON = 0x2, 0x4, 0x1


@dataclass(frozen=True, slots=True)
class BackgroundItem:
    """One item that starts with a sign-in; `maker` is who says they made it, `team` their id."""

    name: str
    path: str
    bundle_id: str
    maker: str
    team: str
    is_on: bool


def background_items(root: Node) -> Iterator[BackgroundItem]:
    """Yield the login items of an archive; records of other shapes are left out."""
    objects = root.at("$objects").value
    if not isinstance(objects, list):
        return
    archive = objects[:MOST_OBJECTS]
    for one in archive:
        if not isinstance(one, dict) or "disposition" not in one or "type" not in one:
            continue
        kind, state = one.get("type"), one.get("disposition")
        if not isinstance(kind, int) or not isinstance(state, int) or not kind & (_PROGRAM | _LOGIN_ITEM):
            continue
        yield BackgroundItem(
            name=_text(archive, one.get("name")),
            path=_text(archive, one.get("executablePath")) or _url(archive, one.get("url")),
            bundle_id=_text(archive, one.get("bundleIdentifier") or one.get("identifier")),
            maker=_text(archive, one.get("developerName")),
            team=_text(archive, one.get("teamIdentifier")),
            is_on=bool(state & _ON),
        )


def older_items(root: Node) -> Iterator[str]:
    """Yield the paths of the items of an older list (macOS 12 and before), each once."""
    objects = root.at("$objects").value
    archive = objects[:MOST_OBJECTS] if isinstance(objects, list) else []
    held = (one.get("NS.data") if isinstance(one, dict) else one for one in archive)
    found = (bookmark_path(one) for one in held if isinstance(one, bytes))
    yield from dict.fromkeys(path for path in found if path)


def _at(archive: list[object], value: object) -> object:
    if isinstance(value, plistlib.UID):
        return archive[value.data] if value.data < len(archive) else None
    return value


def _text(archive: list[object], value: object) -> str:
    found = _at(archive, value)
    return found if isinstance(found, str) and found != "$null" else ""


def _url(archive: list[object], value: object) -> str:
    found = _at(archive, value)
    text = _text(archive, found.get("NS.relative")) if isinstance(found, dict) else ""
    return unquote(text.removeprefix("file://")).rstrip("/")
