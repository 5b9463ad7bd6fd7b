"""What every test has: a home of its own, no network, a window system nobody sees, and no quiet warnings."""

import hashlib
import itertools
import logging
import os
import socket
import tempfile
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}
# What would lead a test to the display, the desktop's bus or the settings of whoever runs it.
OUTSIDE = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "PYTHONPATH")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
PATIENCE = 30_000  # milliseconds until something is given up that comes at once, but not on a busy machine

_numbers = itertools.count()

hypothesis.settings.register_profile("checkup", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("checkup")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests that give parsers hostile inputs do so longer: 60 for all, by hand before a release."""
    parser.addoption("--fuzz-seconds", type=float, help="seconds for each parser")
    parser.addoption("--fuzz-seed", type=int, default=0, help="another row of hostile inputs")


def pytest_configure(config: pytest.Config) -> None:
    """Set, before anything of the program is imported, what holds for the whole run."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"
    # Where the program is used; a time taken for UTC by mistake shows itself.
    os.environ["TZ"] = "Asia/Ho_Chi_Minh"
    if hasattr(time, "tzset"):
        time.tzset()
    for name in OUTSIDE:
        os.environ.pop(name, None)
    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive, QtBot.waitExposed):
        wait.__kwdefaults__["timeout"] = PATIENCE


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home folder of its own, with the usual folders' names set but none made."""
    here = tmp_path_factory.getbasetemp() / "homes" / str(next(_numbers))
    place, temporary, runtime = here / "home", here / "tmp", here / "run"
    for folder in (place, temporary, runtime):
        folder.mkdir(parents=True, mode=0o700)
    for name, below in FOLDERS.items():
        monkeypatch.setenv(name, str(place / below))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


class NetworkTouched(BaseException):
    """A test reached for the network. Not an `Exception`, so that no handler of errors takes it for one."""


class Network:
    """Refuses and remembers every connection and every look-up of a name."""

    def __init__(self) -> None:
        self.loopback_allowed = False
        self.attempts: list[str] = []

    def ask(self, what: object) -> None:
        """Raise unless this goes no further than this machine and the test said it would."""
        host = what[0] if isinstance(what, tuple) else what
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
        if self.loopback_allowed and (host is None or name in LOOPBACK):
            return
        self.attempts.append(name)
        raise NetworkTouched(name)


@pytest.fixture(autouse=True)
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    """Switch the network off; fail a test that reached for it and hid the refusal.

    A test of the refusal itself empties `attempts`.
    """
    guard = Network()

    def over_the_net(method: str) -> None:
        real = getattr(socket.socket, method)

        def guarded(self: socket.socket, *words: object) -> object:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                guard.ask(words[-1])
            return real(self, *words)

        monkeypatch.setattr(socket.socket, method, guarded)

    def look_up(function: str) -> None:
        real = getattr(socket, function)

        def guarded(host: object, *words: object, **named: object) -> object:
            guard.ask(host)
            return real(host, *words, **named)

        monkeypatch.setattr(socket, function, guarded)

    for method in ("connect", "connect_ex", "sendto"):
        over_the_net(method)
    for function in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        look_up(function)
    yield guard
    assert guard.attempts == [], "the network was reached for"


@pytest.fixture
def loopback(network: Network) -> None:
    """Allow connections to a server on this machine."""
    network.loopback_allowed = True


class LogRecords(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.unexpected.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def log_records() -> Iterator[LogRecords]:
    """Fail a test during which a warning was logged; one that expects it empties `unexpected`."""
    handler = LogRecords()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)
    assert handler.unexpected == [], "something was logged at WARNING or above"


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the key of a record cost 32 MiB instead of 256, and the same key once."""
    from checkup.store import passphrase_age

    monkeypatch.setattr(passphrase_age, "WORK", passphrase_age.LEAST_WORK)
    monkeypatch.setattr(hashlib, "scrypt", lru_cache(hashlib.scrypt))
