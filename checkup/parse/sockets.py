"""The kernel's tables of network sockets: text in, listening ports out.

References: proc(5) `/proc/net/tcp`; the addresses are written in the byte order of the machine.
"""

import ipaddress
import sys
from collections.abc import Iterator
from dataclasses import dataclass

LISTENING = "0A"
UNCONNECTED = "07"  # the state of a bound UDP socket


@dataclass(frozen=True, slots=True)
class Socket:
    """One socket that waits for others; `inode` is how a process's open files name it."""

    address: str
    port: int
    inode: str


def listening(table: str, state: str = LISTENING) -> Iterator[Socket]:
    """Yield the waiting sockets of `/proc/net/tcp`, `tcp6`, `udp` or `udp6`."""
    for line in table.splitlines()[1:]:
        fields = line.split()
        if len(fields) < 10 or fields[3] != state:
            continue
        address, colon, port = fields[1].partition(":")
        readable = _address(address)
        if colon and readable and _is_hexadecimal(port) and len(port) == 4:
            yield Socket(readable, int(port, 16), fields[9])


def _address(text: str) -> str:
    if len(text) not in (8, 32) or not _is_hexadecimal(text):
        return ""
    words = [bytes.fromhex(text[at : at + 8]) for at in range(0, len(text), 8)]
    if sys.byteorder == "little":
        words = [word[::-1] for word in words]
    return str(ipaddress.ip_address(b"".join(words)))


def _is_hexadecimal(text: str) -> bool:
    return bool(text) and all(letter in "0123456789abcdefABCDEF" for letter in text)
