"""What differs between two looks."""

from hypothesis import given
from hypothesis import strategies as st

from checkup.model.finding import Finding, Level, Reason
from checkup.model.looked import Cause, Gap, Looked, Unread
from checkup.model.result import Result, Subject, SubjectKind
from checkup.scan.changed import Change, changed


def finding(about, level=Level.ASK, check="a", sign="runs_now", when="", checks=()):
    return Finding(
        check=check, level=level, about=about, reasons=(Reason(sign=sign, when=when),), checks=checks
    )


def result(*findings, looked=(), gaps=(), unread=()):
    return Result(
        subject=Subject(kind=SubjectKind.COMPUTER),
        when="2026-11-24T08:00:00Z",
        findings=findings,
        looked=tuple(Looked(check=one, saw=1) for one in looked),
        gaps=tuple(Gap(check=one, reason=Cause.NOT_PERMITTED) for one in gaps),
        unread=tuple(Unread(where="/x", reason=Cause.NOT_PERMITTED, check=one) for one in unread),
    )


def said(before, now):
    return [(one.about, one.change) for one in changed(before, now)]


def test_a_new_thing_appeared():
    assert said(result(), result(finding("x"))) == [("x", Change.APPEARED)]


def test_the_same_thing_at_another_time_is_no_change():
    assert said(result(finding("x", when="2026-01-01T00:00:00Z")), result(finding("x"))) == []


def test_another_sign_or_level_is_a_change():
    assert said(result(finding("x")), result(finding("x", sign="listens"))) == [("x", Change.CHANGED)]
    assert said(result(finding("x")), result(finding("x", level=Level.STRONG))) == [("x", Change.CHANGED)]


def test_a_thing_not_seen_by_a_check_that_looked_is_gone():
    assert said(result(finding("x")), result(looked=("a",))) == [("x", Change.GONE)]


def test_a_thing_whose_check_could_not_look_is_not_called_gone():
    for now in (result(gaps=("a",)), result(finding("y"), unread=("a",)), result()):
        assert ("x", Change.NOT_LOOKED_AGAIN) in said(result(finding("x")), now)


def test_a_thing_of_two_checks_is_gone_only_when_both_looked():
    before = result(finding("x", checks=("a", "b")))

    assert said(before, result(looked=("a",))) == [("x", Change.NOT_LOOKED_AGAIN)]
    assert said(before, result(looked=("a", "b"))) == [("x", Change.GONE)]


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_everything_that_differs_is_named_once(then, now):
    found = said(result(*map(finding, then)), result(*map(finding, now), looked=("a",)))

    assert sorted(about for about, _ in found) == sorted(set(then) ^ set(now))
