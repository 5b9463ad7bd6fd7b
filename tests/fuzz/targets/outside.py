"""Parsers of captures, exports, maps and of what the administrator's reader answers."""

import io
import struct

from checkup.parse.access_map import MapFault, faults, read_access_map
from checkup.parse.exports import moment
from checkup.parse.exports.limits import NotThisFormat, TooMuch
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import opened
from checkup.parse.network import dns, http, quic, tls
from checkup.parse.network.capture import CaptureCut, NoCapture, packets
from checkup.parse.network.frame import carried
from checkup.parse.network.traffic import Traffic
from checkup.parse.rights_answer import NoAnswer, pieces
from tests.fuzz.target import Target, of_text, walked
from tests.networks.capture_file import PHONE, SERVER, ethernet, hello, pcap, pcapng, records, tcp, udp
from tests.networks.capture_file import dns as made_dns
from tests.networks.capture_file import quic as made_quic
from tests.signins.made_exports import FILES, data

FRAMES = [
    ethernet(udp(PHONE, "192.168.1.1", (40000, 53), made_dns("a.example", [SERVER]))),
    ethernet(tcp(PHONE, SERVER, (5, 443), 1, 0x18, records(hello("a.example")))),
    ethernet(udp(PHONE, SERVER, (5, 443), made_quic(hello("a.example"), 0))),
    ethernet(udp("fd00::2", "2001:db8::1", (1, 53), made_dns("six.example"))),
]


def _capture(content: bytes) -> None:
    traffic = Traffic()
    for packet in packets(io.BytesIO(content).read):
        traffic.take(packet)
    walked(iter(traffic.hosts("x")))


def _frame(content: bytes) -> None:
    for link in (0, 1, 101, 108, 113, 276):
        carried(link, memoryview(content))
        Traffic().take((link, 0.0, memoryview(content)))


def _hello(content: bytes) -> None:
    http.host(content)
    http.is_whole(content)
    tls.server_name(tls.hello_in_records(content))


def _export(content: bytes) -> None:
    found = opened(content[:65536])
    if found is not None:
        walked(rows_of(found, io.BufferedReader(io.BytesIO(content))))


def _map(content: bytes) -> None:
    for is_json in (True, False):
        try:
            walked(faults(read_access_map(content, is_json=is_json)))
        except MapFault:
            continue


PIECE = struct.pack(">cIIIIq", b"F", 12, 0o100440, 0, 3, 1_790_000_000) + b"/etc/sudoersx y"
FOLDER = struct.pack(">cIIIIq", b"D", 5, 0o40700, 0, 3, 0) + b"/roota\0b"
ANSWER_ENDS = struct.pack(">cIIIIq", b".", 1, 0, 0, 0, 0) + b"/"
MAP = b'[[person]]\nid = "lan"\n[[device]]\nid = "p"\nknows = ["lan"]\n'
TARGETS = (
    Target("network.capture", _capture, (pcap(FRAMES), pcapng(FRAMES)), (NoCapture, CaptureCut)),
    Target("network.frames", _frame, tuple(FRAMES)),
    Target("network.dns", dns.message, (made_dns("a.example", [SERVER]), made_dns("b")), (dns.BadMessage,)),
    Target(
        "network.hello",
        _hello,
        (records(hello("a.example")), b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"),
        (tls.NeedsMore, tls.NoHello),
    ),
    Target("network.quic", quic.initial, (made_quic(hello("a"), 0),), (quic.NotReadable,)),
    Target("exports.files", _export, tuple(data(name) for name in FILES), (NotThisFormat, TooMuch)),
    of_text(
        "exports.moments",
        (moment.of_text,),
        "2026-03-01 02:14:09 UTC",
        "1 thg 3, 2026, 02:14",
        "Mar 1, 2026 2:14:09 AM",
    ),
    Target("rights.answer", pieces, (PIECE + FOLDER + ANSWER_ENDS, FOLDER * 20 + ANSWER_ENDS), (NoAnswer,)),
    Target("access.map", _map, (MAP, b'{"people": [], "accounts": []}')),
)
