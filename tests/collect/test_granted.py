"""What was read with rights answers only where the ordinary look is refused, and claims no more."""

import stat

import pytest

from checkup.collect.granted import Granted, GrantedPlace
from checkup.collect.place import CouldNotRead, Place
from checkup.model.looked import Cause
from checkup.parse.rights_answer import Kind, Piece

FOLDER, FILE, LINK = Kind.FOLDER, Kind.FILE, Kind.LINK
PIECES = (
    Piece(FOLDER, "/root", 0o40700, 0, 5, b".ssh\0.config\0t\xc3\xaan"),
    Piece(FOLDER, "/root/.ssh", 0o40700, 0, 6, b"authorized_keys\0other"),
    Piece(FILE, "/root/.ssh/authorized_keys", 0o100600, 0, 1_790_000_000, b"ssh-ed25519 AAAA x"),
    Piece(LINK, "/proc/7/exe", 0, 0, 0, b"/usr/bin/a"),
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Return a tree in which everything below /root and /proc is refused, and one that broke."""

    def refused(name):
        real = getattr(Place, name)

        def asked(self, path, *more):
            if path.startswith(("/root", "/proc")):
                raise CouldNotRead(path, Cause.NOT_PERMITTED)
            if path.startswith("/broken"):
                raise CouldNotRead(path, Cause.FAILED)
            return real(self, path, *more)

        return asked

    for name in ("bytes", "names", "link", "status"):
        monkeypatch.setattr(Place, name, refused(name))
    (tmp_path / "open").write_text("ordinary")
    return GrantedPlace(tmp_path, live=True, granted=Granted.of(PIECES))


def test_a_refused_place_is_answered_by_what_was_granted(place):
    assert place.text("/root/.ssh/authorized_keys") == "ssh-ed25519 AAAA x"
    assert place.names("/root") == (".config", ".ssh", "tên")
    assert place.link("/proc/7/exe") == "/usr/bin/a"
    assert place.link("/root/.ssh/authorized_keys") is None
    assert place.text("/root/.ssh") is None
    status = place.status("/root/.ssh/authorized_keys")
    assert status is not None
    assert (stat.S_ISREG(status.st_mode), status.st_mtime, status.st_size) == (True, 1_790_000_000, 18)


def test_what_a_listed_folder_does_not_hold_is_not_there(place):
    assert place.text("/root/.profile") is None
    assert place.names("/root/.local/share") == ()
    assert place.status("/root/.ssh/authorized_keys2") is None


@pytest.mark.parametrize("path", ["/root/.ssh/other", "/root/.config/chromium", "/proc/8/exe", "/proc"])
def test_what_was_not_granted_stays_refused(place, path):
    for look in (place.text, place.names, place.link, place.status):
        with pytest.raises(CouldNotRead) as refusal:
            look(path)
        assert refusal.value.cause is Cause.NOT_PERMITTED


def test_what_may_be_read_is_read_as_ever(place):
    assert place.text("/open") == "ordinary"
    assert place.text("/nothing") is None


def test_a_fault_is_not_hidden(place):
    with pytest.raises(CouldNotRead) as fault:
        place.text("/broken")
    assert fault.value.cause is Cause.FAILED


def test_a_granted_file_keeps_the_askers_limit(place):
    with pytest.raises(CouldNotRead) as fault:
        place.text("/root/.ssh/authorized_keys", 4)
    assert fault.value.cause is Cause.TOO_LARGE
