"""Who reads the keyboard is asked about; display servers and input methods are not."""

import pytest

from checkup.checks.computer.keyboard_readers import CHECK
from checkup.model.finding import Level
from checkup.model.keyboard import KeyboardWay, MayReadKeyboard, ReadsKeyboard


def reader(name: str, path: str, package: str | None = "") -> ReadsKeyboard:
    return ReadsKeyboard(
        seen_in="/proc/7/fd",
        number=7,
        name=name,
        device="/dev/input/event3",
        path=path,
        who="lan",
        package=package,
    )


def test_an_unknown_reader_is_asked_about(found):
    [finding] = found(CHECK, reader("python3", "/home/lan/k"))
    assert (finding.level, finding.about) == (Level.ASK, "/home/lan/k")
    assert finding.signs == {"reads_keyboard", "came_from_no_package"}


@pytest.mark.parametrize(
    "name", ["Xorg", "gnome-shell", "systemd-logind", "keyd", "fcitx5", "ibus-engine-bamboo"]
)
def test_programs_that_must_read_keys_are_quiet(found, name):
    assert found(CHECK, reader(name, f"/usr/bin/{name}", "a-package")) == []


def test_where_packages_are_not_known_a_usual_name_is_quiet(found):
    assert found(CHECK, reader("Xorg", "/usr/lib/Xorg", None)) == []


def test_a_borrowed_name_explains_nothing(found):
    assert found(CHECK, reader("Xorg", "/tmp/Xorg", ""))


def test_a_keylogger_joins_its_family(found):
    [finding] = found(CHECK, reader("logkeys", "/usr/local/bin/logkeys"))
    assert finding.about == "logkeys"


def test_a_member_of_the_group_is_a_setting(found):
    [finding] = found(
        CHECK, MayReadKeyboard(seen_in="/etc/group", who="lan", group="input", line="input:x:9:lan")
    )
    assert (finding.level, finding.evidence[0].saw) == (Level.SETTING, "input:x:9:lan")


def test_nobody_reads_nothing_said(found):
    assert found(CHECK) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, reader(hostile, "/opt/" + hostile))
    assert finding.reasons[0].what == hostile


def tapped(path: str) -> ReadsKeyboard:
    name = path.rpartition("/")[2]
    return ReadsKeyboard(
        seen_in="event taps", number=7, name=name, device="event taps", way=KeyboardWay.EVENT_TAP, path=path
    )


def test_a_program_macos_tells_of_keys_is_asked_about(found):
    [finding] = found(CHECK, tapped("/Users/lan/.x/agent"))
    assert (finding.level, finding.signs) == (Level.ASK, {"is_told_of_keys"})


def test_a_usual_tool_of_the_mac_is_a_trace_where_programs_lie_and_a_question_elsewhere(found):
    [chosen] = found(CHECK, tapped("/Applications/EVKey.app/Contents/MacOS/EVKey"))
    [borrowed] = found(CHECK, tapped("/Users/lan/EVKey"))
    assert (chosen.level, borrowed.level) == (Level.LEAD, Level.ASK)


def test_a_part_of_macos_is_quiet_and_a_unix_name_explains_nothing_there(found):
    assert found(CHECK, tapped("/System/Library/CoreServices/Dock.app/Contents/MacOS/Dock")) == []
    assert found(CHECK, tapped("/Users/lan/steam"))
