"""The step "Your situation": which questions are asked, their pages, and how replies change the visit."""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Route
from checkup.model.question import Question, QuestionKind
from checkup.model.reply import Reply
from checkup.model.situation import Company
from checkup.model.value import Value
from checkup.model.visit import Visit

QUESTION = "question"
LONGEST = 2000  # characters of a person's own words


class QuestionOption(Value, frozen=True, kw_only=True):
    """One choice with its words."""

    id: str
    label: str
    chosen: bool = False


class QuestionView(Value, frozen=True, kw_only=True):
    """The page of one question; `words_hint` is empty unless it is answered in one's own words."""

    question: str
    progress: str
    title: str
    how: str
    options: tuple[QuestionOption, ...] = ()
    several: bool = False
    words: str = ""
    words_hint: str = ""
    why_title: str
    why: str
    skip_note: str


def situation_route(questions: tuple[Question, ...]) -> Route:
    """Return the route of the step: a page for each question that appears after the replies so far."""

    def route(visit: Visit) -> tuple[Place, ...]:
        return tuple(
            Place(step=StepId.SITUATION, page=QUESTION, item=question.id)
            for question in asked(visit, questions)
        )

    return route


def asked(visit: Visit, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Return the questions that appear, in order.

    A reply to a question that no longer appears is kept in the visit, but leads to no further
    question: an answer taken back by mistake loses nothing.
    """
    shown: list[Question] = []
    standing: list[Reply] = []
    for question in questions:
        if question.appears(tuple(standing)):
            shown.append(question)
            if reply := reply_to(visit, question.id):
                standing.append(reply)
    return tuple(shown)


def reply_to(visit: Visit, question: str) -> Reply | None:
    """Return the reply to a question, or None where it was not reached yet."""
    return next((reply for reply in visit.replies if reply.question == question), None)


def answered(visit: Visit, question: Question, choices: tuple[str, ...]) -> Visit:
    """Return the visit with these choices, in the order of the question.

    A choice that rules out the others stands alone: the newest wins. What is no option is left out.
    """
    before = reply_to(visit, question.id)
    had = set(before.choices) if before else set()
    given = [one for one in question.options if one in choices]
    if question.kind is QuestionKind.ONE:
        given = [one for one in given if one not in had][:1] or given[:1]
    elif new_alone := [one for one in given if one in question.alone and one not in had]:
        given = new_alone[:1]
    elif len(given) > 1:
        given = [one for one in given if one not in question.alone]
    return _with(visit, Reply(question=question.id, choices=tuple(given)))


def worded(visit: Visit, question: Question, words: str) -> Visit:
    """Return the visit with what the person wrote."""
    return _with(visit, Reply(question=question.id, words=words[:LONGEST]))


def passed(visit: Visit, question: Question) -> Visit:
    """Return the visit after a question was gone past: unanswered it counts as skipped, else it stays."""
    return visit if reply_to(visit, question.id) else skipped(visit, question)


def skipped(visit: Visit, question: Question) -> Visit:
    """Return the visit after "skip this question": an earlier answer to it is taken back."""
    return _with(visit, Reply(question=question.id))


def question_view(
    visit: Visit, questions: tuple[Question, ...], texts: Texts, question_id: str
) -> QuestionView:
    """Return the page of one question; with someone, its words speak of the person at the table."""
    question = next(one for one in questions if one.id == question_id)
    appearing = [one.id for one in asked(visit, questions)]
    number = appearing.index(question_id) + 1 if question_id in appearing else len(appearing)
    reply = reply_to(visit, question_id) or Reply(question=question_id)
    say = _Words(texts, visit)
    free = question.kind is QuestionKind.FREE
    return QuestionView(
        question=question_id,
        progress=texts.say("situation.progress", number=number, count=len(appearing)),
        title=say.of(question_id, "title"),
        how=texts.say(f"situation.how_{question.kind}"),
        options=tuple(
            QuestionOption(id=one, label=say.option(question_id, one), chosen=one in reply.choices)
            for one in question.options
        ),
        several=question.kind is QuestionKind.SEVERAL,
        words=reply.words,
        words_hint=texts.say("situation.words_hint") if free else "",
        why_title=texts.say("situation.why_title"),
        why=say.of(question_id, "why"),
        skip_note=texts.say("situation.skip_note"),
    )


class _Words:
    """The words of questions, for the person themselves or for someone helping at the same table."""

    def __init__(self, texts: Texts, visit: Visit) -> None:
        self._texts = texts
        self._with_someone = visit.company is Company.WITH_SOMEONE

    def of(self, question: str, part: str) -> str:
        if self._with_someone and self._texts.has(f"situation.questions.{question}.{part}_with"):
            return self._texts.say(f"situation.questions.{question}.{part}_with")
        return self._texts.say(f"situation.questions.{question}.{part}")

    def option(self, question: str, option: str) -> str:
        if self._with_someone and self._texts.has(f"situation.questions.{question}.with.{option}"):
            return self._texts.say(f"situation.questions.{question}.with.{option}")
        return self._texts.say(f"situation.questions.{question}.options.{option}")


def _with(visit: Visit, reply: Reply) -> Visit:
    """Return the visit with a reply in the place of an earlier one to the same question."""
    if reply_to(visit, reply.question) is None:
        return structs.replace(visit, replies=(*visit.replies, reply))
    replies = tuple(reply if one.question == reply.question else one for one in visit.replies)
    return structs.replace(visit, replies=replies)
