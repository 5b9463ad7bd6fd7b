"""run.py: sets up once and completely, compares afterwards, and says what is missing."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import run

REPOSITORY = Path(run.__file__).parent
PROGRAM = "import os, sys\nprint(sys.argv[1:], os.getcwd())\nsys.exit(7)\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a folder with run.py, locks that name nothing, and a program that tells its words."""
    folder = tmp_path / "một thư mục"
    (folder / "checkup").mkdir(parents=True)
    shutil.copy(REPOSITORY / "run.py", folder)
    for lock in (run.LOCK, run.TEST_LOCK):
        (folder / lock).write_text("# nothing\n")
    (folder / "checkup" / "__init__.py").touch()
    (folder / "checkup" / "__main__.py").write_text(PROGRAM)
    return folder


def start(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    variables = {"QT_QPA_PLATFORM": "", **variables}
    return subprocess.run(
        [sys.executable, folder / "run.py", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder.parent,
        env=os.environ | variables,
        timeout=120,
    )


def waits_for_a_lock(pid: int) -> bool:
    return f"-> FLOCK  ADVISORY  WRITE {pid} " in Path("/proc/locks").read_text()


def listing(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ([], True),
        (["--language", "vi"], True),
        (["--language=vi"], True),
        (["scan"], False),
        (["--language", "vi", "scan"], False),
        (["--language=vi", "scan", "--json"], False),
        (["--version"], False),
    ],
)
def test_the_window_opens_only_without_a_command(words, opens):
    assert run.opens_window(words) is opens


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_known_by_its_variable(name, monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(sys, "platform", "linux")
    assert not run.has_display()

    monkeypatch.setenv(name, "x")

    assert run.has_display()


def test_without_a_display_one_sentence_names_the_command_line(checkout):
    ended = start(checkout)

    assert ended.returncode == 3
    assert "no display" in ended.stderr
    assert "không có màn hình" in ended.stderr
    assert "run.py scan" in ended.stderr
    assert not (checkout / ".venv").exists()


def test_every_message_is_in_both_languages_with_the_same_fields():
    for english, vietnamese in run.MESSAGES.values():
        assert english != vietnamese
        assert english.count("{0}") == vietnamese.count("{0}")


def test_an_older_python_is_told_so_before_anything_is_read(tmp_path):
    start_as_310 = (
        "import sys, runpy; sys.version_info = (3, 10, 4, 'final', 0);"
        "runpy.run_path(sys.argv[1], run_name='__main__')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", start_as_310, REPOSITORY / "run.py"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 3
    assert "needs Python 3.11 or newer; this is Python 3.10" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.slow
def test_it_sets_up_once_passes_words_and_status_on_and_then_writes_nothing(checkout):
    first = start(checkout, "scan", "--json")

    assert (first.returncode, first.stdout) == (7, f"['scan', '--json'] {checkout.parent}\n")
    assert "happens once" in first.stderr
    before = listing(checkout)

    second = start(checkout, "scan")

    assert (second.returncode, second.stderr) == (7, "")
    assert listing(checkout) == before


@pytest.mark.slow
def test_an_interrupted_set_up_is_begun_anew(checkout):
    start(checkout, "scan")
    shutil.rmtree(checkout / ".venv" / "lib")
    (checkout / ".venv" / "checkup-unfinished.txt").touch()

    again = start(checkout, "scan")

    assert again.returncode == 7
    assert not (checkout / ".venv" / "checkup-unfinished.txt").exists()


@pytest.mark.slow
def test_a_changed_lock_and_a_moved_folder_are_noticed(checkout):
    start(checkout, "scan")
    (checkout / run.LOCK).write_text("# still nothing\n")
    assert "happens once" in start(checkout, "scan").stderr

    moved = checkout.rename(checkout.parent / "elsewhere")

    assert "happens once" in start(moved, "scan").stderr
    assert start(moved, "scan").stderr == ""


@pytest.mark.slow
def test_what_cannot_be_installed_gives_a_sentence_and_is_tried_again(checkout):
    (checkout / run.LOCK).write_text(f"no-such-part-of-checkup==1 --hash=sha256:{'0' * 64}\n")

    failed = start(checkout, "scan", PIP_NO_INDEX="1")

    assert failed.returncode == 3
    assert "Setting up did not work" in failed.stderr
    assert "Traceback" not in failed.stderr
    (checkout / run.LOCK).write_text("# nothing\n")
    assert start(checkout, "scan").returncode == 7


@pytest.mark.slow
def test_two_at_once_wait_for_each_other(checkout):
    door = os.open(checkout / "run.py", os.O_RDONLY)
    fcntl.flock(door, fcntl.LOCK_EX)
    waiting = [
        subprocess.Popen([sys.executable, checkout / "run.py", "scan"], stderr=subprocess.PIPE, text=True)
        for _ in "12"
    ]
    while not all(waits_for_a_lock(program.pid) for program in waiting):
        assert [program.poll() for program in waiting] == [None, None]
    assert not (checkout / ".venv").exists()
    os.close(door)

    said = [program.communicate(timeout=120)[1] for program in waiting]

    assert [program.returncode for program in waiting] == [7, 7]
    assert sorted("happens once" in text for text in said) == [False, True]


def test_a_missing_library_names_its_package_and_the_command_to_type(monkeypatch):
    monkeypatch.setattr(run, "LIBRARIES", {"libno-such-thing.so.9": "libno-such9"})
    monkeypatch.setattr(run, "as_root", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name, path=None: f"/usr/bin/{name}")

    with pytest.raises(run.SetUpFailed) as failed:
        run.add_system_packages(libraries=True, programs=False)

    assert failed.value.fields == ("sudo apt-get install -y --no-install-recommends libno-such9",)


def test_missing_packages_are_installed_where_that_is_allowed(monkeypatch):
    called = []
    monkeypatch.setattr(run, "LIBRARIES", {})
    monkeypatch.setattr(run, "TEST_PROGRAMS", {"no-such-program": "no-such-package"})
    monkeypatch.setattr(run, "as_root", lambda: ["sudo", "-n"])
    monkeypatch.setattr(run, "must", lambda *command: called.append(command))
    real = shutil.which
    monkeypatch.setattr(
        shutil, "which", lambda name, path=None: "apt" if name == "apt-get" else real(name, path=path)
    )

    run.add_system_packages(libraries=True, programs=True)

    assert called[-1][:2] == ("sudo", "-n")
    assert called[-1][-1] == "no-such-package"


def test_pip_is_told_to_keep_no_downloads_in_the_home_folder(monkeypatch):
    called = []
    monkeypatch.setattr(run, "must", lambda *command: called.append(command))

    run.install(run.LOCK)

    ((*_, pip, command, first, second, _, _, _, _, lock),) = called
    assert (pip, command, lock) == ("pip", "install", str(REPOSITORY / run.LOCK))
    assert {first, second} == {"--require-hashes", "--no-cache-dir"}


@pytest.mark.parametrize(
    ("prefix", "is_there", "packages"),
    [("/usr", False, 1), ("/usr", True, 0), ("/home/lan/python", False, 0)],
)
def test_only_the_systems_own_python_has_its_shared_library_in_a_package(
    monkeypatch, prefix, is_there, packages
):
    monkeypatch.setattr(sys, "base_prefix", prefix)
    monkeypatch.setattr(run, "loads", lambda _: is_there)

    assert len(run.missing_shared_python()) == packages


def test_the_test_lock_holds_the_other_whole():
    def pinned(name: str) -> set[str]:
        text = (REPOSITORY / name).read_text()
        return set(text.replace("\\\n", " ").splitlines())

    assert pinned(run.LOCK) <= pinned(run.TEST_LOCK)
