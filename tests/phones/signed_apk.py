"""Makes the outline of a signed apk: a zip with a signing block before its directory."""

import struct


def piece(data: bytes) -> bytes:
    return len(data).to_bytes(4, "little") + data


def signing_block(
    certificates: tuple[bytes, ...], scheme: int = 0x7109871A, padding: int = 0, other: int = 0x42726577
) -> bytes:
    """Return the block with one signer, and a pair of another kind before it."""
    signed = piece(b"") + piece(b"".join(piece(one) for one in certificates)) + piece(b"")
    signer = piece(signed) + piece(b"") + piece(b"")
    pairs = b"".join(
        (4 + len(value)).to_bytes(8, "little") + struct.pack("<I", name) + value
        for name, value in ((other, bytes(padding)), (scheme, piece(piece(signer))))
    )
    size = (len(pairs) + 24).to_bytes(8, "little")
    return size + pairs + size + b"APK Sig Block 42"


def signed_apk(
    certificates: tuple[bytes, ...], *, before: int = 10_000, padding: int = 0, scheme: int = 0x7109871A
) -> bytes:
    """Return a file of the form of an apk; its entries are nothing but zeros."""
    block = signing_block(certificates, scheme, padding)
    directory = b"PK\x01\x02" + bytes(200)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), before + len(block), 0)
    return bytes(before) + block + directory + end
