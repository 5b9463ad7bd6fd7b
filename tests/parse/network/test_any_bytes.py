"""Whatever is captured, a parser answers or says that it cannot read."""

import io

from hypothesis import example, given
from hypothesis import strategies as st

from checkup.parse.network import dns as dns_parser
from checkup.parse.network import http, quic, tls
from checkup.parse.network.capture import CaptureCut, NoCapture, packets
from checkup.parse.network.frame import carried
from checkup.parse.network.traffic import Traffic
from tests.networks.capture_file import PHONE, SERVER, dns, ethernet, hello, pcap, pcapng, records, tcp, udp
from tests.networks.capture_file import quic as made_quic

FRAMES = [
    ethernet(udp(PHONE, "192.168.1.1", (40000, 53), dns("a.example", [SERVER]))),
    ethernet(tcp(PHONE, SERVER, (5, 443), 1, 0x18, records(hello("a.example")))),
    ethernet(udp(PHONE, SERVER, (5, 443), made_quic(hello("a.example"), 0))),
    ethernet(udp("fd00::2", "2001:db8::1", (1, 53), dns("six.example"))),
]
WHOLE = (pcap(FRAMES), pcapng(FRAMES))
changes = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), max_size=6)


def changed(data: bytes, some: list[tuple[int, int]]) -> bytes:
    whole = bytearray(data)
    for at, byte in some:
        whole[at % len(whole)] = byte
    return bytes(whole)


@given(st.sampled_from(WHOLE), changes)
def test_a_changed_capture_is_read_as_far_as_it_goes(data, some):
    traffic = Traffic()
    try:
        for packet in packets(io.BytesIO(changed(data, some)).read):
            traffic.take(packet)
    except (NoCapture, CaptureCut):
        pass
    assert all(one.count > 0 for one in traffic.hosts("x"))


@given(st.sampled_from([0, 1, 101, 108, 113, 276]), st.binary(max_size=120))
def test_any_frame(link, frame):
    carried(link, memoryview(frame))
    Traffic().take((link, 0.0, memoryview(frame)))


@given(st.lists(st.tuples(st.integers(0, 45), st.integers(0, 255)), max_size=4), st.integers(20, 90))
def test_the_usual_frame_says_the_same_as_its_packet_alone(some, length):
    packet = changed(tcp(PHONE, SERVER, (5, 443), 1, 0x18, b"x" * 30)[:length] + bytes(6), some)
    usual = carried(1, memoryview(bytes(12) + b"\x08\x00" + packet))
    assert packet[0] >> 4 != 4 or usual == carried(101, memoryview(packet))


@given(st.binary(max_size=300) | changes.map(lambda some: changed(dns("a.example", [SERVER]), some)))
@example(dns("a")[:12] + b"\xc0\x0c\0\x01\0\x01")
def test_any_dns_message(data):
    try:
        said = dns_parser.message(data)
    except dns_parser.BadMessage:
        return
    assert all(isinstance(name, str) for name in said.asked)


@given(st.binary(max_size=300) | changes.map(lambda some: changed(records(hello("a.example")), some)))
def test_any_hello(data):
    try:
        name = tls.server_name(tls.hello_in_records(data))
    except (tls.NeedsMore, tls.NoHello):
        return
    assert len(name) <= 255


@given(st.binary(max_size=100) | changes.map(lambda some: changed(made_quic(hello("a"), 0), some)))
def test_any_first_packet_of_quic(data):
    try:
        quic.initial(data)
    except quic.NotReadable:
        return


@given(st.binary(max_size=300))
def test_any_request(data):
    assert len(http.host(data)) <= 255
