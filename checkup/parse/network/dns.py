"""Names asked for and answered in a DNS message.

References: RFC 1035 (section 4), RFC 3596 (AAAA), RFC 9460 (HTTPS records are asked like any other).
"""

from typing import NamedTuple

MOST_RECORDS = 128
MOST_LABELS = 128
MOST_JUMPS = 32
_ADDRESS, _ADDRESS_6 = 1, 28


class Message(NamedTuple):
    """The names asked for, and addresses (as bytes) the answers give for the first of them."""

    asked: tuple[str, ...]
    is_answer: bool
    addresses: tuple[bytes, ...] = ()


class BadMessage(Exception):
    """The bytes are no DNS message."""


def message(data: bytes) -> Message:
    """Return what a message asks and answers; raises BadMessage."""
    if len(data) < 12:
        raise BadMessage
    questions = int.from_bytes(data[4:6], "big")
    answers = int.from_bytes(data[6:8], "big")
    if data[2] & 0x78 or questions > MOST_RECORDS or not questions:
        raise BadMessage
    at, asked = 12, []
    for _ in range(questions):
        name, at = _name(data, at)
        at += 4
        if at > len(data):
            raise BadMessage
        asked.append(name)
    is_answer = bool(data[2] & 0x80)
    addresses = _addresses(data, at, min(answers, MOST_RECORDS)) if is_answer else ()
    return Message(tuple(name for name in asked if name), is_answer, addresses)


def _addresses(data: bytes, at: int, count: int) -> tuple[bytes, ...]:
    found = []
    for _ in range(count):
        try:
            _, at = _name(data, at)
        except BadMessage:
            break  # cut: what came before stands
        kind = int.from_bytes(data[at : at + 2], "big")
        length = int.from_bytes(data[at + 8 : at + 10], "big")
        value = data[at + 10 : at + 10 + length]
        if len(value) < length:
            break
        if (kind, length) in ((_ADDRESS, 4), (_ADDRESS_6, 16)):
            found.append(value)
        at += 10 + length
    return tuple(found)


def _name(data: bytes, at: int) -> tuple[str, int]:
    labels: list[str] = []
    after, jumps = 0, 0
    while at < len(data) and len(labels) < MOST_LABELS:
        length = data[at]
        if length >= 0xC0:
            if at + 2 > len(data) or jumps == MOST_JUMPS:
                raise BadMessage
            after = after or at + 2
            at = ((length & 0x3F) << 8) | data[at + 1]
            jumps += 1
        elif length > 63 or at + 1 + length > len(data):
            raise BadMessage
        elif length == 0:
            return ".".join(labels).lower(), after or at + 1
        else:
            labels.append(data[at + 1 : at + 1 + length].decode("latin-1"))
            at += 1 + length
    raise BadMessage
