"""The step "Your plan": its one page, the steps of a visit, and how marks and notes change the visit."""

from collections.abc import Iterable

from msgspec import structs

from checkup.access.answer import Access, who_gets_in
from checkup.access.built import map_of
from checkup.flow.place import Place, StepId
from checkup.flow.situation import asked
from checkup.model.access_map import AccessMap
from checkup.model.access_told import MapEdits
from checkup.model.question import Question
from checkup.model.service import Service
from checkup.model.step import Step, StepMark
from checkup.model.step_rule import StepRule
from checkup.model.visit import Visit
from checkup.plan.access_steps import with_access
from checkup.plan.marks import marked, note_of, noted
from checkup.plan.plan import plan_of

PLAN = "plan"
LONGEST_NOTE = 4000  # characters; a note is kept in every save


def route(visit: Visit) -> tuple[Place, ...]:  # noqa: ARG001 - every visit has the same page here
    """Return the step's pages: one."""
    return (Place(step=StepId.PLAN, page=PLAN),)


def steps_of(
    visit: Visit, rules: tuple[StepRule, ...], questions: tuple[Question, ...] = ()
) -> tuple[Step, ...]:
    """Return the plan of a visit; the names in it are ids, `PlanWords` says them in a language.

    With `questions`, replies count only where their question still appears: one to a question that
    another answer took away is kept in the visit, but leads to no step.
    """
    if questions:
        appearing = {question.id for question in asked(visit, questions)}
        replies = tuple(reply for reply in visit.replies if reply.question in appearing)
        visit = structs.replace(visit, replies=replies)
    return plan_of(visit, rules)


def map_in_plan(visit: Visit, services: Iterable[Service]) -> AccessMap | None:
    """Return the access map the plan takes steps from; None until the person told something for it.

    Before that nearly all of it is unknown, and the plan would be full of changes nobody needs.
    """
    if not visit.accounts or not (visit.devices or visit.access_told or visit.map_edits != MapEdits()):
        return None
    return map_of(visit, services)


def with_map(steps: tuple[Step, ...], access_map: AccessMap | None) -> tuple[tuple[Step, ...], Access | None]:
    """Return the plan with the changes of the map in it, and what the map says."""
    if access_map is None:
        return steps, None
    access = who_gets_in(access_map)
    return with_access(steps, access), access


def done(visit: Visit, step: str, *, is_done: bool) -> Visit:
    """Return the visit with a step done, or open again."""
    return marked(visit, step, StepMark.DONE if is_done else StepMark.OPEN)


def postponed(visit: Visit, step: str) -> Visit:
    """Return the visit with a step put off, or taken up again where it was."""
    was = note_of(visit, step).mark is StepMark.POSTPONED
    return marked(visit, step, StepMark.OPEN if was else StepMark.POSTPONED)


def written(visit: Visit, step: str, words: str) -> Visit:
    """Return the visit with the person's own words on a step."""
    return noted(visit, step, words[:LONGEST_NOTE])
