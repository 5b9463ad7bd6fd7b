"""The name an encrypted connection begins with: the server name in a ClientHello.

References: RFC 8446 (section 4.1.2), RFC 6066 (section 3).
"""

HANDSHAKE, CLIENT_HELLO = 0x16, 0x01
_SERVER_NAME, _HOST_NAME = 0, 0
LONGEST = 65_536


class NeedsMore(Exception):
    """The ClientHello goes on in the next packet."""


class NoHello(Exception):
    """The bytes are no ClientHello."""


def hello_in_records(data: bytes) -> bytes:
    """Return the ClientHello out of TLS records; raises NeedsMore, NoHello."""
    at, held = 0, bytearray()
    while True:
        if at + 5 > len(data):
            raise NeedsMore
        length = (data[at + 3] << 8) | data[at + 4]
        if data[at] != HANDSHAKE or data[at + 1] != 3 or not 0 < length <= 16_640:
            raise NoHello
        held += data[at + 5 : at + 5 + length]
        if held[:1] not in (b"", bytes([CLIENT_HELLO])):
            raise NoHello
        if len(held) >= 4 and len(held) >= (whole := whole_length(held)):
            return bytes(held[:whole])
        if at + 5 + length > len(data):
            raise NeedsMore
        at += 5 + length


def whole_length(hello: bytes | bytearray) -> int:
    """Return the length a ClientHello says it has, with its own four bytes; raises NoHello."""
    length = int.from_bytes(hello[1:4], "big") + 4
    if length > LONGEST:
        raise NoHello
    return length


def server_name(hello: bytes) -> str:
    """Return the name in a whole ClientHello; empty where it names none; raises NoHello."""
    at = 4 + 2 + 32
    try:
        at += 1 + hello[at]
        at += 2 + int.from_bytes(hello[at : at + 2], "big")
        at += 1 + hello[at]
    except IndexError as wrong:
        raise NoHello from wrong
    end = min(len(hello), at + 2 + int.from_bytes(hello[at : at + 2], "big"))
    at += 2
    while at + 4 <= end:
        kind = int.from_bytes(hello[at : at + 2], "big")
        length = int.from_bytes(hello[at + 2 : at + 4], "big")
        if kind == _SERVER_NAME:
            return _host(hello[at + 4 : min(end, at + 4 + length)])
        at += 4 + length
    return ""


def _host(names: bytes) -> str:
    length = int.from_bytes(names[3:5], "big")
    if len(names) < 5 or names[2] != _HOST_NAME or len(names) < 5 + length or length > 255:
        return ""
    return names[5 : 5 + length].decode("latin-1").lower()
