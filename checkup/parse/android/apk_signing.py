"""The certificates an app is signed with, out of the last pieces of its file.

An apk is a zip; its signatures (schemes v2 and v3) stand in a block right before the zip's directory,
so that a few kilobytes from the end are enough. Signatures are not checked: the phone did that when
the app was installed.

References: source.android.com, "APK Signature Scheme v2" and "v3" (ids 0x7109871a, 0xf05368c0,
0x1b93ad61); APPNOTE.TXT by PKWARE, 4.3.16 (end of central directory).
"""

import hashlib
import struct
from collections.abc import Iterator

TAIL = 22  # bytes of the zip's end, where it has no comment; apks have none
MAGIC = b"APK Sig Block 42"
FOOT = 24  # bytes: the block's size once more, and the magic
LARGEST = 1024 * 1024
_END = struct.Struct("<4sHHHHIIH")
_SCHEMES = frozenset({0x7109871A, 0xF05368C0, 0x1B93AD61})
MOST_SIGNERS = 16


class NotSigned(Exception):
    """There is no such block, or it is cut or broken: nothing is known of the signer."""


def directory_at(tail: bytes) -> int:
    """Return where the zip's directory begins, from its last bytes; raises NotSigned."""
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise NotSigned
    begin = _END.unpack_from(tail, at)[6]
    if not FOOT < begin < 0xFFFFFFFF:
        raise NotSigned
    return int(begin)


def block_size(before: bytes) -> int:
    """Return how long the block is, with its own two sizes, from the bytes that end at the directory."""
    if len(before) < FOOT or before[-16:] != MAGIC:
        raise NotSigned
    size = int.from_bytes(before[-FOOT:-16], "little") + 8
    if not 8 + FOOT <= size <= LARGEST:
        raise NotSigned
    return size


def certificate_digests(block: bytes) -> tuple[str, ...]:
    """Return SHA-256, SHA-1 and MD5, in hex, of each signer's certificates; raises NotSigned.

    `block` ends where the zip's directory begins and holds at least the whole block.
    """
    whole = block[-block_size(block) :]
    if len(whole) < block_size(block) or whole[:8] != whole[-FOOT:-16]:
        raise NotSigned
    found = dict.fromkeys(one for one in _certificates(whole[8:-FOOT]))
    if not found:
        raise NotSigned
    return tuple(digest for one in found for digest in _digests(one))


def _certificates(pairs: bytes) -> Iterator[bytes]:
    at = 0
    while at + 12 <= len(pairs):
        length = int.from_bytes(pairs[at : at + 8], "little")
        if not 4 <= length <= len(pairs) - at - 8:
            raise NotSigned
        if int.from_bytes(pairs[at + 8 : at + 12], "little") in _SCHEMES:
            yield from _of_scheme(pairs[at + 12 : at + 8 + length])
        at += 8 + length


def _of_scheme(value: bytes) -> Iterator[bytes]:
    for signer in _parts(_first(value)):
        signed = _first(signer)
        digests = _first(signed)
        yield from _parts(_first(signed[4 + len(digests) :]))


def _first(data: bytes) -> bytes:
    """Return the first piece of data that says its own length."""
    length = int.from_bytes(data[:4], "little")
    if len(data) < 4 or length > len(data) - 4:
        raise NotSigned
    return data[4 : 4 + length]


def _parts(data: bytes) -> Iterator[bytes]:
    at = 0
    for _ in range(MOST_SIGNERS):
        if at >= len(data):
            return
        one = _first(data[at:])
        yield one
        at += 4 + len(one)


def _digests(certificate: bytes) -> Iterator[str]:
    for name in ("sha256", "sha1", "md5"):
        yield hashlib.new(name, certificate, usedforsecurity=False).hexdigest()
