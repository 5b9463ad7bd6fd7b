"""What stays of a locked visit, and that the record gives back the rest: all of it, or nothing is dropped."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkup.flow.keeping import tells_nothing, with_visit
from checkup.flow.locking import can_be_read_back, left_behind, read_back
from checkup.flow.taking_up import taken_up
from checkup.model.phone import PhoneChoice, PhoneKind, WhosePhone
from checkup.model.reply import Reply
from checkup.model.situation import DeviceSafety, Keeping
from checkup.model.step import StepNote
from checkup.model.visit import Record, Visit

VISIT = Visit(
    id="v",
    began="2026-11-24T08:00:00Z",
    language="vi",
    device=DeviceSafety.NOT_SURE,
    offline=False,
    keeping=Keeping.RECORD,
    phone=PhoneChoice(kind=PhoneKind.IPHONE, whose=WhosePhone.MINE),
    replies=(Reply(question="a", words="x"),),
    notes=(StepNote(step="s", note="lời"),),
)
EMPTY = Record(id="r")


def test_only_how_it_was_begun_stays() -> None:
    left = left_behind(VISIT)

    assert tells_nothing(left)
    assert left.phone == PhoneChoice()
    assert (left.id, left.language, left.device, left.offline) == ("v", "vi", DeviceSafety.NOT_SURE, False)


def test_a_saved_visit_is_read_back_as_it_was() -> None:
    record = with_visit(EMPTY, VISIT)

    assert can_be_read_back(record, VISIT)
    assert read_back(record, left_behind(VISIT)) == VISIT


def test_what_was_told_since_the_last_save_may_not_be_dropped() -> None:
    record = with_visit(EMPTY, VISIT)

    assert not can_be_read_back(record, structs.replace(VISIT, notes=()))
    assert not can_be_read_back(EMPTY, VISIT)


def test_one_that_was_only_read_is_taken_up_anew() -> None:
    record = with_visit(EMPTY, VISIT)
    visit = taken_up(record, Visit(id="now", began="2026-11-25T08:00:00Z", device=DeviceSafety.SAFE))

    assert can_be_read_back(record, visit)
    told = structs.replace(visit, replies=(Reply(question="b", words="y"),))
    assert not can_be_read_back(record, told)


words = st.text(max_size=3)


@given(told=words, before=words, since=words)
def test_whatever_may_be_dropped_comes_back(told: str, before: str, since: str) -> None:
    def saying(said: str) -> Visit:
        return structs.replace(VISIT, replies=(Reply(question="a", words=said),))

    record, visit = with_visit(EMPTY, saying(before)), saying(since or told)
    assert can_be_read_back(record, visit) is (read_back(record, left_behind(visit)) == visit)
    assert can_be_read_back(record, visit) is (before == (since or told))
