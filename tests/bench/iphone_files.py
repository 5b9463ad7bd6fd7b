"""Backups with a million Safari visits, plain and encrypted, and how fast what is encrypted is read."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from checkup.collect.iphone.stored import Unlocked
from tests.bench.figure import Figure
from tests.bench.peers import Peer
from tests.bench.whole_process import checkup
from tests.phones.iphone_backup import Backup, Keys, archived
from tests.phones.safari_history import write_history

VISITS = 1_000_000
LISTED = 600_000  # files in a list of some 300 MB
PASSWORD = "a long one"
MOST_MS, MOST_MIB = 5000, 300
LEAST_SHARE = 0.8
LENGTH, PIECE, PAGE = 128 * 1024 * 1024, 1024 * 1024, 4096
TIMES = 11
ROUNDS = 3


def iphone_files(
    folder: Path, rounds: int, peer: Peer | None = None, *, large: bool = False
) -> Iterator[Figure]:
    """Measure the command on both; with `large` also on a list of files of 300 MB."""
    history = write_history(folder / "History.db", VISITS)
    data = history.read_bytes()
    history.unlink()
    password = folder / "password.txt"
    password.write_text(PASSWORD + "\n", "utf-8")
    more = list(_rows()) if large else []
    for name, keys in (("plain", None), ("encrypted", Keys(PASSWORD))):
        made = Backup(keys=keys, more_rows=more).add("HomeDomain", "Library/Safari/History.db", data)
        path = made.write(folder / name)
        words = ("iphone", "--backup", str(path), *(("--password-file", str(password)) if keys else ()))
        ours = checkup(folder, min(rounds, ROUNDS), *words)
        yield Figure(f"{name} backup, a million visits", "ms", ours.seconds * 1000, MOST_MS)
        yield Figure(f"{name} backup, most memory", "MiB", ours.memory, MOST_MIB)
        if peer is not None and keys is None:
            yield from peer.beside(folder, "backup", path, ours)
    del data
    yield _share(folder / "locked")


def _rows() -> Iterator[tuple[str, str, str, int, bytes]]:
    for number in range(LISTED):
        path = f"Media/DCIM/{number // 1000}APPLE/IMG_{number}.HEIC"
        yield f"{number:040x}", "CameraRollDomain", path, 1, archived(1, path, bytes(44))


def _share(path: Path) -> Figure:
    """Compare what a database's pages are decrypted in with reading and decrypting the file in one go.

    By turns, and the least of each: what else the machine does only ever adds. The pages are asked for in a
    row without a line of Python between them, as SQLite asks.
    """
    key = bytes(range(32))
    with path.open("wb") as file:
        for _ in range(LENGTH // PIECE):
            file.write(bytes(range(256)) * (PIECE // 256))
    ours, plainly = [], []
    for _ in range(TIMES):
        ours.append(_seconds(lambda: _by_pages(path, key)))
        plainly.append(_seconds(lambda: _in_one_go(path, key)))
    path.unlink()
    took, alone = 1000 * min(ours), 1000 * min(plainly)
    return Figure("128 MiB decrypted by pages, beside AES-CBC alone", "ms", took, 1 / LEAST_SHARE, alone)


def _by_pages(path: Path, key: bytes) -> None:
    with path.open("rb", buffering=0) as file:
        stored = Unlocked(file, key, LENGTH)
        deque(map(stored.read, range(0, LENGTH, PAGE), repeat(PAGE)), maxlen=0)


def _in_one_go(path: Path, key: bytes) -> None:
    opened = Cipher(AES(key), CBC(bytes(16))).decryptor()
    read, said = memoryview(bytearray(PIECE)), bytearray(PIECE + 15)
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(read):
            opened.update_into(read[:count], said)


def _seconds(work: Callable[[], None]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
