"""The plan as a sheet to take along: which of its words go onto paper."""

from checkup.content.texts import Texts
from checkup.flow.plan_view import counted
from checkup.flow.plan_words import PlanWords
from checkup.model.step import Stage, Step, StepMark
from checkup.model.value import Value
from checkup.model.visit import Visit
from checkup.plan.marks import note_of
from checkup.report.sheet import Sheet, SheetStage, SheetStep

_BOXES = {
    StepMark.OPEN: "plan.sheet.box_open",
    StepMark.DONE: "plan.sheet.box_done",
    StepMark.POSTPONED: "plan.sheet.box_postponed",
}


class TakeAlong(Value, frozen=True, kw_only=True):
    """What goes onto the sheet beside the steps: nothing more, unless the person asks for it."""

    with_reasons: bool = False
    with_notes: bool = False
    with_names: bool = False  # of people, in the reasons that come from who can get in


def sheet_of(
    visit: Visit,
    steps: tuple[Step, ...],
    texts: Texts,
    words: PlanWords,
    when: str,
    take: TakeAlong | None = None,
) -> Sheet:
    """Return the sheet of a plan; `when` is the moment in words of the language."""
    take = take or TakeAlong()
    if not take.with_names:
        words = words.without_names()
    say = texts.say
    return Sheet(
        language=texts.language.value,
        title=say("plan.sheet.title"),
        as_of=say("plan.sheet.as_of", when=when),
        notice=say("plan.sheet.notice"),
        count=counted(steps, visit, texts),
        stages=tuple(
            SheetStage(
                title=say(f"stages.{stage.value}"),
                about=say(f"stages.about.{stage.value}"),
                steps=tuple(_step(step, visit, texts, words, take) for step in own),
            )
            for stage in Stage
            if (own := [step for step in steps if step.stage is stage])
        ),
        foot=say("plan.sheet.not_proof"),
    )


def _step(step: Step, visit: Visit, texts: Texts, words: PlanWords, take: TakeAlong) -> SheetStep:
    say = texts.say
    note = note_of(visit, step.id)
    why = dict.fromkeys(words.why(one) for one in step.why) if take.with_reasons else ()
    return SheetStep(
        mark=say(_BOXES[note.mark]),
        title=words.title(step),
        how=words.how(step),
        notice=say(f"noticed.{step.noticed.value}"),
        place=say(f"places.{step.place.value}"),
        reasons=tuple(f"{say('plan.sheet.reason')} {one}" for one in why),
        note=_note(note.note, texts) if take.with_notes else "",
    )


def _note(words: str, texts: Texts) -> str:
    """Return a note with its lines kept; only the first says what it is."""
    return f"{texts.say('plan.sheet.note')} {words}" if words else ""
