"""The plan as prepared values: stages with their steps, all words already in them."""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.plan_words import PlanWords
from checkup.model.step import Noticed, Stage, Step, StepMark, WhyKind
from checkup.model.value import Value
from checkup.model.visit import Visit
from checkup.plan.marks import note_of, waits_for

MOST_REASONS = 6

# The tone of "would they notice?", by the theme's names; the badge's words say it without colour.
_TONES = {Noticed.NO: "good", Noticed.MAYBE: "attention", Noticed.YES: "attention"}


class StepView(Value, frozen=True, kw_only=True):
    """One step, named by `id`. `waits` names what comes before it and is not done yet."""

    id: str
    title: str
    how: str
    badge: str
    tone: str
    notice_means: str
    place: str
    waits: str
    reasons: tuple[str, ...]
    why: str
    hide_why: str
    done: str
    is_done: bool
    later: str
    is_postponed: bool
    postponed: str
    note_button: str
    note_name: str
    note_hint: str
    note: str


class StageView(Value, frozen=True, kw_only=True):
    """One stage with its steps."""

    stage: Stage
    title: str
    about: str
    count: str
    steps: tuple[StepView, ...]


class PlanView(Value, frozen=True, kw_only=True):
    """The page."""

    title: str
    lead: str
    count: str
    stages: tuple[StageView, ...]
    turn: str
    is_brief: bool = False


def brief_view(view: PlanView, texts: Texts) -> PlanView:
    """Return the same steps as a short dull list: boxes and titles, and no word on why."""
    stages = (
        structs.replace(stage, title="", about="", count="", steps=tuple(map(_brief_step, stage.steps)))
        for stage in view.stages
    )
    return PlanView(
        title=texts.say("plan.sheet.title"),
        lead="",
        count="",
        stages=tuple(stages),
        turn=texts.say("plan.whole"),
        is_brief=True,
    )


def _brief_step(view: StepView) -> StepView:
    nothing = {"how": "", "badge": "", "notice_means": "", "place": "", "waits": "", "postponed": ""}
    return structs.replace(view, **nothing, reasons=(), why="", later="", note_button="", is_postponed=False)


def plan_view(visit: Visit, steps: tuple[Step, ...], texts: Texts, words: PlanWords) -> PlanView:
    """Return the page of a plan, with the marks and notes the visit holds."""
    say = texts.say
    titles = {step.id: words.title(step) for step in steps}
    is_short = all(why.kind is WhyKind.ALWAYS for step in steps for why in step.why)
    stages = []
    for stage in Stage:
        own = tuple(step for step in steps if step.stage is stage)
        if own:
            views = tuple(_step(step, steps, titles, visit, texts, words) for step in own)
            stages.append(
                StageView(
                    stage=stage,
                    title=say(f"stages.{stage.value}"),
                    about=say(f"stages.about.{stage.value}"),
                    count=counted(own, visit, texts),
                    steps=views,
                )
            )
    return PlanView(
        title=say("plan.title"),
        lead=say("plan.short_lead") if is_short else say("plan.lead"),
        count=counted(steps, visit, texts),
        stages=tuple(stages),
        turn=say("plan.brief"),
    )


def counted(steps: tuple[Step, ...], visit: Visit, texts: Texts) -> str:
    """Return how many are done, and how many were put off where there are any."""
    marks = [note_of(visit, step.id).mark for step in steps]
    done, off = marks.count(StepMark.DONE), marks.count(StepMark.POSTPONED)
    said = texts.count("plan.counts", len(steps), done=done)
    return f"{said} · {texts.count('plan.put_off', off)}" if off else said


def _step(
    step: Step,
    steps: tuple[Step, ...],
    titles: dict[str, str],
    visit: Visit,
    texts: Texts,
    words: PlanWords,
) -> StepView:
    say = texts.say
    note = note_of(visit, step.id)
    is_postponed = note.mark is StepMark.POSTPONED
    return StepView(
        id=step.id,
        title=titles[step.id],
        how=words.how(step),
        badge=say(f"noticed.{step.noticed.value}"),
        tone=_TONES[step.noticed],
        notice_means=say(f"noticed.means.{step.noticed.value}"),
        place=say("plan.place", place=say(f"places.{step.place.value}")),
        waits=_waits(step, steps, titles, visit, texts),
        reasons=_reasons(step, texts, words),
        why=say("plan.why"),
        hide_why=say("plan.hide_why"),
        done=say("plan.done"),
        is_done=note.mark is StepMark.DONE,
        later=say("plan.open_again") if is_postponed else say("plan.later"),
        is_postponed=is_postponed,
        postponed=say("plan.postponed"),
        note_button=say("plan.edit_note") if note.note else say("plan.note"),
        note_name=say("plan.edit_note"),
        note_hint=say("plan.note_hint"),
        note=note.note,
    )


def _reasons(step: Step, texts: Texts, words: PlanWords) -> tuple[str, ...]:
    said = tuple(dict.fromkeys(words.why(why) for why in step.why))
    more = len(said) - MOST_REASONS
    if more <= 0:
        return said
    return (*said[:MOST_REASONS], texts.count("plan.more_reasons", more))


def _waits(step: Step, steps: tuple[Step, ...], titles: dict[str, str], visit: Visit, texts: Texts) -> str:
    """Return what comes before a step that others may notice; quiet ones need no reminder.

    What stands in an earlier stage is told once, at the first step of the stage that is still open.
    """
    if step.noticed is Noticed.NO or note_of(visit, step.id).mark is StepMark.DONE:
        return ""
    waiting = waits_for(step, steps, visit)
    if not _is_first_open(step, steps, visit):
        waiting = tuple(one for one in waiting if one.stage is step.stage)
    if not waiting:
        return ""
    first = titles[waiting[0].id]
    if len(waiting) == 1:
        return texts.say("plan.waits", first=first)
    return texts.say("plan.waits_more", first=first)


def _is_first_open(step: Step, steps: tuple[Step, ...], visit: Visit) -> bool:
    still_open = (
        one.id
        for one in steps
        if one.stage is step.stage and note_of(visit, one.id).mark is not StepMark.DONE
    )
    return next(still_open, "") == step.id
