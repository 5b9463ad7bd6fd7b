"""Sharing that is switched on is found, what is merely installed is not; the kind of the session."""

import subprocess
from pathlib import Path

import pytest

from checkup.collect.computer.linux.desktop import desktop_sessions, screen_sharing
from checkup.model.desktop import SessionKind
from checkup.model.looked import Cause

KRFB = "/home/lan/.config/krfbrc"
SESSION = "UID=1000\nUSER=lan\nSTATE=active\nTYPE={}\nCLASS=user\nSEAT=seat0\n"


@pytest.mark.parametrize("kind", ["x11", "wayland"])
def test_the_session_on_the_screen_has_its_kind(lans, kind):
    [found] = desktop_sessions(lans({"/run/systemd/sessions/2": SESSION.format(kind)}))
    assert (found.kind, found.who) == (SessionKind(kind), "lan")


def test_without_any_word_on_sessions_it_is_a_gap(lans):
    assert [one.reason for one in desktop_sessions(lans({})).unread] == [Cause.NOT_SUPPORTED]


def test_a_session_of_a_mounted_disk_cannot_be_asked_for(lans):
    assert desktop_sessions(lans({}, live=False)).unread[0].reason is Cause.NEEDS_RUNNING_SYSTEM


def test_unattended_access_of_kde_is_found_with_what_it_allows(lans):
    text = "[Security]\nallowUnattendedAccess=true\nallowDesktopControl=true\n"
    [found] = screen_sharing(lans({KRFB: text}))
    assert (found.service, found.needs_no_answer, found.allows_control) == ("krfb", True, True)
    assert found.line == "allowUnattendedAccess=true"


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/etc/systemd/system/multi-user.target.wants/xrdp.service", "xrdp"),
        ("/etc/systemd/system/multi-user.target.wants/tigervncserver@:1.service", "tigervnc"),
        ("/home/lan/.config/systemd/user/default.target.wants/x11vnc.service", "x11vnc"),
    ],
)
def test_a_unit_that_is_switched_on_is_found(lans, path, service):
    assert [one.service for one in screen_sharing(lans({path: "-> /usr/lib/systemd/system/x.service"}))] == [
        service
    ]


def test_the_unit_debian_enables_for_everybody_says_nothing(lans):
    path = "/etc/systemd/user/gnome-session.target.wants/gnome-remote-desktop.service"
    assert screen_sharing(lans({path: "-> /usr/lib/systemd/user/gnome-remote-desktop.service"})).items == ()


def test_a_closed_or_broken_settings_file_is_a_gap(lans):
    path = "/home/lan/.config/dconf/user"
    assert screen_sharing(lans({path: "GVariant"})).unread[0].reason is Cause.UNKNOWN_FORMAT
    reading = screen_sharing(lans({KRFB: ""}, closed=(KRFB,)))
    assert [(one.where, one.reason) for one in reading.unread][1:] == [(KRFB, Cause.NOT_PERMITTED)]


@pytest.mark.real
@pytest.mark.parametrize(("value", "count"), [("true", 1), ("false", 0)])
def test_gnomes_own_switch_is_read_from_a_database_the_real_dconf_wrote(lans, tmp_path: Path, value, count):
    ground = lans({"/home/lan/.config/dconf/x": ""})
    keys = tmp_path / "keys"
    keys.mkdir()
    (keys / "user.txt").write_text(
        f"[org/gnome/desktop/remote-desktop/rdp]\nenable={value}\nview-only=false\n"
    )
    database = tmp_path / "root/home/lan/.config/dconf/user"
    subprocess.run(("dconf", "compile", str(database), str(keys)), check=True, timeout=60)
    found = screen_sharing(ground).items
    assert len(found) == count
    assert all(one.needs_no_answer and one.allows_control and one.who == "lan" for one in found)
