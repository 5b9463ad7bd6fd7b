"""From a frame to what it carries: the addresses and the transport, or why it cannot be told.

References: RFC 791, RFC 8200, IEEE 802.1Q; link types at tcpdump.org/linktypes.html.
"""

import struct
from enum import Enum, auto
from typing import NamedTuple

_ETHERNET, _RAW, _NULL, _LOOP, _COOKED, _COOKED_2 = 1, 101, 0, 108, 113, 276
_RAWS = frozenset({_RAW, 12, 14, 228, 229})
_IPV4, _IPV6 = 0x0800, 0x86DD
_TAGS = frozenset({0x8100, 0x88A8, 0x9100})
_PPPOE = 0x8864
_HOPS = frozenset({0, 43, 60, 135})
_FRAGMENT = 44
_AUTHENTICATION = 51
MOST_HEADERS = 8
# What nearly every frame of a capture is: Ethernet with a plain head of version 4. From byte 12 on: kind,
# version and length of the head, whole length, fragment, protocol and both addresses.
_USUAL = struct.Struct(">HBxH2xHxB2x4s4s")
_USUAL_AT, _USUAL_HEAD = 12, 34


class Unclear(Enum):
    """Why a frame says nothing about who talks with whom."""

    OTHER_LINK = auto()  # a kind of capture this program does not read, such as raw Wi-Fi frames
    OTHER = auto()  # no internet packet: ARP and the like; nothing is lost
    SHORT = auto()  # cut, or not what it says it is
    FRAGMENT = auto()  # a later part of a packet: its beginning has the ports


class Carried(NamedTuple):
    """One internet packet: protocol (6, 17), both addresses as bytes, its payload and its whole length."""

    protocol: int
    source: bytes
    target: bytes
    payload: memoryview
    length: int


def carried(link: int, frame: memoryview) -> Carried | Unclear:
    """Return the internet packet in a frame."""
    if link == _ETHERNET and len(frame) >= _USUAL_HEAD:
        kind, head, total, fragment, protocol, source, target = _USUAL.unpack_from(frame, _USUAL_AT)
        if kind == _IPV4 and head == 0x45 and total >= 20 and not fragment & 0x1FFF:
            payload = frame[_USUAL_HEAD : total + 14]
            return Carried(protocol, source, target, payload, total)
    at = _start(link, frame)
    if isinstance(at, Unclear):
        return at
    if at >= len(frame):
        return Unclear.SHORT
    version = frame[at] >> 4
    if version == 4:
        return _version_4(frame, at)
    return _version_6(frame, at) if version == 6 else Unclear.OTHER


def _start(link: int, frame: memoryview) -> int | Unclear:
    if link == _ETHERNET:
        return _behind_type(frame, 12)
    if link == _COOKED:
        return _behind_type(frame, 14)
    if link == _COOKED_2:
        return 20 if int.from_bytes(frame[:2], "big") in (_IPV4, _IPV6) else Unclear.OTHER
    if link in _RAWS:
        return 0
    return 4 if link in (_NULL, _LOOP) else Unclear.OTHER_LINK


def _behind_type(frame: memoryview, at: int) -> int | Unclear:
    for _ in range(MOST_HEADERS):
        kind = int.from_bytes(frame[at : at + 2], "big")
        if kind in (_IPV4, _IPV6):
            return at + 2
        if kind == _PPPOE:
            return at + 10
        if kind not in _TAGS:
            return Unclear.OTHER if len(frame) >= at + 2 else Unclear.SHORT
        at += 4
    return Unclear.OTHER


def _version_4(frame: memoryview, at: int) -> Carried | Unclear:
    head = (frame[at] & 0x0F) * 4
    if head < 20 or at + head > len(frame):
        return Unclear.SHORT
    total = (frame[at + 2] << 8) | frame[at + 3]
    if ((frame[at + 6] & 0x1F) << 8) | frame[at + 7]:
        return Unclear.FRAGMENT
    end = min(len(frame), at + total) if total >= head else len(frame)  # 0: the card cuts it later
    source, target = bytes(frame[at + 12 : at + 16]), bytes(frame[at + 16 : at + 20])
    return Carried(frame[at + 9], source, target, frame[at + head : end], max(total, end - at))


def _version_6(frame: memoryview, at: int) -> Carried | Unclear:
    if at + 40 > len(frame):
        return Unclear.SHORT
    length = (frame[at + 4] << 8) | frame[at + 5]
    source, target = bytes(frame[at + 8 : at + 24]), bytes(frame[at + 24 : at + 40])
    end = min(len(frame), at + 40 + length) if length else len(frame)
    protocol, here = frame[at + 6], at + 40
    for _ in range(MOST_HEADERS):
        if protocol not in _HOPS and protocol not in (_FRAGMENT, _AUTHENTICATION):
            return Carried(protocol, source, target, frame[here:end], max(length + 40, end - at))
        if here + 8 > end:
            return Unclear.SHORT
        if protocol == _FRAGMENT and ((frame[here + 2] << 8) | frame[here + 3]) & 0xFFF8:
            return Unclear.FRAGMENT
        size = _size(protocol, frame[here + 1])
        protocol, here = frame[here], here + size
    return Unclear.OTHER


def _size(protocol: int, told: int) -> int:
    if protocol == _FRAGMENT:
        return 8
    return (told + 2) * 4 if protocol == _AUTHENTICATION else (told + 1) * 8
