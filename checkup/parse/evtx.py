"""Event logs of Windows (EVTX): bytes in, the wanted records as trees out, in bounded time.

Each chunk of 64 KiB stands alone: a damaged one costs itself. A record names a template and gives the
values it leaves open; what a template is was read once a chunk. How much is read of a chunk is bounded,
since any record may point anywhere in it: a kept library (evtx 0.11) never came back from such a file.
References: J. Metz, libevtx, "Windows XML Event Log (EVTX) format".
"""

import struct
from collections.abc import Iterator

from checkup.parse.binary_xml import Damaged, Reader
from checkup.parse.tree import Node

SIGNATURE, CHUNK_SIGNATURE, RECORD_SIGNATURE = b"ElfFile\0", b"ElfChnk\0", b"**\0\0"
HEAD, CHUNK, CHUNK_HEAD, RECORD_HEAD = 4096, 65_536, 512, 24
MOST_STEPS = 8_000_000  # of a whole log; an ordinary one of 64 MiB takes about a third


class NotEvtx(Exception):
    """The bytes are no log of this kind."""


def events(data: bytes, wanted: frozenset[int]) -> Iterator[Node | None]:
    """Yield the records whose number is wanted, and None for each chunk or record that is damaged.

    Raises `NotEvtx` before the first.
    """
    if not data.startswith(SIGNATURE):
        raise NotEvtx
    left = MOST_STEPS
    for place in range(HEAD, len(data) - CHUNK_HEAD, CHUNK):
        chunk = data[place : place + CHUNK]
        if chunk.startswith(CHUNK_SIGNATURE):
            reader = Reader(chunk, left)
            before = reader.left
            yield from _chunk(reader, chunk, wanted)
            left -= before - max(reader.left, 0)
        elif chunk.strip(b"\0"):
            yield None


def _chunk(reader: Reader, chunk: bytes, wanted: frozenset[int]) -> Iterator[Node | None]:
    place, end = CHUNK_HEAD, min(struct.unpack_from("<I", chunk, 48)[0], len(chunk))
    while place + RECORD_HEAD <= end:
        if chunk[place : place + 4] != RECORD_SIGNATURE:
            yield None
            return
        (size,) = struct.unpack_from("<I", chunk, place + 4)
        if size <= RECORD_HEAD or place + size > end:
            yield None
            return
        try:
            found = reader.record(place + RECORD_HEAD, place + size - 4, wanted)
            if found is not None:
                yield found
        except (Damaged, struct.error, IndexError):
            yield None
        place += size
