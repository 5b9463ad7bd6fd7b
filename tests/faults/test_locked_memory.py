"""T11: what stays in the memory of a locked program: no passphrase, nothing that was told or seen.

The search is made from outside, over all memory the process has, in each form a text can have there.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("locked_memory.py")
PASSPHRASE = "vuong-quoc-zyxomma-quang-ngai"
TOLD = ("reply-qovembri", "name-xulthavi", "saw-brenokwy", "note-ghyvelan")
WIDEST = 1 << 24  # bytes read at once

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


class Searched:
    """The program in a process of its own, and what is in its memory."""

    def __init__(self, record: Path) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-I", "-B", "-X", "utf8", SCRIPT, record],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, line: str) -> str:
        assert self.running.stdin is not None
        assert self.running.stdout is not None
        self.running.stdin.write(line.encode() + b"\n")
        self.running.stdin.flush()
        return self.running.stdout.readline().decode().strip()

    def times_found(self, text: str) -> int:
        """Return how often a text stands in memory, in the forms of UTF-8, Qt and Python."""
        forms = re.compile(
            b"|".join(re.escape(text.encode(form)) for form in ("utf-8", "utf-16-le", "utf-32-le"))
        )
        return sum(len(forms.findall(piece)) for piece in self._pieces())

    def _pieces(self) -> Iterator[bytes]:
        process = Path(f"/proc/{self.running.pid}")
        with (process / "mem").open("rb", 0) as memory:
            for line in (process / "maps").read_text().splitlines():
                span, rights, *_ = line.split()
                start, end = (int(one, 16) for one in span.split("-"))
                if rights.startswith("rw") and "[vvar" not in line:
                    yield from _read(memory, start, end)


def _read(memory: object, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, WIDEST):
        memory.seek(at)
        try:
            yield memory.read(min(WIDEST, end - at) + 256 * (at + WIDEST < end))
        except OSError:  # gone, or not to be read
            continue


@pytest.fixture
def searched(tmp_path: Path) -> Iterator[Searched]:
    made = Searched(tmp_path / "notes.dat")
    yield made
    made.running.kill()
    made.running.wait(10)
    for pipe in (made.running.stdin, made.running.stdout):
        with suppress(BrokenPipeError):
            pipe.close()


@pytest.mark.slow
def test_a_second_after_locking_nothing_told_and_no_passphrase_is_left_in_memory(searched: Searched) -> None:
    assert searched.ask("\t".join((PASSPHRASE, *TOLD))) == "open"
    before = {text: searched.times_found(text) for text in TOLD}
    assert all(before.values()), f"the search itself: {before}"

    assert searched.ask("lock") == "locked"
    after = {text: searched.times_found(text) for text in (PASSPHRASE, *TOLD)}
    assert after == dict.fromkeys((PASSPHRASE, *TOLD), 0)


@pytest.mark.slow
def test_the_record_gives_all_of_it_back_on_the_page_where_one_was(searched: Searched) -> None:
    searched.ask("\t".join((PASSPHRASE, *TOLD)))
    searched.ask("lock")

    assert searched.ask(PASSPHRASE) == " ".join(("plan/plan", *TOLD))
    assert searched.ask("lock") == "locked"
    assert searched.times_found(PASSPHRASE) == 0
