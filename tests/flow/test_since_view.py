"""The next look beside the one the record holds."""

from msgspec import structs

from checkup.content.texts import Language, Texts
from checkup.flow.computer_view import computer_view
from checkup.flow.finding_words import FindingWords
from checkup.flow.look_view import LookContext
from checkup.flow.since_view import earlier_look, since_view
from checkup.indicators.known import Known
from checkup.model.answer import Answer, CardAnswer
from checkup.model.finding import Finding, Level, Reason
from checkup.model.looked import Looked
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.visit import Record, Visit

SIGN = Reason(sign="ssh_key")
TEXTS = Texts(Language.ENGLISH)


def seen(*names, when="2026-11-24T08:00:00Z"):
    findings = tuple(
        Finding(
            check="computer.ssh_keys",
            level=Level.ASK,
            about=name,
            name=name,
            reasons=(Reason(sign="ssh_key"),),
        )
        for name in names
    )
    looked = () if findings else (Looked(check="computer.ssh_keys", saw=0),)
    subject = Subject(kind=SubjectKind.COMPUTER)
    return Result(subject=subject, when=when, findings=findings, looked=looked)


def visit(name, result, *cards):
    return Visit(id=name, began="2026-11-02T08:00:00Z", computer=result, cards=cards)


THEN = visit(
    "then", seen("mine", "gone", when="2026-11-02T08:00:00Z"), CardAnswer(about="mine", answer=Answer.MINE)
)
NOW = visit("now", seen("mine", "new"))


def test_what_came_and_went_is_named():
    before = earlier_look(Record(id="r", visits=(THEN, NOW)), NOW)

    view = since_view(before, NOW.computer, TEXTS, FindingWords(TEXTS))

    assert view.lines == (
        "New: A key that can sign in: new",
        "No longer seen: A key that can sign in: gone",
    )


def test_what_the_person_called_theirs_stands_last_and_is_not_counted_again():
    before = earlier_look(Record(id="r", visits=(THEN, NOW)), NOW)

    view = computer_view(NOW, TEXTS, Known(), None, LookContext(before=before))

    assert before.settled == {"mine"}
    assert view.title == "1 thing is worth a look"
    assert [card.about for card in view.result.sections[0].cards] == ["new", "mine"]


def test_what_changed_is_not_settled_any_more():
    changed = structs.replace(NOW.computer.findings[0], level=Level.STRONG)
    now = structs.replace(NOW, computer=structs.replace(NOW.computer, findings=(changed,)))

    assert earlier_look(Record(id="r", visits=(THEN, now)), now).settled == frozenset()


def test_a_look_that_came_along_from_then_is_not_compared_with_itself():
    assert earlier_look(Record(id="r", visits=(THEN,)), structs.replace(THEN, id="now")) is None


def test_without_an_earlier_look_there_is_nothing_to_compare():
    assert earlier_look(Record(id="r", visits=(NOW,)), NOW) is None
    assert earlier_look(Record(id="r", visits=(visit("then", None), NOW)), NOW) is None


def test_two_equal_looks_say_that_nothing_came_or_went():
    now = visit("now", seen("mine", "gone"))
    before = earlier_look(Record(id="r", visits=(THEN, now)), now)

    view = since_view(before, now.computer, TEXTS, FindingWords(TEXTS))

    assert view.lines == ("Of what could be looked at both times, nothing came and nothing went.",)
