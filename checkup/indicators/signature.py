"""Signed lists: signatures and public keys in the form of minisign, checked without that program.

Both kinds of signatures are taken: over the file itself (`Ed`) and over its BLAKE2b-512 (`ED`). The
trusted comment is checked too; its `timestamp` says which of two lists is the newer.

References: minisign, "Signature format" and "Public key format" (jedisct1.github.io/minisign).
"""

import hashlib
import re
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterable

from checkup.model.value import Value

LONGEST = 10_000  # bytes of a signature or key file
PLAIN, HASHED = b"Ed", b"ED"
KEY_FORM = b"Ed"

_TRUSTED = "trusted comment: "
_STAMP = re.compile(r"(?:^|\s)timestamp:(\d{1,15})(?=\s|$)", re.ASCII)
_FILE = re.compile(r"(?:^|\t)file:([^\t]+)")


class PublicKey(Value, frozen=True, kw_only=True):
    """Who may sign. `number` is the key's own name, 8 bytes."""

    number: bytes
    key: bytes

    @property
    def id(self) -> str:
        """The number as minisign shows it: hexadecimal, without zeros before it."""
        return f"{int.from_bytes(self.number, 'little'):X}"


class Signed(Value, frozen=True, kw_only=True):
    """A good signature: by which key, when (seconds since 1970, as the signer says), of which file name."""

    key_id: str
    stamp: int
    file: str = ""


class UnknownKey(Exception):
    """The signature is by nobody whose key is here."""


class WrongSignature(Exception):
    """It is no signature, or not one of these bytes, or it does not say when."""


def public_key(text: str) -> PublicKey | None:
    """Return the key of a key file, or of its second line alone; None if it is none."""
    lines = [line.strip() for line in text[:LONGEST].splitlines() if line.strip()]
    raw = _decoded(lines[-1]) if lines and len(lines) <= 2 else b""
    if len(raw) != 42 or raw[:2] != KEY_FORM:
        return None
    return PublicKey(number=raw[2:10], key=raw[10:])


def verified(data: bytes, signature: bytes, keys: Iterable[PublicKey]) -> Signed:
    """Return whose signature this is; raises UnknownKey, WrongSignature."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    raw, trusted, whole = _parts(signature)
    form, number, signed = raw[:2], raw[2:10], raw[10:]
    known = next((key for key in keys if key.number == number), None)
    if known is None:
        raise UnknownKey
    message = hashlib.blake2b(data).digest() if form == HASHED else data
    try:
        key = Ed25519PublicKey.from_public_bytes(known.key)
        key.verify(signed, message)
        key.verify(whole, signed + trusted.encode())
    except (InvalidSignature, ValueError) as error:
        raise WrongSignature from error
    stamp = _STAMP.search(trusted)
    if stamp is None:
        raise WrongSignature
    file = _FILE.search(trusted)
    return Signed(key_id=known.id, stamp=int(stamp[1]), file=file[1] if file else "")


def _parts(signature: bytes) -> tuple[bytes, str, bytes]:
    """Return the signature, the trusted comment and the signature over both; raises WrongSignature."""
    try:
        lines = signature[:LONGEST].decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise WrongSignature from error
    if len(lines) < 4 or not lines[2].startswith(_TRUSTED):
        raise WrongSignature
    raw, whole = _decoded(lines[1]), _decoded(lines[3])
    if len(raw) != 74 or len(whole) != 64 or raw[:2] not in {PLAIN, HASHED}:
        raise WrongSignature
    return raw, lines[2].removeprefix(_TRUSTED), whole


def _decoded(text: str) -> bytes:
    """Return what a line stands for; b"" unless it is written in the one usual way."""
    try:
        found = b64decode(text.strip(), validate=True)
    except (NoBase64, ValueError):
        return b""
    return found if b64encode(found).decode() == text.strip() else b""
