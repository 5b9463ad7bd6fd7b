"""The key of a record: an age identity, lying in the file under the passphrase.

Deriving it takes a second, once; everything after that is encrypted to it in milliseconds. Its
public half is in no file, so nobody who lacks the key can make contents that open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import passphrase_age
from .contents import Contents, named, packed, unpacked
from .errors import Damaged, KeysForgotten

if TYPE_CHECKING:
    from pyrage.x25519 import Identity


LENGTH = len(f"AGE-SECRET-KEY-1{'Q' * 58}\n")


class Key:
    """Holds the secret half, the only place that does; `forget` lets go of it."""

    def __init__(self, identity: Identity, part: bytes) -> None:
        self._identity: Identity | None = identity
        self.part = part
        """The bytes of identity.age."""

    @classmethod
    def made(cls, passphrase: str) -> Key:
        """Make a new key under a passphrase; takes about a second."""
        from pyrage.x25519 import Identity

        identity = Identity.generate()
        return cls(identity, passphrase_age.seal(f"{identity}\n".encode(), passphrase))

    @classmethod
    def opened(cls, part: bytes, passphrase: str) -> Key:
        """Open the key in identity.age; raises WrongPassphrase or Damaged."""
        from pyrage import IdentityError
        from pyrage.x25519 import Identity

        try:
            text = passphrase_age.unseal(part, passphrase).decode("ascii")
            return cls(Identity.from_str(text.strip()), part)
        except (passphrase_age.NotSealed, UnicodeDecodeError, IdentityError) as error:
            raise Damaged from error

    def seal(self, contents: Contents) -> bytes:
        """Return the contents encrypted; they say that they belong to this key."""
        return self.seal_bytes(packed(contents))

    def unseal(self, part: bytes) -> Contents:
        """Return the contents; raises Damaged where they do not open or belong to another key."""
        return self.belonging(self.unseal_bytes(part))

    def belonging(self, plain: bytes) -> Contents:
        """Return the contents in what was opened; raises Damaged where they belong to another key."""
        contents = unpacked(plain)
        if contents.key != named(self.part):
            raise Damaged
        return contents

    def seal_bytes(self, plain: bytes) -> bytes:
        """Return bytes encrypted."""
        import pyrage

        sealed: bytes = pyrage.encrypt(plain, [self._held.to_public()])
        return sealed

    def unseal_bytes(self, part: bytes) -> bytes:
        """Return what was encrypted; raises Damaged where it does not open."""
        import pyrage

        try:
            opened: bytes = pyrage.decrypt(part, [self._held])
        except pyrage.DecryptError as error:
            raise Damaged from error
        return opened

    def forget(self) -> None:
        """Let go of the secret half; it is overwritten in memory as the library ends it."""
        self._identity = None

    @property
    def is_forgotten(self) -> bool:
        """Whether the passphrase is needed again."""
        return self._identity is None

    @property
    def _held(self) -> Identity:
        if self._identity is None:
            raise KeysForgotten
        return self._identity
