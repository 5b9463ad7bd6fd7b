"""What the antivirus program noted: a watching program that was let be is strong, other things are traces."""

import pytest

from checkup.checks.computer.antivirus_log import CHECK
from checkup.model.finding import Level
from checkup.model.protection import AntivirusEvent
from checkup.model.protection import AntivirusEventKind as Noted

WATCHES = "MonitoringTool:Win32/X"


def noted(kind: Noted, what: str = "", when: str = "2026-11-01T14:00:00Z") -> AntivirusEvent:
    return AntivirusEvent(seen_in="log", kind=kind, what=what, when=when)


@pytest.mark.parametrize(
    ("events", "level"),
    [
        (
            (noted(Noted.FOUND, "MonitoringTool:Win32/X"), noted(Noted.LET_BE, "MonitoringTool:Win32/X")),
            "strong",
        ),
        ((noted(Noted.FOUND, "Backdoor:Win32/X"), noted(Noted.LET_BE, "Backdoor:Win32/X")), "ask"),
        ((noted(Noted.FOUND, "MonitoringTool:Win32/X"),), "ask"),
        ((noted(Noted.FOUND, "HackTool:Win32/X"), noted(Noted.LET_BE, "HackTool:Win32/X")), "lead"),
        ((noted(Noted.FOUND, "MonitoringTool"),), "lead"),
        ((noted(Noted.SWITCHED_OFF), noted(Noted.SWITCHED_OFF)), "lead"),
    ],
)
def test_what_its_log_tells_has_its_level_and_one_card_a_program(found, events, level):
    [finding] = found(CHECK, *events)
    assert finding.level == level


def test_the_latest_time_and_the_number_are_told(found):
    days = [noted(Noted.FOUND, "Spyware:X", f"2026-11-0{day}T00:00:00Z") for day in (1, 3, 2)]
    [finding] = found(CHECK, *days)
    assert [(one.when, one.count) for one in finding.reasons] == [("2026-11-03T00:00:00Z", 3)]


def test_a_name_made_to_do_harm_is_told_as_it_is(found, hostile):
    [finding] = found(CHECK, noted(Noted.FOUND, f"Spyware:{hostile}"))
    assert finding.level is Level.ASK
