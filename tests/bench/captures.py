"""Captures of network traffic, as pcap and as pcapng: how fast they are read, and in how much memory."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.whole_process import checkup
from tests.networks.capture_file import (
    ACK,
    PHONE,
    PUSH,
    SYN,
    dns,
    ethernet,
    hello,
    pcap,
    pcapng,
    records,
    tcp,
    udp,
)

MIB = 2**20
SIZE, LARGE = 200 * MIB, 2048 * MIB
CONNECTIONS, PACKETS = 400, 40  # of each made part; a part is written again and again
MOST_MS_A_MIB, MOST_MIB = 10, 150
ROUNDS = 3


def captures(folder: Path, rounds: int, *, large: bool = False) -> Iterator[Figure]:
    """Measure the command on both forms; with `large` also on one of 2 GiB."""
    for form, size in (("pcap", SIZE), ("pcapng", SIZE), *((("pcap", LARGE),) if large else ())):
        path = write_capture(folder / f"capture.{form}", form, size)
        ours = checkup(folder, 1 if size == LARGE else min(rounds, ROUNDS), "network", str(path))
        mib = path.stat().st_size / MIB
        path.unlink()
        name = f"{form} of {mib:.0f} MiB"
        yield Figure(f"{name}, a MiB", "ms", ours.seconds * 1000 / mib, MOST_MS_A_MIB)
        yield Figure(f"{name}, most memory", "MiB", ours.memory, MOST_MIB)


def write_capture(path: Path, form: str, size: int) -> Path:
    """Write a capture of at least this length: names asked for, hellos, and mostly what is downloaded."""
    frames = list(_frames())
    made = pcap(frames) if form == "pcap" else pcapng(frames)
    head = len(pcap(())) if form == "pcap" else len(pcapng(()))
    with path.open("wb") as file:
        file.write(made)
        while file.tell() < size:
            file.write(made[head:])
    return path


def _frames() -> Iterator[bytes]:
    for number in range(CONNECTIONS):
        name, server = f"www{number}.example{number % 97}.com", f"198.51.{number // 250}.{number % 250}"
        ports = (40_000 + number, 443)
        yield ethernet(udp(PHONE, "192.168.1.1", (ports[0], 53), dns(name)))
        yield ethernet(udp("192.168.1.1", PHONE, (53, ports[0]), dns(name, [server])))
        yield ethernet(tcp(PHONE, server, ports, 1, SYN))
        yield ethernet(tcp(PHONE, server, ports, 2, PUSH, records(hello(name, 300))))
        for part in range(PACKETS):
            yield ethernet(tcp(server, PHONE, ports[::-1], part * 1400, PUSH, bytes(1400)))
            if part % 2:
                yield ethernet(tcp(PHONE, server, ports, 500, ACK))
