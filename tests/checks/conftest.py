"""Fixtures for checks: sources made of given observations, and the built-in lists."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from checkup.checks.check import Check
from checkup.content.root import resource
from checkup.indicators import Known, load
from checkup.model.finding import Finding
from checkup.model.sources import Observation, Reading, Seen

HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\u202ecod.exe",
    "a\u200bb",
    "<b>bold</b>",
    "=cmd|' /C calc'!A0",
    "%s%n{0}{name}",
    "line\nbreak",
    "\udcff\udcfe",
    "x" * 32_768,
    "",
    "/",
    "../../etc",
)


@dataclass(frozen=True)
class Given:
    """Sources that hold what the test gave."""

    observations: tuple[Observation, ...]

    def read(self, kind: type[Seen]) -> Reading[Seen]:
        return Reading(items=tuple(one for one in self.observations if type(one) is kind))


@pytest.fixture(scope="session")
def known() -> Known:
    """Return the built-in lists."""
    return load(resource("rules"))


@pytest.fixture
def found(known: Known) -> Callable[..., list[Finding]]:
    """Run one check over some observations."""

    def run(check: Check, *observations: Observation) -> list[Finding]:
        return list(check.look(Given(observations), known))

    return run


@pytest.fixture(params=HOSTILE, ids=lambda text: ascii(text)[:20])
def hostile(request: pytest.FixtureRequest) -> str:
    """Give one name after the other that a program could choose to do harm."""
    text: str = request.param
    return text
