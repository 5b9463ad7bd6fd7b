"""The antivirus program: off is a question, an exclusion over a starter is strong."""

import pytest

from checkup.checks.computer.antivirus import CHECK
from checkup.model.finding import Level
from checkup.model.protection import AntivirusExclusion, AntivirusSwitch, ExclusionKind
from checkup.model.starter import StarterKind, StartsByItself


def exclusion(value: str, kind: ExclusionKind = ExclusionKind.PATH) -> AntivirusExclusion:
    return AntivirusExclusion(seen_in="HKLM\\x", kind=kind, value=value)


def starter(path: str) -> StartsByItself:
    return StartsByItself(seen_in="Run", kind=StarterKind.RUN_KEY, name="a", line=path, path=path)


def test_a_part_that_is_off_is_asked_about(found):
    [finding] = found(CHECK, AntivirusSwitch(part="TamperProtection", is_on=False))
    assert (finding.level, finding.signs) == (Level.ASK, {"antivirus_part_off"})


def test_parts_that_are_on_are_quiet(found):
    assert found(CHECK, AntivirusSwitch(part="TamperProtection", is_on=True)) == []


@pytest.mark.parametrize(
    "given",
    [
        exclusion(r"C:\ProgramData\sysdata"),
        exclusion(r"C:\ProgramData\sysdata\wm.exe", ExclusionKind.PROCESS),
        exclusion("wm.exe", ExclusionKind.PROCESS),
    ],
    ids=["folder", "whole program", "name"],
)
def test_an_exclusion_that_covers_a_self_starting_program_is_a_strong_sign(found, given):
    path = r"C:\ProgramData\sysdata\wm.exe"
    [finding] = found(CHECK, given, starter(path))
    assert (finding.level, finding.about) == (Level.STRONG, path)
    assert finding.signs == {"antivirus_leaves_out_starter"}


def test_a_folder_with_a_like_name_is_not_covered(found):
    [finding] = found(CHECK, exclusion(r"C:\ProgramData\sys"), starter(r"C:\ProgramData\sysdata\wm.exe"))
    assert (finding.level, finding.signs) == (Level.ASK, {"antivirus_leaves_out"})


@pytest.mark.parametrize("value", ["C:\\", r"C:\Users\lan", r"C:\Users", "D:\\*"])
def test_a_whole_drive_or_home_is_a_question_of_its_own(found, value):
    [finding] = found(CHECK, exclusion(value), starter(r"C:\Users\lan\a.exe"))
    assert (finding.level, finding.signs) == (Level.ASK, {"antivirus_leaves_out_much"})


def test_all_programs_left_out_by_their_ending_is_a_question(found):
    [finding] = found(CHECK, exclusion("exe", ExclusionKind.EXTENSION))
    assert finding.signs == {"antivirus_leaves_out_much"}


@pytest.mark.parametrize("value", [r"D:\SteamLibrary", r"C:\Users\lan\source\repos", r"C:\laragon\www"])
def test_folders_of_games_and_developers_are_quiet(found, value):
    assert found(CHECK, exclusion(value)) == []


def test_a_known_program_left_out_is_told_by_its_name(found, known):
    [finding] = list(CHECK.look(_sources(exclusion(r"C:\ProgramData\spc")), known.on("windows")))
    assert (finding.level, finding.about) == (Level.STRONG, "sentrypc")


def test_a_hostile_value_breaks_nothing(found, hostile):
    found(CHECK, exclusion(hostile), starter(hostile))


def _sources(*observations):
    from tests.checks.computer.test_system_hooks import Given

    return Given(observations)
