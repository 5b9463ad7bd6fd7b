"""The first bytes of each TCP connection, put together in their order until a name can be read.

Only what the name needs is kept, for a bounded number of connections; the oldest are let go.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from enum import Enum, auto

from checkup.parse.network import dns, http, tls

MOST_OPEN = 4096
MOST_KEPT = 32 * 1024
MOST_PIECES = 64
_SYN, _ACK, _GONE = 0x02, 0x10, 0x05  # FIN or RST
_DNS = 53
_FIRST = frozenset({tls.HANDSHAKE, *(method[0] for method in http.METHODS)})
_LONGEST_START = max(map(len, http.METHODS))

Ends = tuple[bytes, bytes, int, int]


class Outcome(Enum):
    """What a connection's beginning told, apart from a name."""

    HIDDEN = auto()  # encrypted from the start, without a name
    NONE = auto()


@dataclass(slots=True)
class Named:
    """Names out of a connection: the scheme is "tls", "http" or "dns"; `answers` are addresses."""

    scheme: str
    names: tuple[str, ...]
    answers: tuple[bytes, ...] = ()
    is_answer: bool = False


Told = Named | Outcome | None


@dataclass(slots=True)
class _Beginning:
    expected: int
    data: bytearray = field(default_factory=bytearray)
    early: dict[int, bytes] = field(default_factory=dict)

    def take(self, number: int, piece: bytes) -> None:
        """Add a piece where it belongs; what came too early waits."""
        if len(self.early) < MOST_PIECES:
            self.early[number] = piece
        while True:
            ready = next((one for one in self.early if self._fits(one)), None)
            if ready is None or len(self.data) >= MOST_KEPT:
                return
            piece = self.early.pop(ready)[(self.expected - ready) & 0xFFFFFFFF :]
            self.data += piece
            self.expected = (self.expected + len(piece)) & 0xFFFFFFFF

    def _fits(self, number: int) -> bool:
        return ((self.expected - number) & 0xFFFFFFFF) <= len(self.early[number])


class Beginnings:
    """All connections whose beginning is not read yet."""

    def __init__(self) -> None:
        self._open: OrderedDict[Ends, _Beginning] = OrderedDict()

    def take(self, ends: Ends, number: int, flags: int, data: memoryview) -> Told:
        """Take one packet and return what it told, if anything."""
        known = self._open.get(ends)
        if flags & _SYN:
            if not flags & _ACK or ends[2] == _DNS:
                self._begin(ends, number + 1)
            return None
        if known is None:  # nearly all: what goes on in a connection whose name is known
            if not _begins(ends, data):
                return None
            known = self._begin(ends, number)
        if data:
            known.take(number, bytes(data))
            told = _told(ends, bytes(known.data))
            if told is not None or len(known.data) >= MOST_KEPT:
                self._open.pop(ends, None)
                return told
        if flags & _GONE:
            self._open.pop(ends, None)
        return None

    def _begin(self, ends: Ends, number: int) -> _Beginning:
        if len(self._open) >= MOST_OPEN:
            self._open.popitem(last=False)
        beginning = self._open[ends] = _Beginning(expected=number & 0xFFFFFFFF)
        return beginning


def _begins(ends: Ends, data: memoryview) -> bool:
    """Whether a packet looks like the first of a connection whose opening was not captured."""
    if not data or (data[0] not in _FIRST and _DNS not in ends[2:]):
        return False
    start = bytes(data[:_LONGEST_START])
    is_hello = start[0] == tls.HANDSHAKE and start[1:2] == b"\x03" and start[5:6] == b"\x01"
    return is_hello or start.startswith(http.METHODS) or _DNS in ends[2:]


def _told(ends: Ends, data: bytes) -> Told:
    if _DNS in ends[2:]:
        return _of_dns(data)
    if data[:1] == bytes([tls.HANDSHAKE]):
        return _of_tls(data)
    if data.startswith(http.METHODS):
        if not http.is_whole(data):
            return None
        name = http.host(data)
        return Named("http", (name,)) if name else Outcome.NONE
    may_be_http = any(method.startswith(data[: len(method)]) for method in http.METHODS)
    return None if may_be_http and len(data) < 8 else Outcome.NONE


def _of_tls(data: bytes) -> Told:
    try:
        name = tls.server_name(tls.hello_in_records(data))
    except tls.NeedsMore:
        return None
    except tls.NoHello:
        return Outcome.NONE
    return Named("tls", (name,)) if name else Outcome.HIDDEN


def _of_dns(data: bytes) -> Told:
    length = int.from_bytes(data[:2], "big")
    if len(data) < 2 or len(data) < 2 + length:
        return None
    try:
        said = dns.message(data[2 : 2 + length])
    except dns.BadMessage:
        return Outcome.NONE
    return Named("dns", said.asked, said.addresses, said.is_answer)
