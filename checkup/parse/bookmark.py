"""Bookmarks of macOS, by which older lists of login items name a program: bytes in, its path out.

References: libyal, dtformats, "Mac OS background item bookmark data format"; plaso's description (a head of
48 bytes, records of size, kind and content, a table of tags; 0x1004: the parts of the path, 0x2002: where
its disk is mounted).
"""

import struct

SIGNATURES = (b"book", b"alis")
MOST_PARTS = 200
LONGEST_PART = 1024  # bytes; the same long text can be named for each part
MOST_TAGS = 1000
_HEAD = 48
_PARTS, _MOUNTED = 0x1004, 0x2002
_TEXT, _LIST = 0x0101, 0x0601


def bookmark_path(data: bytes) -> str:
    """Return the path a bookmark leads to, "" where it cannot be read."""
    try:
        return _path(data)
    except struct.error:
        return ""


def _path(data: bytes) -> str:
    if not data.startswith(SIGNATURES) or struct.unpack_from("<I", data, 12)[0] != _HEAD:
        return ""
    table = _HEAD + struct.unpack_from("<I", data, _HEAD)[0]
    (count,) = struct.unpack_from("<I", data, table + 16)
    tags: dict[int, int] = {}
    for place in range(table + 20, table + 20 + 12 * min(count, MOST_TAGS), 12):
        tag, offset = struct.unpack_from("<II", data, place)
        tags[tag] = offset
    if _PARTS not in tags:
        return ""
    kind, listed = _record(data, tags[_PARTS])
    offsets = struct.unpack_from(f"<{min(len(listed) // 4, MOST_PARTS)}I", listed) if kind == _LIST else ()
    parts = [_text(data, offset) for offset in offsets]
    mounted = _text(data, tags[_MOUNTED]) if _MOUNTED in tags else "/"
    return f"{mounted.rstrip('/')}/{'/'.join(parts)}" if parts and all(parts) else ""


def _record(data: bytes, offset: int) -> tuple[int, bytes]:
    size, kind = struct.unpack_from("<II", data, _HEAD + offset)
    begin = _HEAD + offset + 8
    return kind, data[begin : begin + size]


def _text(data: bytes, offset: int) -> str:
    kind, content = _record(data, offset)
    return content[:LONGEST_PART].decode("utf-8", "replace") if kind == _TEXT else ""
