"""What guards the start: off is told at its level, on is quiet."""

import pytest

from checkup.checks.computer.start_protection import CHECK
from checkup.model.finding import Level
from checkup.model.start_protection import StartGuard, StartProtection


@pytest.mark.parametrize(
    ("guard", "level"), [(StartGuard.SIGNED_START, Level.SETTING), (StartGuard.SIGNED_DRIVERS, Level.ASK)]
)
def test_a_guard_that_is_off_is_told(found, guard, level):
    [finding] = found(CHECK, StartProtection(guard=guard, is_on=False, line="x"))
    assert (finding.level, finding.signs) == (level, {f"start_without_{guard.value}"})


def test_a_guard_that_is_on_is_quiet(found, hostile):
    assert found(CHECK, StartProtection(guard=StartGuard.SIGNED_START, is_on=True, line=hostile)) == []
