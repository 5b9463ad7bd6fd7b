"""Fake checks and fake sources: one finds, one fails, one never ends, one is denied everything."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.looked import Cause, Unread
from checkup.model.result import Subject, SubjectKind
from checkup.model.sources import Observation, Reading
from checkup.model.stop import Stop
from checkup.scan import Event, scan


class Program(Observation, frozen=True, kw_only=True):
    """An observation made up for these tests."""

    name: str


class Window(Observation, frozen=True, kw_only=True):
    """Another one."""


class FakeSources:
    """Answers what it was given; anything else is "nothing there"."""

    def __init__(self, readings: dict[type, Any]) -> None:
        self._readings = readings

    def read(self, kind: type) -> Any:
        answer = self._readings.get(kind, Reading())
        return answer() if callable(answer) else answer


def finding(check: str, about: str = "it", **changes: Any) -> Finding:
    given = {"level": Level.ASK, "reasons": (Reason(sign=f"{check}.sign"),), **changes}
    return Finding(check=check, about=about, **given)


@pytest.fixture
def make() -> Callable[..., Check]:
    """Makes a check out of what it yields; an exception among it is raised."""

    def made(name: str, *yields: Finding | Exception, needs: tuple[type, ...] = (Program,)) -> Check:
        def look(sources: Any, known: Known) -> Iterator[Finding]:
            for kind in needs:
                sources.read(kind)
            for one in yields:
                if isinstance(one, Exception):
                    raise one
                yield one

        return Check(id=name, needs=needs, look=look)

    return made


@pytest.fixture
def run() -> Callable[..., list[Event]]:
    """Runs a scan to its end and returns all events."""

    def ran(*checks: Check, readings: dict[type, Any] | None = None, stop: Stop | None = None) -> list[Event]:
        return list(
            scan(
                checks,
                FakeSources(readings or {}),
                Known(),
                stop or Stop(),
                Subject(kind=SubjectKind.COMPUTER, name="may", system="linux"),
                lambda: datetime(2026, 11, 24, 8, 30, tzinfo=UTC),
            )
        )

    return ran


@pytest.fixture
def denied() -> Reading[Any]:
    return Reading(unread=(Unread(where="/etc/shadow", reason=Cause.NOT_PERMITTED),))


@pytest.fixture
def parts() -> Any:
    """The made-up kinds and the finding maker, for tests that build their own."""

    class Parts:
        program = Program
        window = Window
        finding = staticmethod(finding)
        evidence = Evidence

    return Parts
