"""One finding a family; a name alone proves nothing; what only lies there is no question."""

import pytest

from checkup.checks.computer.known_programs import CHECK
from checkup.model.finding import Level
from checkup.model.installed import InstalledProgram
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.starter import StarterKind, StartsByItself

RUNNING = RunningProgram(
    seen_in="/proc/7", number=7, name="x11vnc", path="/usr/bin/x11vnc", package="x11vnc", who="lan",
    command=("/usr/bin/x11vnc", "-forever", "-nopw"),
)  # fmt: skip
LISTENING = ListeningPort(seen_in="/proc/net/tcp", port=5900, address="0.0.0.0", number=7)  # noqa: S104 - text
STARTING = StartsByItself(
    seen_in="/etc/systemd/system/x11vnc.service", kind=StarterKind.SYSTEM_UNIT, name="x11vnc.service",
    line="ExecStart=/usr/bin/x11vnc", path="/usr/bin/x11vnc", file_package="", package="x11vnc",
)  # fmt: skip


def test_all_that_is_seen_of_a_family_is_one_finding(found):
    [finding] = found(
        CHECK, RUNNING, LISTENING, STARTING, InstalledProgram(seen_in="packages", package="x11vnc")
    )
    assert (finding.about, finding.name, finding.level) == ("x11vnc", "x11vnc", Level.ASK)
    assert finding.signs == {
        "runs_now",
        "asks_no_password",
        "listens_to_others",
        "starts_by_itself",
        "is_installed",
        "nobody_is_asked",
    }
    assert all(reason.family == "x11vnc" and reason.source for reason in finding.reasons)
    assert [reason.count for reason in finding.reasons if reason.sign == "listens_to_others"] == [5900]


def test_that_it_is_installed_is_said_once_and_every_place_is_evidence(found):
    paths = ("/usr/bin/Xtigervnc", "/usr/bin/tigervncserver")
    package = InstalledProgram(seen_in="packages", package="tigervnc-standalone-server")
    [finding] = found(CHECK, package, *(InstalledProgram(seen_in=path, path=path) for path in paths))
    assert [one.what for one in finding.reasons] == ["tigervnc-standalone-server"]
    assert [one.where for one in finding.evidence] == ["packages", *paths]


@pytest.mark.parametrize(
    ("words", "is_open"),
    [
        (("-SecurityTypes", "None"), True),
        (("--SecurityTypes=VncAuth,None",), True),
        (("securitytypes=none",), True),
        (("-SecurityTypes", "VncAuth"), False),
        (("-desktop", "None"), False),
        (("-SecurityTypes",), False),
    ],
)
def test_tigervnc_is_told_in_several_ways_to_ask_for_no_password(found, words, is_open):
    path = "/usr/bin/Xtigervnc"
    program = RunningProgram(number=7, name="Xtigervnc", path=path, command=(path, ":1", *words))
    [finding] = found(CHECK, program)
    assert ("asks_no_password" in finding.signs) is is_open


def test_a_remote_program_only_installed_is_a_setting(found):
    [finding] = found(CHECK, InstalledProgram(seen_in="packages", package="x11vnc"))
    assert finding.level is Level.SETTING


def test_a_remote_program_that_starts_by_itself_is_a_question_even_when_not_running(found):
    [finding] = found(CHECK, STARTING)
    assert finding.level is Level.ASK


def test_a_name_alone_is_no_proof(found):
    lookalike = RunningProgram(number=8, name="x11vnc", path="/home/lan/games/x11vnc", package="")
    assert found(CHECK, lookalike) == []


def test_a_name_with_its_port_is_enough(found):
    program = RunningProgram(number=7, name="x11vnc", path="/home/lan/x11vnc", package="")
    [finding] = found(CHECK, program, LISTENING)
    assert finding.about == "x11vnc"


def test_another_program_on_the_same_port_is_not_it(found):
    assert found(CHECK, RunningProgram(number=7, name="my-server", path="/opt/my-server"), LISTENING) == []


def test_a_hidden_path_is_made_up_for_by_the_command_line(found):
    hidden = RunningProgram(number=7, name="x11vnc", command=("/usr/bin/x11vnc", "-forever"))
    assert [finding.about for finding in found(CHECK, hidden)] == ["x11vnc"]


def test_a_keylogger_of_some_confidence_is_a_strong_sign(found):
    [finding] = found(
        CHECK, InstalledProgram(seen_in="/usr/local/bin/logkeys", path="/usr/local/bin/logkeys")
    )
    assert finding.level is Level.STRONG


def test_monitoring_of_employees_and_children_is_a_question_at_most(found):
    for package in ("veyon-service", "epoptes-client", "timekpr-next"):
        [finding] = found(CHECK, InstalledProgram(seen_in="packages", package=package))
        assert finding.level is Level.ASK


def test_a_part_of_the_desktop_that_is_only_there_is_quiet(found):
    assert found(CHECK, InstalledProgram(seen_in="packages", package="gnome-remote-desktop")) == []


def test_a_port_for_this_computer_alone_is_said_so(found):
    local = ListeningPort(seen_in="/proc/net/tcp", port=5900, address="127.0.0.1", number=7)
    [finding] = found(CHECK, RUNNING, local)
    assert "listens_here_only" in finding.signs


def test_a_starter_that_is_switched_off_does_not_make_it_a_question(found):
    values = {name: getattr(STARTING, name) for name in STARTING.__struct_fields__}
    [finding] = found(CHECK, StartsByItself(**(values | {"is_on": False})))
    assert (finding.level, finding.signs) == (Level.SETTING, {"could_start"})


def test_hostile_names_are_no_known_program_and_harm_nothing(found, hostile):
    odd = RunningProgram(number=9, name=hostile, path=hostile, command=(hostile, hostile), who=hostile)
    installed = InstalledProgram(seen_in=hostile, package=hostile, path=hostile)
    assert found(CHECK, odd, installed) == []


def test_a_hostile_command_line_of_a_known_program_is_cut_and_kept(found, hostile):
    odd = RunningProgram(number=9, name="x", path="/usr/bin/x11vnc", command=("/usr/bin/x11vnc", hostile))
    [finding] = found(CHECK, odd)
    assert finding.evidence[0].saw == f"/usr/bin/x11vnc {hostile}"[:200]
