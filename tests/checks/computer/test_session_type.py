"""X11 lets every program read all keys: a setting to know. Wayland and text sessions are quiet."""

import pytest

from checkup.checks.computer.session_type import CHECK
from checkup.model.desktop import DesktopSession, SessionKind
from checkup.model.finding import Level


def session(kind: SessionKind, who: str = "lan") -> DesktopSession:
    return DesktopSession(seen_in="/run/systemd/sessions/2", kind=kind, who=who)


def test_x11_is_a_setting_to_know(found):
    [finding] = found(CHECK, session(SessionKind.X11))
    assert (finding.level, finding.signs) == (Level.SETTING, {"session_x11"})
    assert finding.evidence[0].where == "/run/systemd/sessions/2"


@pytest.mark.parametrize("kind", [SessionKind.WAYLAND, SessionKind.TEXT])
def test_other_sessions_are_quiet(found, kind):
    assert found(CHECK, session(kind)) == []


def test_no_session_is_quiet(found):
    assert found(CHECK) == []


def test_two_people_on_x11_are_one_story(found):
    findings = found(CHECK, session(SessionKind.X11), session(SessionKind.X11, "minh"))
    assert {finding.about for finding in findings} == {"session:x11"}


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, session(SessionKind.X11, hostile))
    assert finding.reasons[0].who == hostile
