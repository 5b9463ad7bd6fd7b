"""Defender's own log: what it found, what was let be, when it was off; all other records are quiet."""

import pytest

from checkup.model.protection import AntivirusEventKind as Kind
from checkup.parse.defender_log import PROVIDER, defender_event
from checkup.parse.tree import Node

WHEN = "2026-11-01T14:00:00Z"
EXCLUSIONS = r"HKLM\SOFTWARE\Microsoft\Windows Defender\Exclusions"


def record(number: int, provider: str = PROVIDER, **data: object) -> Node:
    system = {
        "EventID": number,
        "Provider": {"#attributes": {"Name": provider}},
        "TimeCreated": {"#attributes": {"SystemTime": "2026-11-01T14:00:00.123456Z"}},
    }
    return Node({"Event": {"System": system, "EventData": data}})


def test_what_was_found_is_told_with_its_first_path():
    data = {"Threat Name": "MonitoringTool:Win32/X", "Path": r"file:_C:\a b\x.exe; process:_pid:7"}
    assert defender_event(record(1116, **data)) == (
        Kind.FOUND, "MonitoringTool:Win32/X", r"C:\a b\x.exe", WHEN,
    )  # fmt: skip


@pytest.mark.parametrize(("action", "kind"), [(6, Kind.LET_BE), ("9", Kind.LET_BE), (2, None), ("3", None)])
def test_what_was_let_be_is_told_and_what_was_taken_is_not(action, kind):
    told = defender_event(record(1117, **{"Threat Name": "X", "Action ID": action}))
    assert (told[0] if told else None) is kind


@pytest.mark.parametrize(
    ("setting", "what"),
    [
        (rf"{EXCLUSIONS}\Paths\C:\a = b\c = 0x0", r"C:\a = b\c"),
        (rf"{EXCLUSIONS}\Processes\x.exe = 0x0", "x.exe"),
        (rf"{EXCLUSIONS}\Extensions\.exe", ".exe"),
    ],
)
def test_what_is_left_out_from_then_on_is_told(setting, what):
    assert defender_event(record(5007, **{"New Value": setting})) == (Kind.LEFT_OUT, what, "", WHEN)


@pytest.mark.parametrize(
    "quiet",
    [
        record(5007, **{"New Value": r"HKLM\SOFTWARE\Microsoft\Windows Defender\Features\X = 0x1"}),
        record(5007, **{"Old Value": rf"{EXCLUSIONS}\Paths\C:\a = 0x0", "New Value": ""}),
        record(1116, "Somebody else", **{"Threat Name": "X"}),
        record(1151),
        Node({}),
    ],
)
def test_others_are_quiet(quiet):
    assert defender_event(quiet) is None


def test_switched_off_is_told_with_its_time():
    assert defender_event(record(5001)) == (Kind.SWITCHED_OFF, "", "", WHEN)
