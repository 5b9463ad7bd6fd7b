"""Real servers and settings with which somebody can watch: found by the real scan, and gone with them.

Needs Debian's tigervnc-standalone-server, xrdp, gcc, openssl, ca-certificates and chromium. Lists of the
system are changed while a test runs, which takes the administrator's rights, and are put back.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from checkup.checks.computer import keyboard_readers
from checkup.collect.computer.linux import linux_readers
from checkup.collect.gathered import Gathered
from checkup.collect.place import Place
from checkup.collect.run import RunHere
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.finding import Finding, Level
from checkup.model.stop import Stop
from tests.collect.computer.linux.real_scan import about, free_port, program, running, scan, signs, wait_for

pytestmark = [pytest.mark.real, pytest.mark.slow]

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="changes a list of the system: needs root")

READER = "import sys\nkeys = open(sys.argv[1], 'rb')\nprint('reading', flush=True)\nsys.stdin.read()\n"
KEYBOARD = "event9071"  # no kernel gives so high a number
DEVICES = (
    f"N: Name=A keyboard\nH: Handlers=sysrq kbd leds {KEYBOARD}\n"
    "B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n"
)
PRELOAD = Path("/etc/ld.so.preload")
IN_USE = Path("/etc/ssl/certs")
ADDED = Path("/usr/local/share/ca-certificates/checkup-test.crt")


def test_tigervnc_without_a_password_is_found_while_it_runs(home, tmp_path, loopback):
    port = free_port()
    words = (f":{port}", "-rfbport", str(port), "-localhost", "-nolisten", "tcp", "-SecurityTypes", "None")
    with running(program("Xtigervnc"), *words, cwd=tmp_path) as started:
        wait_for(port, started)
        found = about(scan(home))["tigervnc"]
    assert found.level is Level.ASK
    assert {"runs_now", "asks_no_password", "listens_here_only"} <= signs(found)
    assert any(f"-rfbport {port}" in one.saw for one in found.evidence)
    assert_only_installed(scan(home), "tigervnc")


def test_xrdp_is_found_while_it_waits_for_connections(home, tmp_path, loopback):
    port = free_port()
    settings = tmp_path / "xrdp.ini"
    text = Path("/etc/xrdp/xrdp.ini").read_text("utf-8")
    text = re.sub(r"(?m)^port=.*", f"port=tcp://127.0.0.1:{port}", text, count=1)
    settings.write_text(re.sub(r"(?m)^LogFile=.*", f"LogFile={tmp_path}/xrdp.log", text))
    with running(program("xrdp"), "--nodaemon", "--config", str(settings), cwd=tmp_path) as started:
        wait_for(port, started)
        found = about(scan(home))["xrdp"]
    assert found.level is Level.ASK
    assert {"runs_now", "is_installed"} <= signs(found)
    assert any(one.sign.startswith("listens_") and one.count == port for one in found.reasons)
    assert any(str(settings) in one.saw for one in found.evidence)
    assert_only_installed(scan(home), "xrdp")


def assert_only_installed(result, name: str) -> None:
    """What is left afterwards is the package, which the tests' machine keeps."""
    left = signs(about(result)[name])
    assert "is_installed" in left
    assert not left & {"runs_now", "asks_no_password", "listens_here_only", "listens_to_others"}


@dataclass(frozen=True, slots=True)
class WithKeyboard(Place):
    """The running system, but the kernel's list of input devices names a keyboard.

    Where tests run there is often none: the list is empty, and no device can be made.
    """

    def bytes(self, path: str, most: int = 1024 * 1024) -> bytes | None:
        return DEVICES.encode() if path == "/proc/bus/input/devices" else Place.bytes(self, path, most)


@contextmanager
def device() -> Iterator[Path]:
    """Put a plain file where a keyboard's device would be."""
    folder = Path("/dev/input")
    is_made = not folder.exists()
    folder.mkdir(exist_ok=True)
    file = folder / KEYBOARD
    try:
        file.touch(0o600)
        yield file
    finally:
        file.unlink()
        if is_made:
            folder.rmdir()


def keyboard_findings() -> list[Finding]:
    stop = Stop()
    sources = Gathered(linux_readers(WithKeyboard(Path("/"), live=True), RunHere(stop), stop), stop)
    found = keyboard_readers.look(sources, load(resource("rules")))
    return [one for one in found if "reads_keyboard" in signs(one)]


@needs_root
def test_a_ten_line_reader_of_the_keyboard_is_found_while_it_reads(home, tmp_path):
    """The reader, its process and its open file are real; the keyboard is not (see WithKeyboard)."""
    script = tmp_path / "notes.py"
    script.write_text(READER)
    assert keyboard_findings() == []
    with device() as keyboard:
        command = [sys.executable, "-I", str(script), str(keyboard)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as started:
            assert started.stdin
            assert started.stdout
            assert started.stdout.readline() == b"reading\n"
            [found] = keyboard_findings()
            started.stdin.close()
    assert found.level is Level.ASK
    assert f"/proc/{started.pid}/fd" == found.evidence[0].where
    assert found.reasons[0].where == str(keyboard)
    assert keyboard_findings() == []


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Compile a library that does nothing at all."""
    source, made = tmp_path / "nothing.c", tmp_path / "libnothing.so"
    source.write_text("int checkup_test_nothing(void) { return 0; }\n")
    subprocess.run([program("gcc"), "-shared", "-fPIC", "-nostdlib", "-o", made, source], check=True)
    made.chmod(0o755)
    return made


@needs_root
def test_a_library_put_into_every_program_is_found(home, library):
    assert not PRELOAD.exists()
    try:
        PRELOAD.write_text(f"{library}\n")
        found = about(scan(home))[str(library)]
    finally:
        PRELOAD.unlink()
    assert found.level is Level.ASK
    assert {"preloaded_everywhere", "came_from_no_package"} <= signs(found)
    assert (found.evidence[0].where, found.evidence[0].saw) == (str(PRELOAD), str(library))
    assert str(library) not in about(scan(home))


def test_a_library_put_into_one_running_program_is_found(home, library):
    with running(program("sleep"), "300", env=os.environ | {"LD_PRELOAD": str(library)}) as started:
        found = about(scan(home))[str(library)]
    assert (found.level, signs(found)) == (Level.ASK, {"preloaded_into_running"})
    assert found.evidence[0].where == f"/proc/{started.pid}/environ"
    assert str(library) not in about(scan(home))


@pytest.fixture
def authority(tmp_path: Path) -> tuple[Path, str]:
    """Make a root certificate; give its file and its fingerprint as this program writes it."""
    root = tmp_path / "root.crt"
    subprocess.run(
        [
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
            ),
            *("-days", "30", "-subj", "/CN=Ngoc Root", "-addext", "basicConstraints=critical,CA:TRUE"),
            *("-keyout", f"{tmp_path}/root-key.pem", "-out", root),
        ],
        check=True,
        capture_output=True,
    )
    told = subprocess.run(
        ["openssl", "x509", "-in", root, "-noout", "-fingerprint", "-sha256"], check=True, capture_output=True
    )
    return root, told.stdout.decode().strip().rpartition("=")[2].replace(":", "").lower()


def renew_trust() -> None:
    """Bring the list in use up to date; Debian's program leaves links to what was taken away."""
    for link in IN_USE.iterdir():
        if link.is_symlink() and link.readlink().stem == ADDED.stem and not ADDED.exists():
            link.unlink()
    subprocess.run([program("update-ca-certificates")], check=True, capture_output=True)


@needs_root
def test_an_added_root_certificate_is_found(home, authority):
    root, fingerprint = authority
    name = f"certificate:{fingerprint}"
    before = [one for one in IN_USE.iterdir() if one.is_symlink() and not one.exists()]
    try:
        shutil.copy(root, ADDED)
        renew_trust()
        found = about(scan(home))[name]
    finally:
        ADDED.unlink()
        renew_trust()
    assert (found.level, found.name, signs(found)) == (Level.ASK, "Ngoc Root", {"certificate_added"})
    assert found.evidence[0].where == str(ADDED)
    assert fingerprint in found.evidence[0].saw
    assert name not in about(scan(home))
    assert [one for one in IN_USE.iterdir() if one.is_symlink() and not one.exists()] == before
