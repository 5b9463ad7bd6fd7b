"""A program that looks into another one is asked about; debuggers of the system are not."""

import pytest

from checkup.checks.computer.tracers import CHECK
from checkup.model.finding import Level
from checkup.model.program import RunningProgram

BROWSER = RunningProgram(seen_in="/proc/7", number=7, name="firefox", path="/usr/bin/firefox", tracer=8)


def tracer(path: str, package: str | None = "") -> RunningProgram:
    return RunningProgram(
        seen_in="/proc/8", number=8, name=path.rpartition("/")[2], path=path, package=package
    )


def test_an_unknown_tracer_is_asked_about(found):
    [finding] = found(CHECK, BROWSER, tracer("/opt/peek"))
    assert (finding.level, finding.about) == (Level.ASK, "/opt/peek")
    assert finding.reasons[0].what == "firefox"
    assert finding.evidence[0].saw == "TracerPid: 8 peek"


def test_a_tracer_that_cannot_be_seen_is_still_told(found):
    [finding] = found(CHECK, BROWSER)
    assert finding.about == "/proc/7"


@pytest.mark.parametrize("path", ["/usr/bin/gdb", "/usr/bin/strace", "/usr/bin/wineserver"])
def test_tools_of_the_system_are_quiet(found, path):
    assert found(CHECK, BROWSER, tracer(path, "a-package")) == []


def test_a_borrowed_name_explains_nothing(found):
    assert found(CHECK, BROWSER, tracer("/tmp/gdb"))


def test_a_program_that_traces_itself_is_quiet(found):
    assert found(CHECK, BROWSER, tracer("/usr/bin/firefox")) == []


def test_nobody_traced_is_quiet(found):
    assert found(CHECK, tracer("/opt/peek")) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    odd = RunningProgram(seen_in="/proc/7", number=7, name=hostile, path=hostile, tracer=9)
    [finding] = found(CHECK, odd)
    assert finding.reasons[0].what == hostile
