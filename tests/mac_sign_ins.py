"""Writes the lists of sign-ins of macOS: utmpx, and its log (ASL) with the fields Libc puts into it."""

import struct

HOST = "203.0.113.7"
WHEN = 1_760_000_000


def utmpx(*entries: tuple[str, str, str, int]) -> bytes:
    """Return a list: who, terminal, the other end, kind (7: signed in)."""
    return _entry("utmpx-1.00", "", "", 10) + b"".join(_entry(*one) for one in entries)


def _entry(who: str, terminal: str, remote: str, kind: int) -> bytes:
    texts = who.encode(), b"s001", terminal.encode()
    return struct.pack("<256s4s32sIh2xii256s64x", *texts, 501, kind, WHEN, 5, remote.encode())


def sign_in(
    who: str, remote: str = "", kind: int = 7, when: int = WHEN, line: str = "ttys001"
) -> dict[str, str]:
    """Return the fields of one record."""
    fields = {
        "ut_user": who,
        "ut_line": line,
        "ut_pid": "501",
        "ut_type": str(kind),
        "ut_tv.tv_sec": str(when),
    }
    return fields | ({"ut_host": remote} if remote else {})


def asl(*records: dict[str, str], facility: str = "com.apple.system.lastlog") -> bytes:
    """Return a log of these records."""
    out = bytearray(b"ASL DB\0\0\0\0\0\0" + struct.pack(">IQQIQ36x", 2, 80, WHEN, 256, 0))
    out += bytes(80 - len(out))
    before = 0
    for number, record in enumerate(records):
        texts = [_text(out, one) for pair in record.items() for one in pair]
        named = _text(out, facility)
        place = len(out)
        if not number:
            struct.pack_into(">Q", out, 16, place)
        else:
            struct.pack_into(">Q", out, before + 6, place)
        size = 114 - 6 + 8 * len(texts) + 8
        head = (0, size, 0, number + 1, WHEN, 0, 5, 0, 1, 0, 0, 0, 80, 0, 0, 0, named, 0)
        out += struct.pack(">HIQQQIHHIiiiiQ4Q", *head) + struct.pack(f">{len(texts)}Q", *texts)
        out += struct.pack(">Q", before)
        before = place
    return bytes(out)


def _text(out: bytearray, text: str) -> int:
    raw = text.encode()
    if len(raw) < 8:
        return 1 << 63 | len(raw) << 56 | int.from_bytes(raw.ljust(7, b"\0"), "big")
    place = len(out)
    out += struct.pack(">HI", 1, len(raw) + 1) + raw + b"\0"
    return place
