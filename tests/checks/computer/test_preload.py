"""Libraries put into programs: asked about unless a package or a known tool explains them."""

import pytest

from checkup.checks.computer.preload import CHECK
from checkup.model.finding import Level
from checkup.model.preload import PreloadedLibrary
from checkup.model.program import RunningProgram


def library(**fields: object) -> PreloadedLibrary:
    return PreloadedLibrary(
        **(
            {"seen_in": "/etc/ld.so.preload", "path": "/usr/local/lib/k.so", "line": "/usr/local/lib/k.so"}
            | fields
        )
    )


def running(preload: str) -> RunningProgram:
    return RunningProgram(seen_in="/proc/7", number=7, name="p", path="/usr/bin/p", preload=preload)


def test_a_library_for_every_program_is_asked_about(found):
    [finding] = found(CHECK, library(package=""))
    assert (finding.level, finding.about) == (Level.ASK, "/usr/local/lib/k.so")
    assert finding.signs == {"preloaded_everywhere", "came_from_no_package"}


def test_one_that_a_package_brought_is_only_a_trace(found):
    [finding] = found(CHECK, library(package="libhardened"))
    assert finding.level is Level.LEAD


def test_one_that_is_gone_is_said_so(found):
    [finding] = found(CHECK, library(is_there=False))
    assert "program_is_gone" in finding.signs


def test_no_preload_is_quiet(found):
    assert found(CHECK, running("")) == []


def test_a_library_in_a_running_program_is_asked_about_with_its_environment(found):
    [finding] = found(CHECK, running("/tmp/k.so"))
    assert finding.about == "/tmp/k.so"
    assert finding.evidence[0].where == "/proc/7/environ"


@pytest.mark.parametrize(
    "preload",
    [
        "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2",
        "libgamemodeauto.so.0",
        "libfakeroot-sysv.so:libeatmydata.so",
        "libmozsandbox.so",
        "/home/lan/.local/share/Steam/ubuntu12_64/gameoverlayrenderer.so",
    ],
)
def test_libraries_of_known_tools_are_quiet(found, preload):
    assert found(CHECK, running(preload)) == []


def test_a_known_name_in_an_odd_place_explains_nothing(found):
    assert found(CHECK, running("/tmp/libjemalloc.so.2"))
    assert found(CHECK, running("/home/lan/.x/libfakeroot.so"))


def test_both_signs_of_one_library_have_one_subject(found):
    findings = found(CHECK, library(package=""), running("/usr/local/lib/k.so"))
    assert {finding.about for finding in findings} == {"/usr/local/lib/k.so"}


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, library(path=hostile, line=hostile))
    assert finding.evidence[0].saw == hostile
    for one in found(CHECK, running(hostile)):
        assert one.reasons[0].what in hostile
