"""A record taken up again: the plan stands where it was, nothing told is lost or taken for granted."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkup.flow.keeping import tells_nothing
from checkup.flow.taking_up import taken_up
from checkup.model.account import AccountReview, SignedIn, SignedInKind
from checkup.model.answer import Answer, CardAnswer
from checkup.model.inventory import OwnDevice, Person
from checkup.model.phone import PhoneChoice, PhoneKind, WhosePhone
from checkup.model.reply import Reply
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.sign_in import SignInHistory
from checkup.model.situation import Company, DeviceSafety, Keeping
from checkup.model.step import StepMark, StepNote
from checkup.model.visit import Record, Visit

LOOK = Result(subject=Subject(kind=SubjectKind.COMPUTER), when="2026-11-02T08:10:00Z")
LAST = Visit(
    id="last",
    began="2026-11-02T08:00:00Z",
    language="en",
    company=Company.WITH_SOMEONE,
    device=DeviceSafety.NOT_SURE,
    replies=(Reply(question="a", choices=("x",)), Reply(question="b", choices=("y",))),
    computer=LOOK,
    cards=(CardAnswer(about="p", answer=Answer.MINE),),
    here=(SignedIn(kind=SignedInKind.SYSTEM, who="lan"),),
    accounts=(AccountReview(service="google", answer=Answer.MINE),),
    went_on_knowingly=True,
    notes=(StepNote(step="s", mark=StepMark.DONE, note="lời"),),
)
NOW = Visit(id="now", began="2026-11-24T08:00:00Z", language="vi", device=DeviceSafety.SAFE)
RECORD = Record(id="r", saves=3, visits=(structs.replace(LAST, id="first", notes=()), LAST))


def test_answers_marks_notes_and_what_was_seen_come_along() -> None:
    visit = taken_up(RECORD, NOW)

    assert (visit.replies, visit.cards, visit.accounts) == (LAST.replies, LAST.cards, LAST.accounts)
    assert visit.notes == LAST.notes
    assert visit.computer == LOOK, "it bears its own date"


def test_it_is_a_visit_of_its_own() -> None:
    visit = taken_up(RECORD, NOW)

    assert (visit.id, visit.began, visit.language) == ("now", NOW.began, "vi")
    assert visit.company is Company.ALONE
    assert visit.keeping is Keeping.RECORD


def test_what_must_be_asked_anew_is_not_taken_along() -> None:
    visit = taken_up(RECORD, NOW)

    assert visit.device is DeviceSafety.SAFE
    assert not visit.went_on_knowingly
    assert visit.here is None


def test_what_was_told_in_this_sitting_goes_before() -> None:
    look = structs.replace(LOOK, when=NOW.began)
    told = structs.replace(
        NOW,
        replies=(Reply(question="b", choices=("z",)), Reply(question="c")),
        computer=look,
        notes=(StepNote(step="s", note="mới"),),
    )

    visit = taken_up(RECORD, told)

    assert visit.replies == (LAST.replies[0], Reply(question="b", choices=("z",)), Reply(question="c"))
    assert visit.computer == look
    assert visit.notes == (StepNote(step="s", note="mới"),)


def test_what_belongs_together_comes_whole_from_one_of_both() -> None:
    then = structs.replace(
        LAST,
        people=(Person(id="p1", nickname="Lan"),),
        devices=(OwnDevice(id="d1"),),
        sign_ins=SignInHistory(),
        sign_in_answers=(CardAnswer(about="g", answer=Answer.MINE),),
    )
    mine = structs.replace(NOW, people=(Person(id="p1", nickname="Hoa"),))
    record = Record(id="r", visits=(then,))

    taken, kept = taken_up(record, NOW), taken_up(record, mine)

    assert (taken.people, taken.devices) == (then.people, then.devices)
    assert taken.sign_in_answers == then.sign_in_answers
    assert (kept.people, kept.devices) == (mine.people, ())


def test_whose_the_phone_is_is_asked_again() -> None:
    then = structs.replace(LAST, phone=PhoneChoice(kind=PhoneKind.ANDROID, whose=WhosePhone.AGREED))

    phone = taken_up(Record(id="r", visits=(then,)), NOW).phone

    assert phone == PhoneChoice(kind=PhoneKind.ANDROID)
    assert not phone.is_allowed


OWN = {"id", "began", "language", "company", "device", "offline", "keeping", "here", "here_unread"}
OWN |= {"went_on_knowingly"}
ALONG = {"replies", "computer", "disks", "phone", "phones", "looks", "cards", "accounts", "notes"}
ALONG |= {"pictures", "sign_ins", "sign_in_answers", "devices", "people", "access_told", "map_edits"}


def test_for_every_part_of_a_visit_it_is_decided_whether_it_comes_along() -> None:
    assert set(Visit.__struct_fields__) == OWN | ALONG, "a new field: taken_up, tells_nothing and this list"


def test_a_visit_tells_something_as_soon_as_any_part_that_comes_along_is_there() -> None:
    assert tells_nothing(NOW)
    begun = {"company": Company.WITH_SOMEONE, "device": DeviceSafety.SAFE, "keeping": Keeping.RECORD}
    assert tells_nothing(structs.replace(NOW, **begun))
    for name in ALONG - {"phone"}:
        value = LOOK if name == "computer" else (object(),)
        assert not tells_nothing(structs.replace(NOW, **{name: value})), name


def test_an_empty_record_changes_nothing_but_that_it_is_kept() -> None:
    assert taken_up(Record(id="r"), NOW) == structs.replace(NOW, keeping=Keeping.RECORD)


replies = st.lists(
    st.builds(Reply, question=st.sampled_from("abcdef"), words=st.text(max_size=3)),
    unique_by=lambda reply: reply.question,
).map(tuple)


@given(then=replies, now=replies)
def test_nothing_told_now_is_lost_and_nothing_is_said_twice(
    then: tuple[Reply, ...], now: tuple[Reply, ...]
) -> None:
    record = Record(id="r", visits=(structs.replace(LAST, replies=then),))

    told = taken_up(record, structs.replace(NOW, replies=now)).replies

    assert set(now) <= set(told)
    assert len({reply.question for reply in told}) == len(told)
    assert {reply.question for reply in told} == {reply.question for reply in (*then, *now)}
