#!/usr/bin/env python3
"""Sets Checkup up beside itself and starts it; needs nothing but Python 3.11 or newer.

    python3 run.py                 set up once, then open the window
    python3 run.py scan --json     the same for the command line: all other words go to the program
    python3 run.py test            set up for tests too, then run every check and test
    python3 run.py bench           measure start, scan, lists and phones against their targets
    python3 run.py shots [FOLDER]  write a picture of every page

The parts Checkup is built from are those of requirements.lock, taken only when their hashes agree,
and live in `.venv` beside this file. What was set up is noted there; later starts only compare.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

MESSAGES = {
    "old_python": (
        "Checkup needs Python 3.11 or newer; this is Python {0}.",
        "Checkup cần Python 3.11 trở lên; máy này đang dùng Python {0}.",
    ),
    "no_display": (
        "There is no display here, so the window cannot open; the command line works without one: {0}",
        "Ở đây không có màn hình nên không mở được cửa sổ; bạn vẫn có thể dùng dòng lệnh: {0}",
    ),
    "setting_up": (
        "Setting Checkup up. This happens once and takes a few minutes; it needs the internet.",
        "Đang chuẩn bị Checkup. Việc này chỉ làm một lần, mất vài phút và cần có mạng.",
    ),
    "libraries": (
        "Some system libraries are missing. Type this command, then start again: {0}",
        "Máy còn thiếu một số thư viện hệ thống. Hãy gõ lệnh sau rồi mở lại: {0}",
    ),
    "libraries_elsewhere": (
        "Some system libraries are missing; install them with your system's own tool, then start again: {0}",
        "Máy còn thiếu một số thư viện hệ thống; hãy cài bằng công cụ của hệ thống rồi mở lại: {0}",
    ),
    "set_up_failed": (
        "Setting up did not work; the lines above say why. Nothing is lost, and the next start tries again.",
        "Chưa chuẩn bị được. Lý do ở những dòng bên trên; không mất gì cả, lần mở sau sẽ thử lại.",
    ),
}

EXIT_CANNOT_START = 3


def tell(message: str, *fields: str) -> None:
    """Write one sentence in both languages to standard error, where it is in nobody's way."""
    for sentence in MESSAGES[message]:
        line = sentence.format(*fields) + "\n"
        try:
            sys.stderr.write(line)
        except UnicodeEncodeError:
            sys.stderr.write(line.encode("ascii", "replace").decode("ascii"))
    sys.stderr.flush()


if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets this far, and a sentence for it
    tell("old_python", "{}.{}".format(*sys.version_info[:2]))
    sys.exit(EXIT_CANNOT_START)

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
WINDOWS = sys.platform == "win32"
PYTHON = str(VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python")
NOTE = VENV / "checkup-set-up.txt"
UNFINISHED = VENV / "checkup-unfinished.txt"
LOCK, TEST_LOCK = "requirements.lock", "requirements-test.lock"
PYTHON_NOTE, LIBRARIES_NOTE, PROGRAMS_NOTE = "python", "system libraries", "test programs"

# -I: neither this folder nor the caller's environment decides what is imported. -B: no file is written.
START = ("-I", "-B", "-X", "utf8")

# What Qt loads of the system, with the Debian and Ubuntu packages that have it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Programs the tests start, with their packages. A package stands here only while a test needs it.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "adb": "adb",
    "xauth": "xauth",
    "xkbcomp": "x11-xkb-utils",
    "age": "age",
    "minisign": "minisign",
    "pdftotext": "poppler-utils",
    "objdump": "binutils",
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "certutil": "libnss3-tools",
    "hivexget": "libhivex-bin",
    "openssl": "openssl",
    "dconf": "dconf-cli",
    "tcpdump": "tcpdump",
    "rpmbuild": "rpm",
    "apksigner": "apksigner",
    "keytool": "default-jre-headless",
    "x11vnc": "x11vnc",
    "sshd": "openssh-server",
    "Xtigervnc": "tigervnc-standalone-server",
    "xrdp": "xrdp",
    "gcc": "gcc",
    "update-ca-certificates": "ca-certificates",
    "pkexec": "pkexec",
    "evtest": "evtest",
    "dbus-run-session": "dbus",
    "dbus-launch": "dbus-x11",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
# What the tests need of Debian's own Python.
TEST_MODULES = {"/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi"}

TEST_STEPS = (
    "ruff check",
    "ruff format --check",
    "mypy",
    "mypy run.py",
    "lint-imports",
    "pytest -q -n 2 -m 'not slow and not real'",
    "pytest -q -m 'slow or real'",
)


def main(words: list[str]) -> int:
    """Do what the first word says; return the exit status."""
    command, rest = (words[0], words[1:]) if words else ("", [])
    if command == "test":
        ready(window=True, tests=True)
        return run_tests()
    if command == "bench":
        ready(window=True)
        return call(PYTHON, *START, "-m", "tests.bench", *rest)
    if command == "shots":
        ready(window=True)
        return call(PYTHON, *START, "-m", "tests.shots", *rest)
    window = opens_window(words)
    if window and not has_display():
        tell("no_display", f"{Path(sys.executable).name} run.py scan")
        return EXIT_CANNOT_START
    ready(window=window)
    return start_program(words)


def opens_window(words: list[str]) -> bool:
    """Whether the program is going to open its window: no command, at most a language."""
    return not words or (words[0].startswith("--language") and len(words) <= (1 if "=" in words[0] else 2))


def has_display() -> bool:
    """Whether a window could be shown. Windows and macOS always have a place for one."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def start_program(words: list[str]) -> int:
    """Become the program. Where a process cannot become another, wait for it and end as it ended."""
    command = [PYTHON, *START, "-m", "checkup", *words]
    if not WINDOWS:
        os.execv(PYTHON, command)  # noqa: S606 - no shell is wanted
    import subprocess

    with subprocess.Popen(command) as program:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # it reaches the program too, which answers it
                return program.wait()


# --- setting up ---------------------------------------------------------------------------------


def ready(*, window: bool = False, tests: bool = False) -> None:
    """Set up whatever is not set up yet; where all is there, this only compares."""
    wanted = wanted_notes(window=window, tests=tests)
    if not missing_of(wanted) and not compiled_is_old():
        return
    try:
        with alone():
            set_up(wanted, missing_of(wanted), tests=tests)
    except SetUpFailed as failed:
        tell(failed.message, *failed.fields)
        sys.exit(EXIT_CANNOT_START)
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        tell("set_up_failed")
        sys.exit(EXIT_CANNOT_START)


def wanted_notes(*, window: bool, tests: bool) -> dict[str, str]:
    """Return what must be noted as done: for which Python and place, which parts, which libraries."""
    notes = {
        PYTHON_NOTE: f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix} in {HERE}",
        LOCK: fingerprint(LOCK),
    }
    if window or tests:
        notes[LIBRARIES_NOTE] = " ".join(LIBRARIES)
    if tests:
        notes |= {TEST_LOCK: fingerprint(TEST_LOCK), PROGRAMS_NOTE: " ".join(TEST_PROGRAMS)}
    return notes


def missing_of(wanted: dict[str, str]) -> set[str]:
    """Return the names of what is not noted as done the way it is wanted."""
    done = read_notes()
    return {name for name, value in wanted.items() if done.get(name) != value}


def fingerprint(name: str) -> str:
    """Return the hash of a file beside this one."""
    import hashlib

    return hashlib.sha256((HERE / name).read_bytes()).hexdigest()


def read_notes() -> dict[str, str]:
    """Return what is noted as done, nothing while a set-up is unfinished or was interrupted."""
    if UNFINISHED.exists() or not Path(PYTHON).exists():
        return {}
    try:
        lines = NOTE.read_text("utf-8").splitlines()
    except OSError:
        return {}
    return {name: value for name, _, value in (line.partition(": ") for line in lines)}


def write_notes(notes: dict[str, str]) -> None:
    """Note what is done, as a whole or not at all."""
    new = NOTE.with_suffix(".new")
    new.write_text("".join(f"{name}: {value}\n" for name, value in notes.items()), "utf-8")
    new.replace(NOTE)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Keep other set-ups of this folder waiting. The lock lies on this file and writes nothing."""
    door = os.open(HERE / "run.py", os.O_RDONLY)
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(door, 1 << 30, os.SEEK_SET)  # a byte beyond the end: reading is not hindered
            locked = False
            while not locked:
                with contextlib.suppress(OSError):  # it gives up after ten seconds; a set-up takes longer
                    msvcrt.locking(door, msvcrt.LK_LOCK, 1)
                    locked = True
        else:
            import fcntl

            with contextlib.suppress(OSError):  # a file system without locks
                fcntl.flock(door, fcntl.LOCK_EX)
        yield
    finally:
        os.close(door)


class SetUpFailed(Exception):
    """A part could not be set up; holds the message and its fields."""

    def __init__(self, message: str, *fields: str) -> None:
        super().__init__(message, *fields)
        self.message = message
        self.fields = fields


def set_up(wanted: dict[str, str], missing: set[str], *, tests: bool) -> None:
    """Do what is missing, noting it at the end: what is interrupted begins anew the next time."""
    done = read_notes()
    parts_missing = missing & {PYTHON_NOTE, LOCK, TEST_LOCK}
    if parts_missing:
        tell("setting_up")
    add_system_packages(libraries=LIBRARIES_NOTE in missing, programs=PROGRAMS_NOTE in missing)
    if parts_missing:
        make_environment(anew=PYTHON_NOTE in missing)
        install(TEST_LOCK if tests else LOCK)  # the longer one holds the shorter; a test says so
        done.pop(TEST_LOCK, None)
    compile_program()
    write_notes(done | wanted)
    UNFINISHED.unlink(missing_ok=True)


def make_environment(*, anew: bool) -> None:
    """Make the virtual environment; one that is half made, of another Python or place is made anew."""
    if UNFINISHED.exists() or (anew and NOTE.exists()):
        import shutil

        shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(exist_ok=True)
    UNFINISHED.write_text(
        "A set-up began here and has not ended. The next start of run.py begins anew.\n", "utf-8"
    )
    must(sys.executable, "-I", "-m", "venv", str(VENV))
    (site_packages() / "checkup-here.pth").write_text(f"{HERE}\n", "utf-8")


def site_packages() -> Path:
    """Return the folder of the environment's packages."""
    if WINDOWS:
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def install(lock: str) -> None:
    """Install what a lock names, each part only with a hash written there; where from is pip's affair.

    Without pip's store of downloads: it is in the person's home, and its names tell what was installed.
    """
    options = ("--require-hashes", "--no-cache-dir", "--no-input", "--disable-pip-version-check", "-qq")
    must(PYTHON, "-X", "utf8", "-m", "pip", "install", *options, "-r", str(HERE / lock))


def must(*command: str) -> None:
    """Run a command of the set-up with its words on standard error; raise where it fails."""
    import subprocess

    try:
        status = subprocess.call(command, stdout=sys.stderr.fileno())
    except OSError as error:
        sys.stderr.write(f"{command[0]}: {error.strerror}\n")
        status = 1
    if status != 0:
        raise SetUpFailed("set_up_failed")


def compile_program() -> None:
    """Compile the program ahead, since it is started so that it writes nothing."""
    import subprocess

    subprocess.call(
        [PYTHON, "-X", "utf8", "-m", "compileall", "-q", str(HERE / "checkup")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def compiled_is_old() -> bool:
    """Whether a file of the program changed after it was compiled, and could be compiled again."""
    try:
        then = NOTE.stat().st_mtime
    except OSError:
        return True
    folders = [str(HERE / "checkup")]  # grows on the way
    for folder in folders:
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    folders.append(entry.path)
            elif entry.name.endswith(".py") and entry.stat().st_mtime > then:
                return os.access(NOTE, os.W_OK)
    return False


# --- the system's packages ----------------------------------------------------------------------


def add_system_packages(*, libraries: bool, programs: bool) -> None:
    """Install what is missing of the system's packages when allowed, otherwise say how."""
    if WINDOWS or sys.platform == "darwin":
        return
    packages = missing_packages(libraries=libraries, programs=programs)
    if not packages:
        return
    import shutil

    apt = shutil.which("apt-get")
    install_command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if apt is None:
        raise SetUpFailed("libraries_elsewhere", ", ".join(packages))
    before = as_root()
    if before is None:
        raise SetUpFailed("libraries", " ".join(["sudo", *install_command]))
    quiet = [*before, "env", "DEBIAN_FRONTEND=noninteractive"]
    # A list that is a little old still installs; one that is not there does not, and apt says so below.
    with contextlib.suppress(SetUpFailed):
        must(*quiet, "apt-get", "update", "-qq")
    must(*quiet, *install_command[:1], "-qq", *install_command[1:])


def missing_packages(*, libraries: bool, programs: bool) -> list[str]:
    """Return the packages whose library does not load or whose program is not found."""
    import importlib.util
    import shutil

    packages = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    if libraries:
        packages += [package for name, package in LIBRARIES.items() if not loads(name)]
    if programs:
        places = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
        packages += [
            package for name, package in TEST_PROGRAMS.items() if shutil.which(name, path=places) is None
        ]
        packages += [package for path, package in TEST_MODULES.items() if not Path(path).is_file()]
        packages += missing_shared_python()
    return packages


def missing_shared_python() -> list[str]:
    """Return the package of Python's shared library, which a bundle takes along; Debian keeps it apart."""
    name = "libpython{}.{}".format(*sys.version_info[:2])
    return [name] if sys.base_prefix == "/usr" and not loads(f"{name}.so.1.0") else []


def loads(library: str) -> bool:
    """Whether a shared library of the system can be loaded."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def as_root() -> list[str] | None:
    """Return what to put before a command that needs root, or None where it may not be had."""
    import shutil
    import subprocess

    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.call(["sudo", "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ["sudo", "-n"] if asked == 0 else None


# --- checks and tests ---------------------------------------------------------------------------


def run_tests() -> int:
    """Run every check and test of this folder; return 0 only when all passed."""
    outcomes = {step: run_step(step) for step in TEST_STEPS}
    failed = [step for step, status in outcomes.items() if status != 0]
    say(
        f"\n{len(outcomes) - len(failed)} of {len(outcomes)} parts passed"
        + "".join(f"; failed: {step}" for step in failed)
    )
    return 1 if failed else 0


def run_step(step: str) -> int:
    """Run one part of the tests from this folder, saying which."""
    import shlex

    say(f"\n== {step}")
    name, *words = shlex.split(step)
    if name == "lint-imports":  # has no module to start it by
        return call(str(Path(PYTHON).with_name(name)), *words, folder=HERE)
    return call(PYTHON, "-X", "utf8", "-m", name, *words, folder=HERE)


def call(*command: str, folder: Path | None = None) -> int:
    """Run a command and return how it ended."""
    import subprocess

    return subprocess.call(command, cwd=folder)


def say(line: str) -> None:
    """Write a line of the tests' own report."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
