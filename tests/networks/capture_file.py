"""Makes network captures: frames by hand, and the files around them, pcap and pcapng."""

import hashlib
import hmac
import ipaddress
import struct
from collections.abc import Iterable

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

PHONE, SERVER = "192.168.1.20", "203.0.113.9"
START = 1_790_000_000
SYN, SYN_ACK, ACK, PUSH = 0x02, 0x12, 0x10, 0x18


def ip(source: str, target: str, protocol: int, payload: bytes) -> bytes:
    one, other = ipaddress.ip_address(source), ipaddress.ip_address(target)
    if one.version == 4:
        head = struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(payload), 1, 0x4000, 64, protocol, 0)
    else:
        head = struct.pack(">IHBB", 0x60000000, len(payload), protocol, 64)
    return head + one.packed + other.packed + payload


def udp(source: str, target: str, ports: tuple[int, int], payload: bytes) -> bytes:
    return ip(source, target, 17, struct.pack(">HHHH", *ports, 8 + len(payload), 0) + payload)


def tcp(
    source: str, target: str, ports: tuple[int, int], number: int, flags: int, payload: bytes = b""
) -> bytes:
    head = struct.pack(">HHIIBBHHH", *ports, number & 0xFFFFFFFF, 0, 0x50, flags, 65535, 0, 0)
    return ip(source, target, 6, head + payload)


def ethernet(packet: bytes, tags: int = 0) -> bytes:
    kind = b"\x08\x00" if packet[0] >> 4 == 4 else b"\x86\xdd"
    return bytes(12) + b"\x81\x00\x00\x07" * tags + kind + packet


def dns(name: str, answers: Iterable[str] = (), *, is_answer: bool = False) -> bytes:
    labels = b"".join(bytes([len(part)]) + part.encode() for part in name.split(".")) + b"\0"
    records = b""
    count = 0
    for one in answers:
        value = ipaddress.ip_address(one).packed
        kind = 1 if len(value) == 4 else 28
        records += b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 60, len(value)) + value
        count += 1
    flags = 0x8180 if is_answer or count else 0x0100
    return struct.pack(">HHHHHH", 7, flags, 1, count, 0, 0) + labels + b"\0\x01\0\x01" + records


def hello(name: str, padding: int = 0) -> bytes:
    """Return a ClientHello; an empty name stands for one that names no server."""
    names = b""
    if name:
        host = name.encode()
        entry = b"\0" + struct.pack(">H", len(host)) + host
        names = struct.pack(">HHH", 0, len(entry) + 2, len(entry)) + entry
    extensions = struct.pack(">HH", 21, padding) + bytes(padding) + names
    body = b"\x03\x03" + bytes(32) + b"\0" + b"\0\x02\x13\x01" + b"\x01\0"
    body += struct.pack(">H", len(extensions)) + extensions
    return b"\x01" + len(body).to_bytes(3, "big") + body


def records(data: bytes, size: int = 16_000) -> bytes:
    parts = (data[at : at + size] for at in range(0, len(data), size))
    return b"".join(b"\x16\x03\x01" + struct.pack(">H", len(part)) + part for part in parts)


def _expanded(secret: bytes, label: bytes, length: int) -> bytes:
    label = b"tls13 " + label
    return hmac.digest(secret, struct.pack(">HB", length, len(label)) + label + b"\0\x01", "sha256")[:length]


def quic(
    part: bytes, offset: int, number: int = 0, target: bytes = b"\x83\x94\xc8\xf0\x3e\x51\x57\x08"
) -> bytes:
    """Return a client's first packet, protected as RFC 9001 says."""
    salt = bytes.fromhex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a")
    secret = _expanded(hmac.new(salt, target, hashlib.sha256).digest(), b"client in", 32)
    key, start, mask_key = (
        _expanded(secret, b"quic " + one, n) for one, n in ((b"key", 16), (b"iv", 12), (b"hp", 16))
    )
    frames = b"\x06" + struct.pack(">HH", 0x4000 | offset, 0x4000 | len(part)) + part
    frames += bytes(max(0, 1162 - len(frames)))
    head = (
        b"\xc3\0\0\0\x01"
        + bytes([len(target)])
        + target
        + b"\0\0"
        + struct.pack(">H", 0x4000 | (len(frames) + 20))
    )
    head += number.to_bytes(4, "big")
    nonce = int.from_bytes(start, "big") ^ number
    sealed = AESGCM(key).encrypt(nonce.to_bytes(12, "big"), frames, head)
    mask = Cipher(AES(mask_key), ECB()).encryptor().update(sealed[:16])  # noqa: S305 - one block, as QUIC says
    first = head[0] ^ (mask[0] & 0x0F)
    hidden = bytes(one ^ other for one, other in zip(head[-4:], mask[1:5], strict=True))
    return bytes([first]) + head[1:-4] + hidden + sealed


def pcap(frames: Iterable[bytes], link: int = 1, order: str = "<", nano: bool = False) -> bytes:
    magic = 0xA1B23C4D if nano else 0xA1B2C3D4
    whole = [struct.pack(f"{order}IHHiIII", magic, 2, 4, 0, 0, 262144, link)]
    for second, frame in enumerate(frames):
        whole += [struct.pack(f"{order}IIII", START + second, 500, len(frame), len(frame)), frame]
    return b"".join(whole)


def block(kind: int, body: bytes, order: str = "<") -> bytes:
    body += bytes(-len(body) % 4)
    total = struct.pack(f"{order}I", 12 + len(body))
    return struct.pack(f"{order}I", kind) + total + body + total


def pcapng(frames: Iterable[bytes], link: int = 1, order: str = "<") -> bytes:
    section = struct.pack(f"{order}IHHq", 0x1A2B3C4D, 1, 0, -1)
    resolution = struct.pack(f"{order}HHB3xHH", 9, 1, 9, 0, 0)
    whole = block(0x0A0D0D0A, section, order)
    whole += block(1, struct.pack(f"{order}HHI", link, 0, 0) + resolution, order)
    whole += block(4, b"names nobody needs", order)
    for second, frame in enumerate(frames):
        stamp = (START + second) * 1_000_000_000
        head = struct.pack(f"{order}IIIII", 0, stamp >> 32, stamp & 0xFFFFFFFF, len(frame), len(frame))
        whole += block(6, head + frame, order)
    return whole
