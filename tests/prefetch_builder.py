"""Writes notes of Windows on programs that ran (Prefetch), of every version, plain or compressed.

What is made here was read by libscca as well. The compression is the simplest there is: every byte a
code of eight bits, nothing copied.
"""

import struct

WHEN = 133_770_000_000_000_000
_PLACES = {17: (36, 60), 23: (44, 68), 26: (44, 124), 30: (44, 116), 31: (44, 116)}
_ENTRIES = {17: 152, 23: 240, 26: 304, 30: 296, 31: 296}


def note(path: str, version: int = 30, when: int = WHEN, others: tuple[str, ...] = ()) -> bytes:
    """Return an uncompressed note on the program at a path (`\\VOLUME{...}\\A\\B.EXE`)."""
    name = path.rpartition("\\")[2][:29]
    loaded = "".join(f"{one}\0" for one in (r"\VOLUME{01d}\WINDOWS\SYSTEM32\NTDLL.DLL", *others, path))
    strings = loaded.encode("utf-16-le", "surrogatepass")
    metrics, chain = bytes(20 if version == 17 else 32), b"\xff\xff\xff\xff" + bytes(8 if version < 30 else 4)
    volume = bytes({17: 40, 23: 104, 26: 104}.get(version, 96))
    begin, parts = _ENTRIES[version], (metrics, chain, strings, volume)
    places = [begin + sum(map(len, parts[:number])) for number in range(4)]
    last, count = _PLACES[version]
    information = bytearray(begin - 84)
    struct.pack_into(
        "<9I", information, 0, places[0], 1, places[1], 1, places[2], len(strings), places[3], 1, len(volume)
    )
    struct.pack_into("<Q", information, last, when)
    struct.pack_into("<I", information, count, 3)
    head = struct.pack("<I4sII", version, b"SCCA", 17, places[3] + len(volume))
    head += name.encode("utf-16-le", "surrogatepass").ljust(60, b"\0") + struct.pack("<II", 0x1234ABCD, 0)
    return head + bytes(information) + b"".join(parts)


def compressed(data: bytes) -> bytes:
    """Return a note as Windows 10 and 11 keep it."""
    return b"MAM\x04" + struct.pack("<I", len(data)) + xpress(data)


def xpress(data: bytes) -> bytes:
    """Return a stream: for each block of 64 KiB a table, its codes in words of 16 bits, and a rest."""
    out = bytearray()
    for at in range(0, len(data), 65_536):
        block = data[at : at + 65_536]
        words = block + bytes(len(block) % 2)
        out += b"\x88" * 128 + bytes(128)
        out += b"".join(words[place : place + 2][::-1] for place in range(0, len(words), 2))
        out += bytes(2 if len(words) > 2 else 4)
    return bytes(out)
