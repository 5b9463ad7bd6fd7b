r"""Windows' notes on how programs start (Prefetch): bytes in, which program ran and when out.

The name in the head proves nothing; the whole path stands among the files the program loaded.
References: J. Metz, libscca, "Windows Prefetch File format" (versions 17, 23, 26, 30; MAM heads);
prefetchparser.com on version 31, which keeps the places of these fields.
"""

import struct
from dataclasses import dataclass

from checkup.parse.registry import windows_time
from checkup.parse.xpress_huffman import NotXpress, decompressed

MOST = 8 * 1024 * 1024
_SIGNATURE = b"SCCA"
_COMPRESSED = (b"MAM\x04", b"MAM\x84")  # the second has a checksum behind the size
_HEAD = 84
_LAST_RUN = {17: _HEAD + 36, 23: _HEAD + 44, 26: _HEAD + 44, 30: _HEAD + 44, 31: _HEAD + 44}
_STRINGS = _HEAD + 16
_LONGEST_NAME = 29
_DEVICE = "\\DEVICE\\HARDDISKVOLUME"
_VOLUME = "\\VOLUME{"


class NotPrefetch(Exception):
    """The bytes are no note of this kind, or one of a version that is not known."""


@dataclass(frozen=True, slots=True)
class Started:
    """A program that ran: the name in the head, its whole path or "", the last time (UTC)."""

    name: str
    path: str
    when: str


def prefetch(data: bytes) -> Started:
    """Return what a note says; raises `NotPrefetch`."""
    try:
        plain = _plain(data)
        version = struct.unpack_from("<I", plain)[0]
        if plain[4:8] != _SIGNATURE or version not in _LAST_RUN:
            raise NotPrefetch
        (when,) = struct.unpack_from("<Q", plain, _LAST_RUN[version])
        begin, size = struct.unpack_from("<II", plain, _STRINGS)
    except (struct.error, NotXpress) as fault:
        raise NotPrefetch from fault
    name = _text(plain[16:76]).partition("\0")[0]
    return Started(name, _path(_text(plain[begin : begin + size]), name), windows_time(when))


def plain_size(data: bytes) -> int:
    """Return how many bytes a note has once it is decompressed."""
    return struct.unpack_from("<I", data, 4)[0] if data[:4] in _COMPRESSED and len(data) >= 8 else len(data)


def _plain(data: bytes) -> bytes:
    if data[:4] not in _COMPRESSED:
        return data
    (size,) = struct.unpack_from("<I", data, 4)
    if size > MOST:
        raise NotPrefetch
    return decompressed(data[12 if data[3] & 0x80 else 8 :], size)


def _path(loaded: str, name: str) -> str:
    """Return the file of this name among those that were loaded, with a drive; "" where it is not there."""
    wanted = name.upper()
    for path in loaded.split("\0"):
        last = path.rpartition("\\")[2].upper()
        if wanted and (last == wanted or (len(wanted) >= _LONGEST_NAME and last.startswith(wanted))):
            return _with_drive(path)
    return ""


def _with_drive(path: str) -> str:
    r"""Return `\VOLUME{...}\A` as `C:\A`: which drive it was is not kept, the rest is."""
    upper = path.upper()
    if upper.startswith(_VOLUME):
        return "C:\\" + path[1:].partition("\\")[2]
    if upper.startswith(_DEVICE):
        return "C:\\" + path[len(_DEVICE) :].partition("\\")[2]
    return path


def _text(raw: bytes) -> str:
    return raw[: len(raw) // 2 * 2].decode("utf-16-le", "surrogatepass")
