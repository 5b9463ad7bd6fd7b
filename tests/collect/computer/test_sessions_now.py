"""Sessions of systems that psutil asks: one line a person and other end, and a gap where it cannot."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from checkup.collect.computer.sessions_now import sessions_now, signed_in_now
from checkup.collect.looking import Looking
from checkup.collect.place import Place
from checkup.model.looked import Cause, Unread
from checkup.model.stop import Stop

NO_ADDRESS = "0.0.0.0"  # noqa: S104 - what Windows says of a session at the screen


@dataclass
class Session:
    name: str = "lan"
    terminal: str | None = None
    host: str | None = None
    started: float = 1_772_331_249.5


@pytest.fixture
def look(tmp_path: Path) -> Looking:
    return Looking(Place(tmp_path, live=True), Stop())


def test_a_session_at_the_screen_and_one_from_afar_are_two(look):
    sessions = [Session(host=NO_ADDRESS), Session(started=9e9), Session(name="minh", host="203.0.113.7")]

    found = list(signed_in_now(sessions_now(look, "query user", lambda: sessions)))

    assert [(one.who, one.remote) for one in found] == [("lan", ""), ("minh", "203.0.113.7")]
    assert found[0].since == "2026-03-01T02:14:09Z"
    assert found[0].seen_in == "query user"


@pytest.mark.parametrize(
    ("error", "cause"), [(PermissionError(), Cause.NOT_PERMITTED), (OSError(), Cause.FAILED)]
)
def test_what_cannot_be_asked_is_a_gap(look, error, cause):
    def refuses():
        raise error

    assert list(sessions_now(look, "query user", refuses)) == []
    assert look.unread == (Unread(where="query user", reason=cause),)


def test_a_time_no_calendar_holds_is_left_out(look):
    (one,) = sessions_now(look, "x", lambda: [Session(started=1e30)])
    assert one.since == ""
