"""Writes zips that lie, which no program of ours or others would write."""

import struct

NO_DISK = 2**64 - 1


def far_away(name: str, at: int = NO_DISK) -> bytes:
    """Return a zip with one small member that is said to begin at a place, here behind every disk's end."""
    raw, extra = name.encode(), struct.pack("<HHQQQ", 1, 24, 5, 5, at)
    head = (
        struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 45, 0, 0, 0, 0x21, 0, 5, 5, len(raw), 0) + raw + b"a,b\n1"
    )
    sizes = (0xFFFFFFFF, 0xFFFFFFFF, len(raw), len(extra), 0, 0, 0, 0, 0xFFFFFFFF)
    listed = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 45, 45, 0, 0, 0, 0x21, 0, *sizes) + raw + extra
    return head + listed + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(listed), len(head), 0)
