"""Every collection point of Windows and macOS has an answer: a row that is found, a look or a shown gap."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from checkup.content.guided_looks import load_looks
from tests import mac_disk, windows_disk
from tests.collect.computer.macos.test_rows import ROWS as MACOS
from tests.collect.computer.windows.test_rows import ROWS as WINDOWS

POINTS = tomllib.loads((Path(__file__).parent / "points.toml").read_text("utf-8"))
ROWS = {"windows": WINDOWS, "macos": MACOS}
DISKS = {"windows": windows_disk.CLEAN, "macos": mac_disk.CLEAN}


@dataclass(frozen=True)
class Point:
    system: str
    name: str
    rows: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    gap: tuple[str, str] | None = None


def points() -> list[Point]:
    found = []
    for system, listed in POINTS.items():
        for name, said in listed.items():
            gap = (said["gap"]["check"], said["gap"]["cause"]) if "gap" in said else None
            found.append(Point(system, name, tuple(said.get("rows", ())), tuple(said.get("looks", ())), gap))
    return found


@pytest.mark.parametrize("point", points(), ids=lambda point: f"{point.system}.{point.name}")
def test_every_point_is_a_row_a_look_or_a_gap(point):
    names = {row.id for row in ROWS[point.system]}
    looks = {look.id for look in load_looks() if look.on == point.system}
    assert point.rows or point.looks or point.gap
    assert set(point.rows) <= names
    assert set(point.looks) <= looks


@pytest.mark.parametrize("system", ROWS)
def test_every_row_of_the_tests_belongs_to_a_point(system):
    belonging = {name for point in points() if point.system == system for name in point.rows}
    assert {row.id for row in ROWS[system]} - belonging == set()


@pytest.mark.parametrize("system", ROWS)
def test_the_gaps_are_shown_on_a_usual_computer(looked, system):
    shown = {(gap.check, gap.reason.value) for gap in looked(DISKS[system]).gaps}
    assert {point.gap for point in points() if point.system == system and point.gap} <= shown


@pytest.mark.parametrize("system", ROWS)
def test_nearly_every_point_that_can_be_read_has_a_row(system):
    read = [point for point in points() if point.system == system and not (point.gap and not point.rows)]
    without = [point.name for point in read if not point.rows and not point.looks]
    assert without == []
    assert sum(bool(point.rows) for point in read) >= 0.9 * len(read)
