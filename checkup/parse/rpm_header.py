"""The files a package brought, out of its header in the database of rpm.

References: rpm's manual, "Package format: header structure" (index entries of tag, type, offset and
count before a store) and the tags NAME 1000, DIRINDEXES 1116, BASENAMES 1117, DIRNAMES 1118.
"""

import struct

from checkup.model.value import Value

_COUNTS = struct.Struct(">II")
_ENTRY = struct.Struct(">IIII")
_NAME, _DIRINDEXES, _BASENAMES, _DIRNAMES = 1000, 1116, 1117, 1118
_INT32, _STRING, _STRINGS = 4, 6, 8
MOST_ENTRIES = 64 * 1024
MOST_FILES = 1_000_000
MOST_LETTERS = 256 * 1024 * 1024  # of all paths: a long folder's name can be used for many files


class NotHeader(Exception):
    """The bytes are no header of a package, or are cut."""


class PackageFiles(Value, frozen=True, kw_only=True):
    """A package and the whole paths it brought."""

    name: str
    paths: tuple[str, ...]


def package_files(header: bytes) -> PackageFiles:
    """Return what a header says; raises NotHeader. Text that is not UTF-8 comes with lone surrogates."""
    if len(header) < _COUNTS.size:
        raise NotHeader
    entries, length = _COUNTS.unpack_from(header)
    store = _COUNTS.size + entries * _ENTRY.size
    if not 0 < entries <= MOST_ENTRIES or store + length > len(header):
        raise NotHeader
    wanted = {_NAME, _DIRINDEXES, _BASENAMES, _DIRNAMES}
    found = {
        tag: (kind, store + offset, count)
        for tag, kind, offset, count in _ENTRY.iter_unpack(header[_COUNTS.size : store])
        if tag in wanted
    }
    names = _strings(header, found.get(_NAME), _STRING)
    if not names:
        raise NotHeader
    folders = _strings(header, found.get(_DIRNAMES), _STRINGS)
    files = _strings(header, found.get(_BASENAMES), _STRINGS)
    places = _numbers(header, found.get(_DIRINDEXES))
    if len(files) != len(places) or any(place >= len(folders) for place in places):
        raise NotHeader
    if sum(len(folders[place]) for place in places) > MOST_LETTERS:
        raise NotHeader
    paths = (folders[place] + file for file, place in zip(files, places, strict=True))
    return PackageFiles(name=names[0], paths=tuple(paths))


def _strings(header: bytes, entry: tuple[int, int, int] | None, wanted: int) -> list[str]:
    if entry is None:
        return []
    kind, begin, count = entry
    if kind != wanted or not 0 < count <= MOST_FILES:
        raise NotHeader
    pieces = header[begin:].split(b"\0", count)[:count]
    if len(pieces) != count:
        raise NotHeader
    return [piece.decode("utf-8", "surrogateescape") for piece in pieces]


def _numbers(header: bytes, entry: tuple[int, int, int] | None) -> tuple[int, ...]:
    if entry is None:
        return ()
    kind, begin, count = entry
    if kind != _INT32 or not 0 < count <= MOST_FILES or begin + count * 4 > len(header):
        raise NotHeader
    return struct.unpack_from(f">{count}I", header, begin)
