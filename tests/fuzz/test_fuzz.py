"""Each parser is given hostile inputs for a while; what it once fell over stays tried (T13-T16, T23)."""

import os
import random
import subprocess
import sys
from math import inf
from pathlib import Path

import pytest

from tests.fuzz.all_targets import TARGETS
from tests.fuzz.changing import changed
from tests.fuzz.fuzzing import FALLEN, LONGEST, fall_of, fuzz
from tests.fuzz.target import Target

BY_NAME = {target.name: target for target in TARGETS}
# What every look at a computer reads, in forms that others write: tried for a minute each, the rest shortly.
READ_EACH_TIME = frozenset(
    {
        "browsers.chromium",
        "browsers.databases",
        "browsers.preferences",
        "macos.property_list",
        "windows.hive",
        "windows.task",
    }
)
MINUTE, SHORTLY = 60.0, 2.0
TRIED = 1_900_000  # inputs of the first row, tried by hand: a faster machine is not the first to come to one
ONCE_FALLEN = sorted(path for path in FALLEN.rglob("*") if path.is_file()) if FALLEN.exists() else []


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_its_own_inputs_are_ones_the_parser_reads(target: Target) -> None:
    assert target.seeds
    for seed in target.seeds:
        assert fall_of(target, seed) is None


@pytest.mark.parametrize("path", ONCE_FALLEN, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_fell_has_an_answer(path) -> None:
    assert fall_of(BY_NAME[path.parent.name], path.read_bytes()) is None


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_hostile_inputs_have_an_answer(target: Target, request: pytest.FixtureRequest) -> None:
    usual = MINUTE if target.name in READ_EACH_TIME else SHORTLY
    seconds, seed = (request.config.getoption(name) for name in ("--fuzz-seconds", "--fuzz-seed"))
    done = fuzz(target, seconds or usual, seed, inf if seconds or seed else TRIED)
    assert done.fall is None, f"{done.fall.data[:2000]!r}\n{done.fall.why}"
    assert done.runs > 5
    assert done.slowest < LONGEST


def test_what_is_tried_longest_is_there() -> None:
    assert set(BY_NAME) >= READ_EACH_TIME


def inputs(target: Target) -> list[bytes]:
    chance = random.Random(7)  # noqa: S311 - the same each time
    return [changed(chance, target) for _ in range(40)]


def test_the_same_seed_makes_the_same_inputs() -> None:
    target = BY_NAME["windows.task"]
    first, second = (inputs(target), inputs(target))
    assert first == second
    assert len(set(first)) > 30


def test_a_reader_that_fails_or_never_ends_is_noticed() -> None:
    def fails(data: bytes) -> object:
        return 1 // data.count(b"x")

    def hangs(data: bytes) -> object:
        while True:
            data = data[::-1]

    assert "ZeroDivisionError" in fall_of(Target("x", fails, (b"x",)), b"y").why
    assert fall_of(Target("x", fails, (b"x",), (ZeroDivisionError,)), b"y") is None
    assert "TookLong" in fall_of(Target("x", hangs, (b"x",)), b"y").why


def test_so_many_inputs_are_tried_at_most_and_another_seed_gives_others() -> None:
    def tried(seed: int) -> list[bytes]:
        came: list[bytes] = []
        assert fuzz(Target("x", came.append, (b"a b\n" * 9,)), 30, seed, most=25).runs == 25
        return came

    assert tried(0) == tried(0)
    assert tried(0) != tried(1)


SEEDS = """
import hashlib
from tests.fuzz.all_targets import TARGETS
for one in TARGETS:
    print(one.name, *(hashlib.sha256(seed).hexdigest() for seed in one.seeds))
"""


def test_what_it_begins_from_is_the_same_at_every_run_at_every_time_of_day() -> None:
    def seeds(**variables: str) -> str:
        root = Path(__file__).parents[2]
        words = [sys.executable, "-c", SEEDS]
        env = {**os.environ, **variables}
        return subprocess.run(words, cwd=root, env=env, capture_output=True, text=True, check=True).stdout

    first = seeds(PYTHONHASHSEED="1")
    assert first == seeds(PYTHONHASHSEED="2", TZ="Pacific/Kiritimati")
    assert len(first.splitlines()) == len(TARGETS)
