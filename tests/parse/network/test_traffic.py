"""Names and addresses out of every kind of capture; pieces in any order; what is hidden is counted."""

import io

import pytest

from checkup.model.looked import Cause
from checkup.model.network import NameSeen
from checkup.parse.network.capture import CaptureCut, NoCapture, packets
from checkup.parse.network.traffic import Traffic
from tests.networks.capture_file import (
    ACK,
    PHONE,
    PUSH,
    SERVER,
    START,
    SYN,
    SYN_ACK,
    block,
    dns,
    ethernet,
    hello,
    ip,
    pcap,
    pcapng,
    quic,
    records,
    tcp,
    udp,
)  # fmt: skip

CLIENT = (50000, 443)


def folded(data: bytes) -> Traffic:
    traffic = Traffic()
    for packet in packets(io.BytesIO(data).read):
        traffic.take(packet)
    return traffic


def names(data: bytes) -> set[tuple[str, str]]:
    return {(one.host, one.how.value) for one in folded(data).hosts("x")}


def asked(name="a.example"):
    return udp(PHONE, "192.168.1.1", (40000, 53), dns(name))


LINKS = {
    "ethernet": (1, ethernet),
    "vlan": (1, lambda one: ethernet(one, 2)),
    "pppoe": (1, lambda one: bytes(12) + b"\x88\x64" + b"\x11\0\0\x01\0\x30\0\x21" + one),
    "raw": (101, lambda one: one),
    "loopback": (0, lambda one: b"\x02\0\0\0" + one),
    "cooked": (113, lambda one: bytes(14) + b"\x08\x00" + one),
    "cooked 2": (276, lambda one: b"\x08\x00" + bytes(18) + one),
}


@pytest.mark.parametrize("name", LINKS)
def test_each_kind_of_link_is_read(name):
    link, wrap = LINKS[name]
    assert names(pcap([wrap(asked())], link)) == {("a.example", "dns")}


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("make", [pcap, pcapng, lambda f, order: pcap(f, 1, order, True)])
def test_each_form_of_file_is_read_with_its_times(order, make):
    traffic = folded(make([ethernet(asked()), ethernet(asked())], order=order))
    [one] = traffic.hosts("x")
    assert (one.device, one.count) == (PHONE, 2)
    assert one.first == "2026-09-21T14:13:20Z"
    assert one.last == "2026-09-21T14:13:21Z"
    assert START == 1_790_000_000


def test_raw_wifi_frames_are_a_gap():
    traffic = folded(pcap([b"\x08\x02" + bytes(60)] * 3, 105))
    assert traffic.unread == {("link", Cause.NOT_SUPPORTED): 3}


def test_who_talks_how_often_in_both_directions_and_by_which_name():
    answer = udp("192.168.1.1", PHONE, (53, 40000), dns("shop.example", [SERVER]))
    there = tcp(PHONE, SERVER, CLIENT, 5, PUSH, b"x" * 100)
    back = tcp(SERVER, PHONE, (443, 50000), 5, PUSH, b"x" * 1000)
    traffic = folded(pcap([ethernet(one) for one in (answer, there, back, back)]))
    [one] = traffic.addresses("x")
    assert (one.device, one.address, one.host) == (PHONE, SERVER, "shop.example")
    assert (one.packets, one.sent, one.received) == (3, 140, 2080)


def test_version_6_with_headers_between():
    inner = udp("fd00::2", "2001:db8::1", (1, 53), dns("six.example"))
    hops = b"\x11\0" + bytes(6)
    whole = ip("fd00::2", "2001:4860:4860::8888", 0, hops + inner[40:])
    traffic = folded(pcap([ethernet(whole)]))
    assert {one.host for one in traffic.hosts("x")} == {"six.example"}
    assert {one.address for one in traffic.addresses("x")} == {"2001:4860:4860::8888"}


def test_later_fragments_are_counted_as_not_read():
    packet = bytearray(asked())
    packet[6:8] = b"\x00\x10"
    assert folded(pcap([ethernet(bytes(packet))])).unread == {("fragments", Cause.NOT_SUPPORTED): 1}


def test_a_name_in_one_packet():
    packet = tcp(PHONE, SERVER, CLIENT, 1, PUSH, records(hello("one.example")))
    assert names(pcap([ethernet(packet)])) == {("one.example", "tls")}


def split(size: int, name: str = "split.example") -> list[bytes]:
    data = records(hello(name, 3000), 700)
    pieces = [(at, data[at : at + size]) for at in range(0, len(data), size)]
    return [tcp(PHONE, SERVER, CLIENT, 0xFFFFFF00 + 1 + at, PUSH, piece) for at, piece in pieces]


@pytest.mark.parametrize("size", [1, 4, 100, 1400])
@pytest.mark.parametrize("turn", [False, True])
def test_a_hello_in_many_pieces_and_records_in_any_order_over_the_end_of_numbers(size, turn):
    pieces = split(size)
    if turn and len(pieces) < 60:
        pieces = pieces[::-1]
    opening = tcp(PHONE, SERVER, CLIENT, 0xFFFFFF00, SYN)
    twice = [one for piece in pieces for one in (piece, piece)]
    assert names(pcap([ethernet(one) for one in (opening, *twice)])) == {("split.example", "tls")}


def test_a_hello_whose_opening_was_missed_is_read_in_order():
    assert names(pcap([ethernet(one) for one in split(1400)])) == {("split.example", "tls")}


def test_a_hello_without_a_name_is_counted_as_hidden():
    packet = tcp(PHONE, SERVER, CLIENT, 1, PUSH, records(hello("")))
    assert folded(pcap([ethernet(packet)])).unread == {("tls", Cause.ENCRYPTED): 1}


def test_dns_over_tcp_in_pieces_and_its_answer():
    question, answer = dns("t.example"), dns("t.example", ["203.0.113.77"])
    framed = len(question).to_bytes(2, "big") + question
    resolver, ports, back = "203.0.113.53", (40000, 53), (53, 40000)
    frames = [
        tcp(PHONE, resolver, ports, 9, SYN), tcp(resolver, PHONE, back, 99, SYN_ACK),
        tcp(PHONE, resolver, ports, 10, PUSH, framed[:3]), tcp(PHONE, resolver, ports, 13, PUSH, framed[3:]),
        tcp(resolver, PHONE, back, 100, PUSH, len(answer).to_bytes(2, "big") + answer),
        tcp(PHONE, "203.0.113.77", CLIENT, 1, SYN), tcp(PHONE, resolver, ports, 50, ACK),
    ]  # fmt: skip
    traffic = folded(pcap([ethernet(one) for one in frames]))
    assert [(one.host, one.how, one.count) for one in traffic.hosts("x")] == [("t.example", NameSeen.DNS, 1)]
    assert {one.host for one in traffic.addresses("x") if one.address == "203.0.113.77"} == {"t.example"}


def test_the_host_of_an_unencrypted_page():
    request = b"GET /secret?token=1 HTTP/1.1\r\nUser-Agent: x\r\nhost:  Page.Example:8080\r\n\r\n"
    frames = [
        tcp(PHONE, SERVER, (5, 80), 1, SYN), tcp(PHONE, SERVER, (5, 80), 2, PUSH, request[:20]),
        tcp(PHONE, SERVER, (5, 80), 22, PUSH, request[20:]),
    ]  # fmt: skip
    assert names(pcap([ethernet(one) for one in frames])) == {("page.example:8080", "http")}


def quic_frames(name: str) -> list[bytes]:
    data = hello(name, 1800)
    parts = [quic(data[at : at + 1000], at, number) for number, at in enumerate(range(0, len(data), 1000))]
    return [udp(PHONE, SERVER, (50001, 443), part) for part in parts]


@pytest.mark.parametrize("turn", [False, True])
def test_the_name_in_quic_over_several_packets(turn):
    frames = quic_frames("quic.example")
    assert len(frames) == 2
    assert names(pcap([ethernet(one) for one in (frames[::-1] if turn else frames)])) == {
        ("quic.example", "quic")
    }


def test_quic_that_stays_unreadable_is_counted():
    traffic = folded(pcap([ethernet(quic_frames("quic.example")[0])]))
    assert traffic.unread == {("quic", Cause.ENCRYPTED): 1}


def test_dns_over_tls_is_counted_as_hidden():
    traffic = folded(pcap([ethernet(tcp(PHONE, SERVER, (5, 853), 1, SYN))]))
    assert traffic.unread == {("dns", Cause.ENCRYPTED): 1}


def test_devices_of_one_home_are_not_listed_as_places_talked_with():
    assert list(folded(pcap([ethernet(asked())])).addresses("x")) == []


def test_another_file_and_a_cut_one_are_told_apart():
    for data in (b"", b"PK\x03\x04" + bytes(100), b"\xd4\xc3\xb2\xa1", b"\x0a\x0d\x0d\x0a" + bytes(40)):
        with pytest.raises(NoCapture):
            folded(data)
    whole = pcap([ethernet(asked())] * 2)
    for cut in (1, 10, 70):
        read = packets(io.BytesIO(whole[:-cut]).read)
        next(read)
        with pytest.raises(CaptureCut):
            next(read)


@pytest.mark.parametrize("length", [0, 8, 13, 0xFFFFFFFC])
def test_blocks_that_lie_about_their_length_end_the_reading(length):
    data = pcapng([ethernet(asked())]) + b"\x06\0\0\0" + length.to_bytes(4, "little") + bytes(100)
    with pytest.raises(CaptureCut):
        folded(data)


def test_packets_of_an_interface_that_was_never_named_end_the_reading():
    with pytest.raises(CaptureCut):
        folded(pcapng([]) + block(6, b"\x09\0\0\0" + bytes(60)))


def test_the_tables_have_an_end_and_say_so(monkeypatch):
    monkeypatch.setattr("checkup.parse.network.traffic.MOST_NAMES", 5)
    monkeypatch.setattr("checkup.parse.network.beginnings.MOST_OPEN", 5)
    many = [ethernet(asked(f"n{number}.example")) for number in range(20)]
    opened = [ethernet(tcp(PHONE, SERVER, (number, 443), 1, SYN)) for number in range(100)]
    traffic = folded(pcap(many + opened))
    assert len(list(traffic.hosts("x"))) == 5
    assert traffic.unread == {("names", Cause.TOO_LARGE): 15}
