"""Signs as minisign does, for the tests: the same bytes, made with `cryptography`."""

import hashlib
from base64 import b64encode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from checkup.indicators.signature import PublicKey, public_key


class Signer:
    """Somebody with a key."""

    def __init__(self, number: bytes = b"centre01") -> None:
        self._key = Ed25519PrivateKey.generate()
        self.number = number

    @property
    def line(self) -> str:
        """The public key in one line."""
        return b64encode(b"Ed" + self.number + self._key.public_key().public_bytes_raw()).decode()

    @property
    def file(self) -> str:
        """The public key as minisign's file."""
        return f"untrusted comment: minisign public key\n{self.line}\n"

    @property
    def key(self) -> PublicKey:
        found = public_key(self.file)
        assert found is not None
        return found

    def sign(
        self, data: bytes, stamp: int = 1_780_000_000, *, hashed: bool = True, comment: str = ""
    ) -> bytes:
        """Return the signature file of these bytes."""
        form = b"ED" if hashed else b"Ed"
        signed = self._key.sign(hashlib.blake2b(data).digest() if hashed else data)
        trusted = comment or f"timestamp:{stamp}\tfile:list.toml" + ("\thashed" if hashed else "")
        whole = self._key.sign(signed + trusted.encode())
        return (
            f"untrusted comment: signature\n{b64encode(form + self.number + signed).decode()}\n"
            f"trusted comment: {trusted}\n{b64encode(whole).decode()}\n"
        ).encode()
