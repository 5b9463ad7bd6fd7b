"""What the person decided about the steps: kept by the step's id, so that a new plan finds it again."""

from collections.abc import Iterable

from msgspec import structs

from checkup.model.step import Step, StepMark, StepNote
from checkup.model.visit import Visit


def note_of(visit: Visit, step: str) -> StepNote:
    """Return the mark and words on a step; an untouched one is open."""
    return next((note for note in visit.notes if note.step == step), StepNote(step=step))


def marked(visit: Visit, step: str, mark: StepMark) -> Visit:
    """Return the visit with a step marked done, postponed or open again."""
    return _with(visit, structs.replace(note_of(visit, step), mark=mark))


def noted(visit: Visit, step: str, words: str) -> Visit:
    """Return the visit with the person's own words on a step; empty words take them away."""
    return _with(visit, structs.replace(note_of(visit, step), note=words.strip()))


def waits_for(step: Step, steps: Iterable[Step], visit: Visit) -> tuple[Step, ...]:
    """Return the steps before this one that are not done yet."""
    return tuple(
        one for one in steps if one.id in step.needs and note_of(visit, one.id).mark is not StepMark.DONE
    )


def _with(visit: Visit, note: StepNote) -> Visit:
    """Keep the order of the notes; a note that says nothing any more is dropped."""
    says_something = note != StepNote(step=note.step)
    kept = [
        note if one.step == note.step else one
        for one in visit.notes
        if one.step != note.step or says_something
    ]
    if says_something and all(one.step != note.step for one in visit.notes):
        kept.append(note)
    return structs.replace(visit, notes=tuple(kept))
