"""Joining signs about one thing: nothing lost, nothing twice, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st

from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.scan.joined import joined

_words = st.sampled_from(["a", "b", "c"])
_findings = st.builds(
    Finding,
    check=_words,
    level=st.sampled_from(Level),
    about=st.just("it"),
    name=st.sampled_from(["", "x"]),
    reasons=st.lists(st.builds(Reason, sign=_words), min_size=1, max_size=4).map(tuple),
    evidence=st.lists(st.builds(Evidence, where=_words, saw=_words), max_size=4).map(tuple),
)


@given(_findings, _findings)
def test_nothing_is_lost_and_nothing_is_said_twice(one: Finding, other: Finding) -> None:
    both = joined(one, other)
    assert set(both.reasons) == {*one.reasons, *other.reasons}
    assert set(both.evidence) == {*one.evidence, *other.evidence}
    assert len(set(both.reasons)) == len(both.reasons)
    assert both.level.rank == min(one.level.rank, other.level.rank)
    assert set(both.checks or (both.check,)) == {one.check, other.check}
    assert joined(both, other) == both


@given(_findings)
def test_joined_with_itself_it_has_one_check(one: Finding) -> None:
    assert joined(one, one).checks == ()
