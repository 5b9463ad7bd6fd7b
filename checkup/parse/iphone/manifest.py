"""The backup's own list of files: where each lies, and how it is locked.

References: the table `Files` of Manifest.db since iOS 10; its column `file` is an archived MBFile.
"""

import re
from collections.abc import Callable, Iterator

from checkup.model.value import Value
from checkup.parse.plist import NotPlist, bytes_of, dict_of, list_of, number_of, plist_dict
from checkup.parse.tables import Tables, text, whole_number

TABLE = "Files"
_NAME = re.compile(r"[0-9a-f]{40}")
_FILE = 1  # other values are folders and links
LONGEST_BLOB = 65536


class UnknownManifest(Exception):
    """The list has no such table, or not these columns."""


class Entry(Value, frozen=True, kw_only=True):
    """One file of the backup. `name` is what it is called on this computer, forty letters and digits."""

    name: str
    domain: str
    path: str
    blob: bytes = b""


class Lock(Value, frozen=True, kw_only=True):
    """What a file's own record says: its length, and its key wrapped by its class (empty: none)."""

    size: int
    wrapped_key: bytes = b""


def entries(tables: Tables, is_wanted: Callable[[str, str], bool]) -> Iterator[Entry]:
    """Yield the files whose domain and path are wanted; raises UnknownManifest, NotDatabase."""
    if not {"fileID", "domain", "relativePath"} <= tables.columns(TABLE):
        raise UnknownManifest
    for name, domain, path, kind, blob in tables.rows(
        TABLE, "fileID", "domain", "relativePath", "flags", "file"
    ):
        if not (isinstance(domain, str) and isinstance(path, str) and is_wanted(domain, path)):
            continue
        if isinstance(name, str) and _NAME.fullmatch(name) and whole_number(kind) in (0, _FILE):
            held = blob if isinstance(blob, bytes) and len(blob) <= LONGEST_BLOB else b""
            yield Entry(name=name, domain=text(domain), path=text(path), blob=held)


def lock(blob: bytes) -> Lock | None:
    """Return how a file is locked, out of its archived record; None where it cannot be read."""
    try:
        archive = plist_dict(blob)
    except NotPlist:
        return None
    objects = list_of(archive.get("$objects"))
    record = dict_of(_held(objects, dict_of(archive.get("$top")).get("root")))
    if "Size" not in record:
        return None
    key = _held(objects, record.get("EncryptionKey"))
    wrapped = bytes_of(key) or bytes_of(dict_of(key).get("NS.data"))
    return Lock(size=max(0, number_of(record.get("Size"))), wrapped_key=wrapped)


def _held(objects: list[object], pointer: object) -> object:
    """Return what a pointer of the archive points at; the thing itself where it is none."""
    at = getattr(pointer, "data", None)
    if not isinstance(at, int):
        return pointer
    return objects[at] if 0 <= at < len(objects) else None
