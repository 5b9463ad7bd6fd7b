"""A few bytes under a passphrase, in the age format's `scrypt` form, which the `age` program opens.

Only the key of a record is kept this way; its contents are encrypted to that key by pyrage. This
part is ours because pyrage chooses the cost by the speed of the machine, holds the interpreter's
lock for the second it takes (the window would stand still, and leaving quickly with it), and tells
a wrong passphrase and damage by the same error.

References: the age format, version 1 (age-encryption.org/v1, "The scrypt recipient type",
"Header MAC", "Payload"); RFC 7914 (scrypt); RFC 5869 (HKDF).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

from .errors import CannotRead, EmptyPassphrase, StoreError, Trouble, WrongPassphrase

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

WORK = 18  # 2**18 rounds of 1 KiB: 256 MiB and about a second (P3)
LEAST_WORK = 15
MOST_WORK = 20  # 1 GiB; OpenSSL takes no more, and nobody but this program writes these files
LONGEST = 4096  # bytes under the passphrase; a key needs 75

_INTRO = b"age-encryption.org/v1"
_LABEL = _INTRO + b"/scrypt"
_BASE64 = rb"[A-Za-z0-9+/]"
_HEAD = rb"(%s\n-> scrypt (%s{22}) ([1-9][0-9]{0,3})\n(%s{43})\n---) (%s{43})\n" % (
    re.escape(_INTRO),
    *(_BASE64,) * 3,
)
_FORM = re.compile(_HEAD + rb"(.{16})(.{16,%d})" % (LONGEST + 16), re.DOTALL)
_NO_NONCE = bytes(12)
_ONLY_CHUNK = bytes(11) + b"\x01"


class NotSealed(StoreError):
    """The bytes are not something that was put under a passphrase, or not whole."""


def seal(plain: bytes, passphrase: str) -> bytes:
    """Return the bytes under a passphrase; takes about a second and lets other threads run."""
    secret, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    body = _cipher(_wrapping_key(passphrase, salt, WORK)).encrypt(_NO_NONCE, secret, None)
    stanza = b"-> scrypt %s %d\n%s\n" % (_text(salt), WORK, _text(body))
    head = _INTRO + b"\n" + stanza + b"---"
    mac = hmac.digest(_derived(secret, b"", b"header"), head, "sha256")
    sealed = _cipher(_derived(secret, nonce, b"payload")).encrypt(_ONLY_CHUNK, plain, None)
    return head + b" " + _text(mac) + b"\n" + nonce + sealed


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """Return what is under the passphrase.

    Raises WrongPassphrase; NotSealed where the bytes are not whole or ask for a cost outside the
    bounds, which is seen before anything is computed.
    """
    form = _FORM.fullmatch(sealed)
    if form is None:
        raise NotSealed
    head, salt, work, body, mac, nonce, payload = form.groups()
    if not LEAST_WORK <= int(work) <= MOST_WORK:
        raise NotSealed
    key = _wrapping_key(passphrase, _bytes(salt), int(work))
    secret = _opened(key, _NO_NONCE, _bytes(body), WrongPassphrase)
    if not hmac.compare_digest(hmac.digest(_derived(secret, b"", b"header"), head, "sha256"), _bytes(mac)):
        raise NotSealed
    return _opened(_derived(secret, nonce, b"payload"), _ONLY_CHUNK, payload, NotSealed)


def found_in(data: bytes, length: int) -> Iterator[bytes]:
    """Yield what in a damaged file has the form of `length` bytes under a passphrase."""
    form = re.compile(_HEAD + rb".{%d}" % (16 + length + 16), re.DOTALL)
    yield from dict.fromkeys(found[0] for found in form.finditer(data))


def _wrapping_key(passphrase: str, salt: bytes, work: int) -> bytes:
    if not passphrase:
        raise EmptyPassphrase
    # The same letters typed by different typing tools are the same passphrase (T6).
    typed = normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    rounds = 2**work
    try:
        return hashlib.scrypt(
            typed, salt=_LABEL + salt, n=rounds, r=8, p=1, maxmem=rounds * 1024 + 2**24, dklen=32
        )
    except (MemoryError, ValueError) as error:  # OpenSSL says the second where it finds no memory
        raise CannotRead(Trouble.NO_MEMORY) from error


def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, purpose).derive(secret)


def _opened(key: bytes, nonce: bytes, body: bytes, refused: type[StoreError]) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(key).decrypt(nonce, body, None)
    except InvalidTag as error:
        raise refused from error


def _cipher(key: bytes) -> ChaCha20Poly1305:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def _text(raw: bytes) -> bytes:
    return b64encode(raw).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    raw = b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if _text(raw) != text:  # two spellings of the same bytes: only one is written
        raise NotSealed
    return raw
