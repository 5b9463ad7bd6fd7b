"""Odd lines in start files are asked about; what packages write there is not."""

import pytest

from checkup.checks.computer.start_files import CHECK
from checkup.model.finding import Level
from checkup.model.starter import StartFileLine, Trick


def line(trick: Trick, **fields: object) -> StartFileLine:
    return StartFileLine(
        **({"seen_in": "/home/lan/.bashrc", "trick": trick, "line": "l", "number": 7, "who": "lan"} | fields)
    )


@pytest.mark.parametrize("trick", Trick)
def test_each_trick_is_asked_about_with_its_place(found, trick):
    [finding] = found(CHECK, line(trick, word="w"))
    assert (finding.level, finding.about) == (Level.ASK, "/home/lan/.bashrc")
    assert finding.evidence[0].where == "/home/lan/.bashrc:7"
    assert finding.signs == {f"start_file_{trick.value}"}


def test_a_helper_that_a_package_starts_is_quiet(found):
    assert found(CHECK, line(Trick.BACKGROUND, seen_in="/etc/X11/Xsession.d/90x", file_package="x11")) == []


def test_a_preload_is_told_even_in_a_packages_file(found):
    [finding] = found(CHECK, line(Trick.PRELOAD, word="/tmp/k.so", file_package="base-files"))
    assert finding.about == "/tmp/k.so"


def test_a_known_program_in_the_background_joins_its_family(found):
    [finding] = found(CHECK, line(Trick.BACKGROUND, word="/usr/bin/x11vnc"))
    assert finding.about == "x11vnc"


def test_hostile_lines_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, line(Trick.REPLACES, line=hostile, word=hostile))
    assert finding.evidence[0].saw == hostile
