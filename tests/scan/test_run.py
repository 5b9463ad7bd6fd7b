"""The scan itself: every check ends in exactly one way, nothing is dropped, stopping stops."""

import threading
from typing import Any

import pytest

from checkup.checks import ALL_CHECKS
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.clock import now
from checkup.model.finding import Level, Reason
from checkup.model.looked import Cause, Gap, Looked, Unread
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.sources import Reading
from checkup.model.stop import Stop
from checkup.scan import Clear, Ended, Found, Missed, Started, scan


def result(events: list[Any]) -> Result:
    assert isinstance(events[-1], Ended)
    return events[-1].result


def ends(found: Result) -> list[str]:
    """The checks by the place they ended in; a check in two places stands here twice."""
    own_cards = {finding.check for finding in found.findings}
    return sorted([*own_cards, *(gap.check for gap in found.gaps), *(one.check for one in found.looked)])


def test_each_check_ends_in_its_own_way_and_only_once(run: Any, make: Any, denied: Any, parts: Any) -> None:
    events = run(
        make("a.finds", parts.finding("a.finds")),
        make("b.fails", RuntimeError("/home/lan/secret")),
        make("c.denied", needs=(parts.window,)),
        make("d.quiet"),
        readings={
            parts.window: denied,
            parts.program: Reading(items=(parts.program(name="x"), parts.program(name="y"))),
        },
    )
    found = result(events)
    assert ends(found) == ["a.finds", "b.fails", "c.denied", "d.quiet"]
    assert found.gaps == (
        Gap(check="b.fails", reason=Cause.FAILED),
        Gap(check="c.denied", reason=Cause.NOT_PERMITTED, where=("/etc/shadow",)),
    )
    assert found.looked == (Looked(check="d.quiet", saw=2),)
    assert found.when == "2026-11-24T08:30:00Z"
    assert not found.stopped
    assert [type(event) for event in events] == [
        Started, Found, Started, Missed, Started, Missed, Started, Clear, Ended,
    ]  # fmt: skip
    assert [event.number for event in events if isinstance(event, Started)] == [1, 2, 3, 4]


def test_the_error_of_a_check_is_kept_nowhere(run: Any, make: Any) -> None:
    assert "secret" not in repr(run(make("x.fails", ValueError("/home/lan/secret"))))


def test_what_a_check_found_before_it_failed_stays_with_a_note(run: Any, make: Any, parts: Any) -> None:
    found = result(run(make("x.half", parts.finding("x.half"), ValueError())))
    assert ends(found) == ["x.half"]
    assert found.unread == (Unread(where="", reason=Cause.FAILED, check="x.half"),)


def test_a_finding_beside_a_closed_place_says_so(run: Any, make: Any, denied: Any, parts: Any) -> None:
    found = result(run(make("x.finds", parts.finding("x.finds")), readings={parts.program: denied}))
    assert ends(found) == ["x.finds"]
    assert found.unread == (Unread(where="/etc/shadow", reason=Cause.NOT_PERMITTED, check="x.finds"),)


def test_signs_of_two_checks_about_one_thing_are_one_card(run: Any, make: Any, parts: Any) -> None:
    shared = parts.evidence(where="/proc/7", saw="x11vnc")
    first = parts.finding("a.one", evidence=(shared,))
    second = parts.finding(
        "b.two",
        level=Level.STRONG,
        name="x11vnc",
        reasons=(Reason(sign="a.one.sign"), Reason(sign="b.more")),
        evidence=(shared, parts.evidence(where="/usr/bin/x11vnc", saw="file")),
    )
    events = run(make("a.one", first), make("b.two", second))
    found = result(events)
    (card,) = found.findings
    assert card.level is Level.STRONG
    assert card.name == "x11vnc"
    assert [reason.sign for reason in card.reasons] == ["a.one.sign", "b.more"]
    assert [one.where for one in card.evidence] == ["/proc/7", "/usr/bin/x11vnc"]
    assert (card.check, card.checks) == ("a.one", ("a.one", "b.two"))
    assert [event.finding for event in events if isinstance(event, Found)] == [first, card]
    # It looked, and all it saw is on the other's card.
    assert found.looked == (Looked(check="b.two", saw=0),)


def test_a_check_joined_into_anothers_card_that_was_denied_a_place_is_a_gap(
    run: Any, make: Any, denied: Any, parts: Any
) -> None:
    found = result(
        run(
            make("a.one", parts.finding("a.one")),
            make("b.two", parts.finding("b.two"), needs=(parts.window,)),
            readings={parts.window: denied},
        )
    )
    assert [gap.check for gap in found.gaps] == ["b.two"]


def test_the_weightiest_reason_names_the_gap_and_what_was_seen_counts(
    run: Any, make: Any, parts: Any
) -> None:
    mixed = Reading(
        items=(parts.program(name="x"),),
        unread=(
            Unread(where="/a", reason=Cause.NOT_SUPPORTED),
            Unread(where="/b", reason=Cause.FAILED),
            Unread(where="/b", reason=Cause.NOT_PERMITTED),
        ),
    )
    (gap,) = result(run(make("x.mixed"), readings={parts.program: mixed})).gaps
    assert gap == Gap(check="x.mixed", reason=Cause.FAILED, where=("/a", "/b"), saw=1)


def test_a_kind_nobody_reads_here_is_a_gap_without_a_programmers_word(
    run: Any, make: Any, parts: Any
) -> None:
    nobody = Reading(unread=(Unread(where="Program", reason=Cause.NOT_SUPPORTED),))
    (gap,) = result(run(make("x.none"), readings={parts.program: nobody})).gaps
    assert gap == Gap(check="x.none", reason=Cause.NOT_SUPPORTED)


def test_after_a_stop_the_rest_are_gaps_and_what_was_found_stays(run: Any, make: Any, parts: Any) -> None:
    stop = Stop()

    def asks_to_stop() -> Reading[Any]:
        stop.ask()
        return Reading()

    events = run(
        make("a.finds", parts.finding("a.finds")),
        make("b.quiet", needs=(parts.window,)),
        make("c.never", parts.finding("c.never", about="never")),
        readings={parts.window: asks_to_stop},
        stop=stop,
    )
    found = result(events)
    assert found.stopped
    assert [finding.check for finding in found.findings] == ["a.finds"]
    assert found.looked == (Looked(check="b.quiet", saw=0),)
    assert found.gaps == (Gap(check="c.never", reason=Cause.STOPPED),)


def test_a_check_cut_off_by_a_stop_never_counts_as_having_looked(make: Any, parts: Any) -> None:
    stop = Stop()
    check = make("x.many", *(parts.finding("x.many", about=f"it {n}") for n in range(1000)))
    seen = []
    events = scan([check], _Nothing(), Known(), stop, Subject(kind=SubjectKind.COMPUTER), now)
    for event in events:
        seen.append(event)
        if isinstance(event, Found):
            stop.ask()
    found = result(seen)
    assert len(found.findings) == 1
    assert found.unread == (Unread(where="", reason=Cause.STOPPED, check="x.many"),)
    assert found.stopped


def test_a_check_that_never_ends_by_itself_ends_when_stopped(run: Any, make: Any, parts: Any) -> None:
    stop = Stop()
    waiting = threading.Event()

    def never() -> Reading[Any]:
        waiting.set()
        while not stop.wait(0.05):
            pass
        return Reading(unread=(Unread(where="Program", reason=Cause.STOPPED),))

    seen: list[Any] = []
    work = threading.Thread(
        target=lambda: seen.extend(
            run(make("x.never"), make("y.after"), readings={parts.program: never}, stop=stop)
        )
    )
    work.start()
    assert waiting.wait(10)
    stop.ask()
    work.join(10)
    assert not work.is_alive()
    assert [gap.reason for gap in result(seen).gaps] == [Cause.STOPPED, Cause.STOPPED]


def test_stopped_before_it_began_every_check_is_a_gap(run: Any, make: Any) -> None:
    stop = Stop()
    stop.ask()
    found = result(run(make("a.a"), make("b.b"), stop=stop))
    assert [gap.check for gap in found.gaps] == ["a.a", "b.b"]
    assert found.stopped


class _Nothing:
    def read(self, kind: Any) -> Reading[Any]:
        return Reading()


class _Denied:
    def read(self, kind: Any) -> Reading[Any]:
        return Reading(unread=(Unread(where=kind.__name__, reason=Cause.NOT_PERMITTED),))


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_denied_everything_every_check_says_it_could_not_look(check: Check) -> None:
    """T27: never "nothing found" where nothing could be read."""
    subject = Subject(kind=SubjectKind.COMPUTER)
    found = result(list(scan([check], _Denied(), Known(), Stop(), subject, now)))
    assert found.gaps == (Gap(check=check.id, reason=Cause.NOT_PERMITTED),)
    assert not found.looked


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_where_everything_could_be_read_no_check_is_a_gap(check: Check) -> None:
    subject = Subject(kind=SubjectKind.COMPUTER)
    found = result(list(scan([check], _Nothing(), Known(), Stop(), subject, now)))
    assert not found.gaps
    assert ends(found) == [check.id]
