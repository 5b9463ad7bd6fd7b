"""The same phone looked at again: what came, changed and went, and answers that are remembered."""

import pytest
from msgspec import structs

from checkup.content.texts import Language, Texts
from checkup.flow.finding_words import FindingWords
from checkup.flow.look_view import LookContext
from checkup.flow.phone import looked
from checkup.flow.phone_done_view import phone_view
from checkup.flow.since_view import earlier_look_at, since_view
from checkup.flow.taken_up_view import taken_up_view
from checkup.flow.taking_up import taken_up
from checkup.indicators.known import Known
from checkup.model.answer import Answer, CardAnswer
from checkup.model.finding import Finding, Level, Reason
from checkup.model.phone import PhoneChoice, PhoneKind, WhosePhone
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.visit import Record, Visit

TEXTS = Texts(Language.ENGLISH)
BEFORE, AFTER = "2026-11-02T08:00:00Z", "2026-11-24T08:00:00Z"


class Open:
    """A record that is open, as the page asks for it."""

    read_only = False

    def __init__(self, record):
        self.record = record


def seen(*apps, when=AFTER, name="SM-A536E", mark="aa11", kind=SubjectKind.ANDROID):
    findings = tuple(
        Finding(
            check="android.accessibility",
            level=Level.ASK,
            about=app,
            name=app,
            reasons=(Reason(sign="app_reads_screen"),),
        )
        for app in apps
    )
    return Result(subject=Subject(kind=kind, name=name, mark=mark), when=when, findings=findings)


def visit(name, *phones, cards=()):
    choice = PhoneChoice(kind=PhoneKind.ANDROID, whose=WhosePhone.MINE)
    return Visit(id=name, began=BEFORE, phones=phones, phone=choice, cards=cards)


def mine(result, app):
    [finding] = [one for one in result.findings if one.about == app]
    return CardAnswer(about=result.key_of(finding), answer=Answer.MINE)


def before(now, *earlier):
    here = visit("now", now)
    return earlier_look_at(Record(id="r", visits=(*earlier, here)), here, now)


def test_what_came_and_went_on_the_same_phone_is_named():
    then = visit("then", seen("com.mine", "com.gone", when=BEFORE))
    found = before(seen("com.mine", "com.new"), then)
    lines = since_view(found, seen("com.mine", "com.new"), TEXTS, FindingWords(TEXTS)).lines
    assert lines == ("New: com.new", "No longer seen: com.gone")
    assert not found.is_by_name


@pytest.mark.parametrize(
    "other", [{"mark": "bb22"}, {"kind": SubjectKind.IPHONE}, {"mark": "", "name": "Redmi"}]
)
def test_another_phone_is_not_compared_with_it(other):
    assert before(seen("com.mine"), visit("then", seen("com.mine", when=BEFORE, **other))) is None


def test_a_phone_known_by_its_name_alone_says_so():
    then = visit("then", seen("com.mine", when=BEFORE, mark=""))
    found = before(seen("com.mine"), then)
    assert found.is_by_name
    assert (
        "its name alone (SM-A536E)"
        in since_view(found, seen("com.mine"), TEXTS, FindingWords(TEXTS)).lines[-1]
    )


def test_of_two_phones_of_a_model_the_one_with_the_mark_is_taken():
    then = visit("then", seen("com.x", when=BEFORE), seen("com.y", when=AFTER, mark="", name="SM-A536E"))
    assert before(seen("com.x", when="2026-12-01T08:00:00Z"), then).result.findings[0].about == "com.x"


def test_the_newest_visit_with_this_phone_counts():
    first, second = (
        visit("a", seen("com.a", when=BEFORE)),
        visit("b", seen("com.b", when="2026-11-10T08:00:00Z")),
    )
    found = before(
        seen("com.b"), first, second, visit("c", seen("com.z", mark="bb22", when="2026-11-11T08:00:00Z"))
    )
    assert found.result.findings[0].about == "com.b"


def test_a_look_that_came_along_is_not_compared_with_itself():
    assert before(seen("com.a", when=BEFORE), visit("then", seen("com.a", when=BEFORE))) is None


def test_what_the_person_called_theirs_stands_last_and_is_not_counted_again():
    then = seen("com.mine", when=BEFORE)
    record = Record(id="r", visits=(visit("then", then, cards=(mine(then, "com.mine"),)),))
    now = looked(taken_up(record, Visit(id="now", began=AFTER)), seen("com.mine", "com.new"))
    now = structs.replace(now, phone=PhoneChoice(kind=PhoneKind.ANDROID, whose=WhosePhone.MINE))
    found = earlier_look_at(record, now, now.phones[-1])
    view = phone_view(now, TEXTS, Known(), None, LookContext(before=found))
    cards = [card for section in view.result.sections for card in section.cards]
    assert view.title == "1 thing is worth a look"
    assert [card.title for card in cards] == ["com.new", "com.mine"]
    assert [one.answer for one in cards[1].answers if one.chosen] == [Answer.MINE]


def test_what_changed_is_not_settled_any_more():
    then = seen("com.mine", when=BEFORE)
    now = seen("com.mine")
    stronger = structs.replace(now.findings[0], level=Level.STRONG)
    now = structs.replace(now, findings=(stronger,))
    assert before(now, visit("then", then, cards=(mine(then, "com.mine"),))).settled == frozenset()


def test_an_answer_about_one_phone_says_nothing_about_another():
    one, other = seen("com.mine"), seen("com.mine", mark="bb22")
    assert one.key_of(one.findings[0]) != other.key_of(other.findings[0])


def test_a_new_look_takes_the_place_of_the_same_phone_only():
    first, second = seen("com.a", when=BEFORE), seen("com.b", mark="bb22", when=BEFORE)
    now = looked(visit("now", first, second), seen("com.c"))
    assert [one.findings[0].about for one in now.phones] == ["com.b", "com.c"]


def test_the_page_of_an_opened_record_lists_the_phones():
    now = visit("now", seen("com.a", when=BEFORE), seen("x", name="", kind=SubjectKind.IPHONE, when=BEFORE))
    record = Record(id="r", visits=(visit("then"), now))
    lines = taken_up_view(Open(record), now, TEXTS).notes[0].lines
    assert [line for line in lines if "SM-A536E" in line and "changed" in line]
    assert [line for line in lines if "without a name" in line]
