"""`network`: a capture from file to words; each fault is one sentence; a real capture of this machine."""

import hashlib
import shutil
import signal
import socket
import subprocess
import time

import pytest

from tests.networks.capture_file import (
    PHONE,
    SERVER,
    dns,
    ethernet,
    hello,
    pcap,
    pcapng,
    records,
    tcp,
    udp,
)  # fmt: skip

FRAMES = [
    ethernet(udp(PHONE, "192.168.1.1", (40000, 53), dns("api.free-spy.com"))),
    ethernet(tcp(PHONE, SERVER, (5, 443), 1, 0x18, records(hello("api.free-spy.com")))),
    ethernet(tcp(PHONE, "178.33.203.110", (5, 80), 1, 0x18, b"GET / HTTP/1.1\r\nHost: page.example\r\n\r\n")),
]


@pytest.mark.parametrize("make", [pcap, pcapng])
def test_a_capture_says_what_talks_with_what_and_stays_as_it_was(checkup, tmp_path, make):
    path = tmp_path / "home.pcap"
    path.write_bytes(make(FRAMES))
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    ran = checkup("network", str(path), "--json")
    assert (ran.status, ran.err) == (0, "")
    cards = {card["about"]: card for card in ran.json["findings"]}
    assert ran.json["subject"] == {"kind": "network", "name": "home.pcap", "system": "", "mark": ""}
    assert cards["web:appspy"]["level"] == "ask"
    assert len(cards["web:appspy"]["reasons"]) == 2
    assert {"web:androidmonitor", "unencrypted pages", f"device:{PHONE}"} <= set(cards)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("language", ["en", "vi"])
def test_text_says_it_in_words_and_what_was_cut(checkup, tmp_path, language):
    path = tmp_path / "cut.pcap"
    path.write_bytes(pcap(FRAMES)[:-3])
    ran = checkup("network", str(path), "--language", language)
    assert ran.status == 0
    assert "AppSpy" in ran.out
    assert "cut.pcap" in ran.out
    assert "{" not in ran.out


def test_each_fault_is_one_sentence(checkup, tmp_path):
    (tmp_path / "photo").write_bytes(b"\xff\xd8\xff")
    for name in ("photo", "gone", ".", "a\0b"):
        ran = checkup("network", str(tmp_path / name))
        assert (ran.status, ran.out) == (3, "")
        assert ran.err.count("\n") == 1
    assert checkup("network").status == 2


@pytest.mark.real
@pytest.mark.skipif(shutil.which("tcpdump") is None, reason="tcpdump is not installed")
def test_a_real_capture_of_a_real_connection(checkup, tmp_path, network):
    network.loopback_allowed = True
    path = tmp_path / "lo.pcap"
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        started = subprocess.Popen(
            ["tcpdump", "-i", "lo", "-U", "-Z", "root", "-w", str(path), f"tcp port {port}"],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        said = started.stderr.readline()
        if "listening" not in said:
            said += started.communicate(timeout=60)[1]
        if "listening" not in said:
            pytest.skip(f"no capture is allowed here: {said.strip()}")
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET / HTTP/1.1\r\nHost: real.example\r\n\r\n")
            accepted = server.accept()[0]
            with accepted:
                accepted.recv(100)
        until = time.monotonic() + 60
        while b"real.example" not in path.read_bytes() and time.monotonic() < until:
            time.sleep(0.05)
        started.send_signal(signal.SIGINT)
        started.communicate(timeout=60)
    ran = checkup("network", str(path), "--json")
    assert ran.status == 0
    [card] = [card for card in ran.json["findings"] if card["about"] == "unencrypted pages"]
    assert card["reasons"][0]["what"] == "real.example"
