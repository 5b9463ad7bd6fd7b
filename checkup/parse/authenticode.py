"""Who signed a program of Windows: the name in the signature that lies in the file itself.

Whether the signature fits the file is not checked here, so a name is a hint and never proof of good.
Checked by hand against osslsigncode on 220 programs that The Qt Company signed, and on ones signed with it
once and twice. Signatures that lie in lists of Windows' own (catalogues) are not read.
References: learn.microsoft.com, "PE Format" (the attribute certificate table), [MS-OSHARED] on
Authenticode; RFC 5652 for the message in it.
"""

import struct

MOST_PROGRAM = 64 * 1024 * 1024
_CERTIFICATE_TABLE = 4
_SEQUENCE = 0x30
_LONGEST_TABLE = 1024 * 1024


def signer_of(data: bytes) -> str | None:
    """Return the name of who signed it, "" where the file has no signature, None for no program."""
    try:
        table = _table(data)
    except struct.error:
        return None
    if table is None:
        return None
    return _signer(table) if table else ""


def _table(data: bytes) -> bytes | None:
    """Return the message with the signature, empty where there is none, None where it is no program."""
    if data[:2] != b"MZ":
        return None
    head = struct.unpack_from("<I", data, 60)[0]
    if data[head : head + 4] != b"PE\0\0":
        return None
    magic = struct.unpack_from("<H", data, head + 24)[0]
    folders = head + 24 + (112 if magic == 0x20B else 96)
    place, size = struct.unpack_from("<II", data, folders + 8 * _CERTIFICATE_TABLE)
    if not place or size <= 8 or size > _LONGEST_TABLE:
        return b""
    length = struct.unpack_from("<I", data, place)[0]
    return _whole(data[place + 8 : place + min(length, size)])


def _whole(message: bytes) -> bytes:
    """Return the message without the bytes that only fill the table up to eight."""
    if len(message) < 6 or message[0] != _SEQUENCE:
        return message
    count = message[1] & 0x7F if message[1] & 0x80 else 0
    size = int.from_bytes(message[2 : 2 + count], "big") if count else message[1]
    return message[: 2 + count + size] if 0 < size <= len(message) else message


def _signer(message: bytes) -> str | None:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization.pkcs7 import load_der_pkcs7_certificates

    from checkup.parse.x509 import common_name

    try:
        found = load_der_pkcs7_certificates(message)
        # The one that signed the file vouches for no other certificate in the message.
        issuers = {one.issuer for one in found}
        own = [one for one in found if one.subject not in issuers] or found[:1]
        return common_name(own[0].subject) if own else None
    except (ValueError, UnsupportedAlgorithm, TypeError):  # names are taken apart when they are asked for
        return None
