"""Programs are started without a shell, and always come to an end."""

import signal
import threading
import time
from pathlib import Path

import pytest

from checkup.collect import run as run_module
from checkup.collect.run import Ended, RunHere
from checkup.model.stop import Stop

STARTED = 2.0  # seconds until a shell has surely said its first words, on a busy machine too
SOON = 30  # seconds; what is started would go on for a quarter of an hour


def script(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


@pytest.fixture
def here(tmp_path: Path) -> RunHere:
    return RunHere(Stop(), folders=(str(tmp_path),))


def test_output_errors_and_status_come_back(tmp_path: Path, here: RunHere) -> None:
    script(tmp_path, "speak", 'printf "%s" "$1"; printf oh >&2; exit 3')
    ran = here("speak", "a b; rm *")
    assert (ran.code, ran.out, ran.err, ran.ended) == (3, b"a b; rm *", b"oh", Ended.FINISHED)
    assert not ran.went_well


def test_a_missing_program_is_a_value(here: RunHere) -> None:
    assert here("nothing-like-this").ended is Ended.MISSING


@pytest.mark.parametrize("name", ["", "../speak", "/bin/sh", "sub/speak"])
def test_a_name_with_a_folder_is_not_looked_up(here: RunHere, name: str) -> None:
    assert here(name).ended is Ended.MISSING


def test_neither_the_persons_path_nor_their_folder_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "planted", "echo planted")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert RunHere(Stop())("planted").ended is Ended.MISSING


def test_a_file_that_is_no_program_is_a_value(tmp_path: Path, here: RunHere) -> None:
    (tmp_path / "broken").write_bytes(b"\x7fELFnot really")
    (tmp_path / "broken").chmod(0o755)
    assert here("broken").ended is Ended.NOT_STARTED


def test_the_environment_is_clean(tmp_path: Path, here: RunHere, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "of the person")
    monkeypatch.setenv("LD_PRELOAD", "")
    script(tmp_path, "env", "/usr/bin/env")
    out = here("env").out.decode()
    assert "SECRET" not in out
    assert "LD_PRELOAD" not in out
    assert "LC_ALL=C" in out


def test_one_that_never_ends_is_ended_with_its_children(tmp_path: Path, here: RunHere) -> None:
    script(tmp_path, "forever", 'trap "" TERM; sleep 1000 & echo $!; wait')
    began = time.monotonic()
    ran = here("forever", seconds=STARTED)
    assert (ran.ended, ran.code) == (Ended.TIMED_OUT, None)
    assert time.monotonic() - began < SOON
    child = int(ran.out)
    assert not _is_running(child)


def test_one_that_writes_without_end_is_ended_at_the_limit(tmp_path: Path, here: RunHere) -> None:
    script(tmp_path, "much", "while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaa; done")
    ran = here("much", longest=10_000)
    assert ran.ended is Ended.TOO_MUCH
    assert len(ran.out) == 10_000


def test_a_stop_ends_the_wait(tmp_path: Path) -> None:
    stop = Stop()
    script(tmp_path, "slow", "sleep 1000")
    threading.Timer(0.2, stop.ask).start()
    began = time.monotonic()
    assert RunHere(stop, folders=(str(tmp_path),))("slow", seconds=60).ended is Ended.STOPPED
    assert time.monotonic() - began < SOON


def test_after_a_stop_nothing_is_started(tmp_path: Path) -> None:
    stop = Stop()
    stop.ask()
    script(tmp_path, "touches", f"touch {tmp_path}/mark")
    assert RunHere(stop, folders=(str(tmp_path),))("touches").ended is Ended.STOPPED
    assert not (tmp_path / "mark").exists()


def test_what_is_fed_arrives_and_the_input_stays_open(tmp_path: Path, here: RunHere) -> None:
    script(
        tmp_path,
        "reads",
        'read line; echo "got $line"; if read -t 0.2 more; then echo no; else echo open $?; fi',
    )
    (tmp_path / "reads").write_text((tmp_path / "reads").read_text().replace("/bin/sh", "/bin/bash"))
    ran = here("reads", fed=b"a line\n")
    assert ran.out == b"got a line\nopen 142\n"  # 142: nothing came, and it was not closed


def test_one_that_no_signal_reaches_ends_when_its_input_closes(
    tmp_path: Path, here: RunHere, monkeypatch
) -> None:
    monkeypatch.setattr("checkup.collect.run._signal_group", lambda leader, what: False)
    monkeypatch.setattr(run_module, "GRACE", 20.0)  # it goes as soon as it may, on a busy machine too
    script(tmp_path, "waits", "echo $$; cat >/dev/null; echo closed")
    began = time.monotonic()
    ran = here("waits", fed=b"x", seconds=0.3)
    assert (ran.ended, ran.out.split()[1:]) == (Ended.TIMED_OUT, [b"closed"])
    assert time.monotonic() - began < SOON


@pytest.mark.filterwarnings(
    "ignore:subprocess .* is still running", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_one_that_nothing_ends_is_not_waited_for(tmp_path: Path, here: RunHere, monkeypatch) -> None:
    real = run_module._signal_group
    monkeypatch.setattr(run_module, "_signal_group", lambda leader, what: False)
    script(tmp_path, "stays", "echo $$; exec sleep 1000")
    began = time.monotonic()
    ran = here("stays", fed=b"x", seconds=STARTED)
    assert (ran.ended, ran.code) == (Ended.TIMED_OUT, None)
    assert time.monotonic() - began < SOON
    real(int(ran.out), signal.SIGKILL)


def _is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_one_that_reads_nothing_of_its_input_is_asked_to_end_at_once(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(run_module, "GRACE", 60.0)
    stop = Stop()
    script(tmp_path, "asks", "exec sleep 1000")
    threading.Timer(0.2, stop.ask).start()
    began = time.monotonic()
    ran = RunHere(stop, folders=(str(tmp_path),))("asks", fed=b"x", seconds=60)
    assert ran.ended is Ended.STOPPED
    assert time.monotonic() - began < SOON
