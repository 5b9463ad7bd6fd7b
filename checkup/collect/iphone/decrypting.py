"""AES-CBC as backups use it: no starting value, in pieces, from any page on; in memory only.

A block is decrypted with the one before it, so that any part of a file can be read without its
beginning. Pieces of about 1 MiB keep the work in the processor's own memory: one call over 64 MiB
took nine times as long.
"""

from collections.abc import Iterator
from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

BLOCK = 16
PIECE = 1024 * 1024
_NOTHING = bytes(BLOCK)


def pieces(source: BinaryIO, key: bytes, length: int) -> Iterator[memoryview]:
    """Yield `length` bytes of what a whole encrypted file says; each piece is valid until the next.

    A file that is shorter, or cut within a block, ends early.
    """
    opened = Cipher(AES(key), CBC(_NOTHING)).decryptor()
    read, said = bytearray(PIECE), bytearray(PIECE + BLOCK - 1)
    left = length
    while left > 0:
        count = source.readinto(read)  # type: ignore[attr-defined]
        count -= count % BLOCK
        if not count:
            return
        opened.update_into(memoryview(read)[:count], said)
        yield memoryview(said)[: min(left, count)]
        left -= count


def whole(source: BinaryIO, key: bytes, length: int) -> bytearray:
    """Return `length` bytes of what an encrypted file says, fewer where it is cut."""
    said = bytearray(length)
    at = 0
    for piece in pieces(source, key, length):
        said[at : at + len(piece)] = piece
        at += len(piece)
    del said[at:]
    return said


def part(source: BinaryIO, key: bytes, offset: int, length: int) -> bytes:
    """Return a part of what an encrypted file says; `offset` and `length` are multiples of a block."""
    source.seek(max(0, offset - BLOCK))
    start = source.read(BLOCK) if offset else _NOTHING
    if len(start) != BLOCK:
        return b""
    held = source.read(length)
    held = held[: len(held) - len(held) % BLOCK]
    opened = Cipher(AES(key), CBC(start)).decryptor()
    return opened.update(held)
