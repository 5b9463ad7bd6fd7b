"""A file of a backup as it is asked for: a plain one where it lies, an encrypted one decrypted in memory.

Backups use AES-CBC without a starting value: a block is decrypted with the one before it, so that any
part can be read without its beginning. While a reader goes forward, more and more of what lies ahead is
decrypted in one go; when it jumps, little is. Only the last such piece is held, in memory that is used
again, and nothing is written.
"""

from typing import BinaryIO

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

BLOCK = 16
PAGE = 4096  # what SQLite asks for at once, as Apple makes its databases
LEAST, MOST = 16 * 1024, 1024 * 1024  # at once; smaller pieces cost calls, larger ones leave the cache


class Plain:
    """A file as it is."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.size = size
        self._file = file

    def read(self, offset: int, length: int) -> bytes:
        """Return so many bytes from an offset on, fewer at the end."""
        self._file.seek(offset)
        return self._file.read(length)


class Unlocked:
    """What an encrypted file says: `size` bytes, the rest only fills its last block."""

    __slots__ = (
        *("size", "_file", "_key", "_most", "_locked", "_said", "_pages", "_full"),
        *("_begin", "_end", "_count", "_ahead", "_going"),
    )

    def __init__(self, file: BinaryIO, key: bytes, size: int) -> None:
        self.size = size
        self._file = file
        self._key = AES(key)
        self._most = min(MOST, size + -size % PAGE)
        self._locked = memoryview(bytearray(self._most))
        self._said = memoryview(bytearray(self._most + BLOCK - 1))
        self._pages = {at: self._said[at : at + PAGE] for at in range(0, self._most, PAGE)}
        self._full: dict[int, memoryview] = {}  # the pages while all are full: found at once, without a look
        self._begin = self._end = 0  # of what is held, in whole blocks
        self._count = 0  # of its bytes that the file says
        self._ahead = LEAST
        self._going = self._from(0)

    def read(self, offset: int, length: int) -> bytes | memoryview:
        """Return so many bytes from an offset on, fewer at the end or where the file is cut.

        They are valid until the next are asked for.
        """
        if length == PAGE:
            try:
                return self._full[offset - self._begin]
            except KeyError:
                pass
        at = offset - self._begin
        if at < 0 or at + length > self._count:
            if not 0 <= at < self._count and not self._decrypt(offset):
                return b""
            at = offset - self._begin
            if length > self._count - at:
                return self._joined(offset, length)
        return self._said[at : at + length]

    def _joined(self, offset: int, length: int) -> bytes:
        """Return more than is decrypted at once."""
        parts, end = [], offset + length
        while offset < end and (0 <= offset - self._begin < self._count or self._decrypt(offset)):
            at = offset - self._begin
            parts.append(bytes(self._said[at : min(self._count, at + end - offset)]))
            offset += len(parts[-1])
        return b"".join(parts)

    def _decrypt(self, offset: int) -> bool:
        """Decrypt some from this offset's block on; return whether there was something there."""
        begin = offset - offset % BLOCK
        is_near = 0 <= begin - self._end < MOST
        self._ahead = min(2 * self._ahead, self._most) if is_near else LEAST
        if begin != self._end:
            self._going = self._from(begin)
        read: int = self._file.readinto(self._locked[: self._ahead])  # type: ignore[attr-defined]
        read -= read % BLOCK
        self._going.update_into(self._locked[:read], self._said)
        self._begin, self._end = begin, begin + read
        self._count = max(0, min(read, self.size - begin))
        self._full = self._pages if self._count == self._most else {}
        return offset - begin < self._count

    def _from(self, begin: int) -> CipherContext:
        """Return what decrypts from this block on, and have the file ready to be read there."""
        self._file.seek(max(0, begin - BLOCK))
        before = self._file.read(BLOCK) if begin else b""
        return Cipher(self._key, CBC(before.ljust(BLOCK, b"\0"))).decryptor()
