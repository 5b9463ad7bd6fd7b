"""All packets of a capture folded into who talked with whom, how often, and by which names.

Packet by packet, with bounded tables: what goes beyond them is counted as left out.
"""

import ipaddress
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.model.looked import Cause
from checkup.model.network import AddressTalked, HostAsked, NameSeen
from checkup.parse.moment import unix
from checkup.parse.network import dns, quic
from checkup.parse.network.beginnings import Beginnings, Ends, Named, Outcome
from checkup.parse.network.capture import Packet
from checkup.parse.network.frame import Carried, Unclear, carried
from checkup.parse.network.home import Home
from checkup.parse.network.quic_beginnings import QuicBeginnings

MOST_PAIRS = 200_000
MOST_NAMES = 200_000
_TCP, _UDP = 6, 17
_TCP_HEAD = struct.Struct(">HHI4xBB6x")  # both ports, number, length of the head, flags
_DNS_PORTS = frozenset({53, 5353})
_DNS_OVER_TLS = 853
_CAUSES = {
    Unclear.OTHER_LINK: ("link", Cause.NOT_SUPPORTED),
    Unclear.SHORT: ("cut", Cause.FAILED),
    Unclear.FRAGMENT: ("fragments", Cause.NOT_SUPPORTED),
}


@dataclass(slots=True)
class _Count:
    """How often, how much in each direction, and between which times (seconds since 1970)."""

    first: float
    last: float
    count: int = 0
    sent: int = 0
    received: int = 0


class Traffic:
    """The fold. `take` every packet, then ask for the observations and for what could not be read."""

    def __init__(self) -> None:
        self.packets = 0
        self._pairs: dict[tuple[bytes, bytes], _Count] = {}
        self._names: dict[tuple[bytes, str, NameSeen], _Count] = {}
        self._named: dict[bytes, str] = {}
        self._beginnings = Beginnings()
        self._quic_beginnings = QuicBeginnings()
        self._unread: Counter[tuple[str, Cause]] = Counter()
        self._home = Home()

    def take(self, packet: Packet) -> None:
        """Take one packet."""
        link, when, frame = packet
        self.packets += 1
        found = carried(link, frame)
        if isinstance(found, Unclear):
            if found in _CAUSES:
                self._unread[_CAUSES[found]] += 1
            return
        self._count(found, when)
        if found.protocol == _TCP:
            self._tcp(found, when)
        elif found.protocol == _UDP:
            self._udp(found, when)

    def hosts(self, where: str) -> Iterator[HostAsked]:
        """Yield the names that were asked for."""
        for (device, host, how), met in self._names.items():
            yield HostAsked(
                device=_written(device),
                host=host,
                how=how,
                count=met.count,
                first=unix(met.first),
                last=unix(met.last),
                seen_in=where,
            )

    def addresses(self, where: str) -> Iterator[AddressTalked]:
        """Yield the addresses that were talked with."""
        for (device, address), met in self._pairs.items():
            yield AddressTalked(
                device=_written(device),
                address=_written(address),
                host=self._named.get(address, ""),
                packets=met.count,
                sent=met.sent,
                received=met.received,
                first=unix(met.first),
                last=unix(met.last),
                seen_in=where,
            )

    @property
    def unread(self) -> dict[tuple[str, Cause], int]:
        """What could not be read, how often; the first part is a word for the place."""
        begun = self._quic_beginnings
        nameless = Counter({("quic", Cause.ENCRYPTED): begun.waiting + begun.nameless})
        return dict(self._unread + nameless)

    def _count(self, found: Carried, when: float) -> None:
        here, there = found.source, found.target
        is_sent = self._home.holds(here) or not self._home.holds(there)
        pair = (here, there) if is_sent else (there, here)
        if self._home.holds(pair[1]):
            return  # two devices of the same home
        met = self._pairs.get(pair)
        if met is None:
            turned = self._pairs.get((pair[1], pair[0])) if not self._home.holds(pair[0]) else None
            if turned is not None:
                met, is_sent = turned, False
            elif len(self._pairs) >= MOST_PAIRS:
                self._unread["addresses", Cause.TOO_LARGE] += 1
                return
            else:
                met = self._pairs[pair] = _Count(when, when)
        met.count += 1
        met.first, met.last = min(met.first, when), max(met.last, when)
        if is_sent:
            met.sent += found.length
        else:
            met.received += found.length

    def _tcp(self, found: Carried, when: float) -> None:
        data = found.payload
        if len(data) < 20:
            return
        source, target, number, head, flags = _TCP_HEAD.unpack_from(data)
        head = (head >> 4) * 4
        if len(data) == head and not flags & 0x07:
            return  # nothing but "received"
        ends = (found.source, found.target, source, target)
        told = self._beginnings.take(ends, number, flags, data[head:])
        if isinstance(told, Named):
            self._name(found, told, when)
        elif told is Outcome.HIDDEN:
            self._unread["tls", Cause.ENCRYPTED] += 1
        if flags & 0x12 == 0x02 and ends[3] == _DNS_OVER_TLS:
            self._unread["dns", Cause.ENCRYPTED] += 1

    def _name(self, found: Carried, told: Named, when: float) -> None:
        if told.is_answer:
            self._answered(told.names, told.answers)
            return
        for name in told.names:
            self._asked(found.source, name, NameSeen(told.scheme), when)

    def _udp(self, found: Carried, when: float) -> None:
        data = found.payload
        if len(data) < 8:
            return
        source, target = (data[0] << 8) | data[1], (data[2] << 8) | data[3]
        if source in _DNS_PORTS or target in _DNS_PORTS:
            self._dns(found, bytes(data[8:]), when)
        elif quic.is_long(data[8:]):
            self._quic(found, (found.source, found.target, source, target), bytes(data[8:]), when)

    def _dns(self, found: Carried, data: bytes, when: float) -> None:
        try:
            said = dns.message(data)
        except dns.BadMessage:
            return
        self._name(found, Named("dns", said.asked, said.addresses, said.is_answer), when)

    def _quic(self, found: Carried, ends: Ends, data: bytes, when: float) -> None:
        told = self._quic_beginnings.take(ends, data)
        if isinstance(told, Named):
            self._name(found, told, when)
        elif told is Outcome.HIDDEN:
            self._unread["quic", Cause.ENCRYPTED] += 1

    def _asked(self, device: bytes, host: str, how: NameSeen, when: float) -> None:
        key = (device, host, how)
        met = self._names.get(key)
        if met is None:
            if len(self._names) >= MOST_NAMES:
                self._unread["names", Cause.TOO_LARGE] += 1
                return
            met = self._names[key] = _Count(when, when)
        met.count += 1
        met.first, met.last = min(met.first, when), max(met.last, when)

    def _answered(self, names: tuple[str, ...], addresses: tuple[bytes, ...]) -> None:
        for address in addresses:
            if names and len(self._named) < MOST_NAMES:
                self._named.setdefault(address, names[0])


def _written(address: bytes) -> str:
    return str(ipaddress.ip_address(address))
