"""The ClientHello in the first packets of QUIC: their keys follow from a number in the packet itself.

References: RFC 9000 (sections 17.2.2, 19.6), RFC 9001 (sections 5.2, 5.4), RFC 9369 (version 2).
"""

import hashlib
import hmac
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

LONGEST = 65_536
_SMALLEST = 20


class Version(NamedTuple):
    """What differs between the versions: the salt, the words of the labels, the kind of a first packet."""

    salt: bytes
    label: str
    initial: int


_VERSIONS = {
    b"\x00\x00\x00\x01": Version(bytes.fromhex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a"), "quic", 0),
    b"\x6b\x33\x43\xcf": Version(bytes.fromhex("0dede3def700a6db819381be6e269dcbf9bd2ed9"), "quicv2", 1),
}


class NotReadable(Exception):
    """No first packet of a client, or of a version whose keys are not known."""


class Initial(NamedTuple):
    """Parts of a ClientHello: where each begins, and its bytes."""

    parts: tuple[tuple[int, bytes], ...]


def is_long(data: memoryview) -> bool:
    """Whether this may be a packet that begins a connection."""
    return len(data) > _SMALLEST and data[0] & 0xC0 == 0xC0 and bytes(data[1:5]) in _VERSIONS


def initial(data: bytes) -> Initial:
    """Return the parts of a ClientHello in one datagram; raises NotReadable."""
    try:
        return Initial(tuple(_crypto(_opened(data))))
    except (IndexError, InvalidTag, ValueError) as wrong:
        raise NotReadable from wrong


def _opened(data: bytes) -> bytes:
    version = _VERSIONS.get(data[1:5])
    if version is None or (data[0] >> 4) & 3 != version.initial:
        raise NotReadable
    at = 5
    target = data[at + 1 : at + 1 + data[at]]
    at += 1 + data[at]
    at += 1 + data[at]
    token, at = _number(data, at)
    length, at = _number(data, at + token)
    if at + length > len(data) or length < _SMALLEST:
        raise NotReadable
    key, start, mask_key = _keys(version, target)
    mask = Cipher(AES(mask_key), ECB()).encryptor().update(data[at + 4 : at + 20])  # noqa: S305 - one block, as QUIC says
    first = data[0] ^ (mask[0] & 0x0F)
    size = (first & 3) + 1
    number = bytes(one ^ other for one, other in zip(data[at : at + size], mask[1:], strict=False))
    head = bytes([first]) + data[1:at] + number
    nonce = int.from_bytes(start, "big") ^ int.from_bytes(number, "big")
    return AESGCM(key).decrypt(nonce.to_bytes(12, "big"), data[at + size : at + length], head)


def _keys(version: Version, target: bytes) -> tuple[bytes, bytes, bytes]:
    secret = hmac.digest(version.salt, target, hashlib.sha256)
    client = _expanded(secret, "client in", 32)
    return tuple(  # type: ignore[return-value]
        _expanded(client, f"{version.label} {name}", length)
        for name, length in (("key", 16), ("iv", 12), ("hp", 16))
    )


def _expanded(secret: bytes, label: str, length: int) -> bytes:
    whole = f"tls13 {label}".encode("ascii")
    info = length.to_bytes(2, "big") + bytes([len(whole)]) + whole + b"\0"
    return hmac.digest(secret, info + b"\x01", hashlib.sha256)[:length]


def _number(data: bytes, at: int) -> tuple[int, int]:
    size = 1 << (data[at] >> 6)
    value = int.from_bytes(data[at : at + size], "big") & ((1 << (8 * size - 2)) - 1)
    if at + size > len(data):
        raise NotReadable
    return value, at + size


def _crypto(frames: bytes) -> list[tuple[int, bytes]]:
    at, found = 0, []
    while at < len(frames):
        kind = frames[at]
        at += 1
        if kind in (0, 1):  # room, and "are you there"
            continue
        if kind != 6:
            break
        offset, at = _number(frames, at)
        length, at = _number(frames, at)
        if offset + length <= LONGEST:
            found.append((offset, frames[at : at + length]))
        at += length
    return found
