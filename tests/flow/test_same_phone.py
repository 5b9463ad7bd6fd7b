"""A dump without a name: it is of no earlier phone until the person says so, and that can be undone."""

from checkup.content.texts import Language, Texts
from checkup.flow.phone import looked
from checkup.flow.same_phone import ANOTHER, can_be, said_to_be, same_view
from checkup.flow.since_view import earlier_look_at
from checkup.model.answer import Answer, CardAnswer
from checkup.model.result import SubjectKind
from checkup.model.visit import Record
from tests.flow.test_since_phone import AFTER, BEFORE, mine, seen, visit

TEXTS = Texts(Language.ENGLISH)
APP = "com.mine.app"


def record(here, *earlier):
    return Record(id="r", visits=(*earlier, here))


def nameless(*apps):
    return seen(*apps, name="", mark="")


def test_two_nameless_dumps_are_not_taken_for_one_phone():
    here = visit("now", nameless(APP))
    before = visit("before", seen(APP, when=BEFORE, name="", mark=""))
    assert earlier_look_at(record(here, before), here, here.phones[0]) is None
    assert can_be(record(here, before), here, here.phones[0]) == ()


def test_the_same_dump_looked_at_again_in_a_visit_stands_once():
    once = looked(visit("now"), nameless("a"))
    assert len(looked(once, nameless("a")).phones) == 1


def test_each_phone_of_the_record_is_offered_once_newest_first():
    old, new = seen(when=BEFORE), seen(when="2026-11-10T08:00:00Z")
    pixel = seen(when="2026-11-12T08:00:00Z", name="Pixel", mark="bb22")
    other_kind = seen(when=BEFORE, kind=SubjectKind.IPHONE, name="iPhone")
    here = visit("now", nameless(APP))
    kept = record(here, visit("a", old, other_kind), visit("b", new), visit("c", pixel))
    assert can_be(kept, here, here.phones[0]) == (pixel, new)
    view = same_view((pixel, new), "", TEXTS)
    assert [one.label for one in view.options] == ["Pixel", "SM-A536E", "Another phone"]
    assert not any(one.chosen for one in view.options)
    assert same_view((pixel,), ANOTHER, TEXTS).options[-1].chosen


def test_what_says_itself_which_phone_it_is_is_not_asked_about():
    here = visit("now", seen(mark="cc33", name=""))
    assert can_be(record(here, visit("a", seen(when=BEFORE))), here, here.phones[0]) == ()


def test_said_to_be_a_phone_it_is_compared_and_answers_of_then_count():
    then = seen(APP, when=BEFORE)
    earlier = visit("a", then, cards=(mine(then, APP),))
    brought = (nameless(APP, "com.new.app"),)
    here = visit("now", *brought)
    said = said_to_be(here, brought, then)
    before = earlier_look_at(record(said, earlier), said, said.phones[0])
    assert before.result is then
    assert not before.is_by_name
    assert before.settled == {f"android aa11: {APP}"}


def test_answers_of_this_visit_go_along_and_come_back():
    then = seen(APP, when=BEFORE)
    result = nameless(APP)
    answer = CardAnswer(about=result.key_of(result.findings[0]), answer=Answer.NOT_MINE)
    here = visit("now", result, cards=(answer,))
    said = said_to_be(here, (result,), then)
    assert [one.about for one in said.cards] == [said.phones[0].key_of(said.phones[0].findings[0])]
    assert said_to_be(said, (result,), None) == here


def test_a_result_taken_up_from_the_record_is_replaced_and_comes_back():
    then, result = seen(APP, when=BEFORE), seen(APP, when=AFTER, name="", mark="")
    brought = (then, result)
    said = said_to_be(visit("now", *brought), brought, then)
    assert [one.when for one in said.phones] == [AFTER]
    assert said_to_be(said, brought, None).phones == brought
