"""Starters that no package brought are asked about; what came with the system is not."""

import pytest

from checkup.checks.computer.self_starting import CHECK
from checkup.model.finding import Level
from checkup.model.starter import StarterKind, StartsByItself

OWN_UNIT = StartsByItself(
    seen_in="/home/lan/.config/systemd/user/sync.service",
    kind=StarterKind.USER_UNIT,
    name="sync.service",
    line="ExecStart=/home/lan/.cache/.x/sync",
    path="/home/lan/.cache/.x/sync",
    who="lan",
    restarts=True,
    file_package="",
    package="",
)
STOCK = StartsByItself(
    seen_in="/usr/lib/systemd/system/cron.service",
    kind=StarterKind.SYSTEM_UNIT,
    name="cron.service",
    line="ExecStart=/usr/sbin/cron -f",
    path="/usr/sbin/cron",
    restarts=True,
    file_package="cron",
    package="cron",
)


def changed(starter: StartsByItself, **fields: object) -> StartsByItself:
    values = {name: getattr(starter, name) for name in starter.__struct_fields__}
    return StartsByItself(**(values | fields))


def test_an_own_unit_with_a_hidden_program_is_worth_asking_with_its_line(found):
    [finding] = found(CHECK, OWN_UNIT)
    assert finding.level is Level.ASK
    assert finding.about == "/home/lan/.cache/.x/sync"
    assert finding.evidence[0].saw == "ExecStart=/home/lan/.cache/.x/sync"
    assert finding.signs == {
        "starts_user_unit",
        "came_from_no_package",
        "lies_in_hidden_folder",
        "comes_back_when_ended",
    }


def test_what_came_with_the_system_is_quiet(found):
    assert found(CHECK, STOCK) == []


def test_an_own_unit_that_starts_a_packaged_program_is_still_asked_about(found):
    [finding] = found(CHECK, changed(OWN_UNIT, path="/usr/bin/sleep", package="coreutils", restarts=False))
    assert (finding.level, finding.about) == (Level.ASK, "/usr/bin/sleep")


def test_a_known_program_is_named_by_its_family(found):
    [finding] = found(CHECK, changed(OWN_UNIT, path="/usr/bin/x11vnc", package="x11vnc"))
    assert (finding.about, finding.name) == ("x11vnc", "x11vnc")


def test_a_switched_off_system_unit_is_only_a_trace(found):
    own = changed(STOCK, seen_in="/etc/systemd/system/x.service", file_package="", package="", is_on=False)
    [finding] = found(CHECK, own)
    assert finding.level is Level.LEAD
    assert "is_switched_off" in finding.signs


def test_an_own_unit_is_asked_about_even_while_switched_off(found):
    [finding] = found(CHECK, changed(OWN_UNIT, is_on=False))
    assert finding.level is Level.ASK


def test_what_is_left_of_a_removed_program_is_only_a_trace(found):
    left = changed(
        STOCK, seen_in="/etc/systemd/system/x.service", file_package="", package="", is_missing=True
    )
    [finding] = found(CHECK, left)
    assert finding.level is Level.LEAD
    assert "program_is_gone" in finding.signs


def test_a_packaged_unit_whose_program_is_not_installed_is_quiet(found):
    assert found(CHECK, changed(STOCK, package="", is_missing=True)) == []


def test_a_packaged_autostart_of_the_person_is_quiet(found):
    entry = changed(
        STOCK, kind=StarterKind.AUTOSTART, seen_in="/home/lan/.config/autostart/a.desktop", file_package="",
        who="lan", restarts=False,
    )  # fmt: skip
    assert found(CHECK, entry) == []


def test_a_recorder_in_a_line_of_ones_own_is_asked_about_whoever_packed_it(found):
    line = "* * * * * /usr/bin/scrot /tmp/.s/%s.png"
    job = StartsByItself(
        seen_in="/var/spool/cron/crontabs/lan", kind=StarterKind.TIMETABLE, name="lan", line=line,
        path="/usr/bin/scrot", who="lan", file_package="", package="scrot",
    )  # fmt: skip
    [finding] = found(CHECK, job)
    assert "starts_a_recorder" in finding.signs
    assert finding.level is Level.ASK


def test_a_unit_of_a_snap_is_quiet(found):
    unit = changed(
        STOCK, seen_in="/etc/systemd/system/snap.cups.service", file_package="", path="/usr/bin/snap",
        package="snapd",
    )  # fmt: skip
    assert found(CHECK, unit) == []


def test_without_a_package_database_the_folder_decides(found):
    unknown = {"file_package": None, "package": None}
    assert found(CHECK, changed(STOCK, **unknown)) == []
    assert found(CHECK, changed(OWN_UNIT, **unknown))


def test_a_well_known_program_in_a_persons_folder_is_only_a_trace(found):
    path = "/home/lan/.local/share/Steam/ubuntu12_32/steam"
    entry = changed(
        OWN_UNIT, kind=StarterKind.AUTOSTART, seen_in="/home/lan/.config/autostart/steam.desktop", path=path,
        line=f"Exec={path} -silent", restarts=False,
    )  # fmt: skip
    [finding] = found(CHECK, entry)
    assert finding.level is Level.LEAD


@pytest.mark.parametrize("kind", StarterKind)
def test_hostile_names_go_through_unharmed(found, hostile, kind):
    odd = changed(OWN_UNIT, kind=kind, name=hostile, line=hostile, path=hostile)
    [finding] = found(CHECK, odd)
    assert finding.evidence[0].saw == hostile
    assert finding.reasons[0].what == hostile


def test_a_command_for_a_shell_in_a_file_that_a_package_brought_is_quiet(found):
    command = changed(STOCK, kind=StarterKind.TIMETABLE, path="", package="", line="@daily test -e /x && x")
    assert found(CHECK, command) == []
    [own] = found(CHECK, changed(command, file_package="", seen_in="/etc/cron.d/own"))
    assert "starts_a_command" in own.signs


def test_a_packages_own_file_that_starts_a_program_from_elsewhere_is_worth_asking(found):
    [finding] = found(CHECK, changed(STOCK, package=""))
    assert "came_from_no_package" in finding.signs
    assert found(CHECK, changed(STOCK, package="", is_missing=True)) == []
