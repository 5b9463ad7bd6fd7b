"""From a password to the keys of the protection classes, and from these to the key of one file.

References: RFC 3394 (key wrap), RFC 8018 (PBKDF2); see parse.iphone.keybag for the bag itself.
"""

import hashlib

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from checkup.parse.iphone.keybag import Keybag

KEY = 32  # bytes of an AES-256 key
CLASS_NUMBER = 4  # bytes before a wrapped key that say of which class it is, lowest first


class WrongPassword(Exception):
    """The password opens none of the classes."""


class NoKey(Exception):
    """A file's key cannot be opened: its class needs more than the password, or it is damaged."""


class ClassKeys:
    """The opened keys of the protection classes, by number. Never written, never shown."""

    def __init__(self, keys: dict[int, bytes]) -> None:
        self._keys = keys

    def __repr__(self) -> str:
        return f"ClassKeys({len(self._keys)})"

    def file_key(self, wrapped: bytes) -> bytes:
        """Return the key of one file from its class number and wrapped key; raises NoKey."""
        number = int.from_bytes(wrapped[:CLASS_NUMBER], "little")
        if number not in self._keys:
            raise NoKey
        return self.of_class(number, wrapped[CLASS_NUMBER:])

    def of_class(self, number: int, wrapped: bytes) -> bytes:
        """Return a key that a class wraps; raises NoKey."""
        try:
            key = aes_key_unwrap(self._keys[number], wrapped)
        except (KeyError, InvalidUnwrap, ValueError) as wrong:
            raise NoKey from wrong
        if len(key) != KEY:
            raise NoKey
        return key


def class_keys(bag: Keybag, password: str) -> ClassKeys:
    """Return the opened classes; raises WrongPassword. Takes seconds: Apple made it slow on purpose."""
    secret = password.encode("utf-8", "surrogatepass")
    if bag.first_rounds and bag.first_salt:
        secret = hashlib.pbkdf2_hmac("sha256", secret, bag.first_salt, bag.first_rounds, KEY)
    opener = hashlib.pbkdf2_hmac("sha1", secret, bag.salt, bag.rounds, KEY)
    opened = {}
    for one in bag.classes:
        if not one.needs_only_password:
            continue
        try:
            opened[one.number] = aes_key_unwrap(opener, one.wrapped)
        except (InvalidUnwrap, ValueError):
            continue
    if not opened:
        raise WrongPassword
    return ClassKeys(opened)
