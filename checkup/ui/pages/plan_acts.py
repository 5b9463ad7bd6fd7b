"""What a person does on the page "Your plan"."""

from checkup.model.value import Value


class DoneChanged(Value, frozen=True, kw_only=True):
    """A step was marked done, or open again."""

    step: str
    is_done: bool


class LaterAsked(Value, frozen=True, kw_only=True):
    """A step was put off, or taken up again."""

    step: str


class BriefAsked(Value, frozen=True, kw_only=True):
    """The plan should be a short list, or the whole one again."""


class NoteWritten(Value, frozen=True, kw_only=True):
    """The person's own words on a step, as they stand now."""

    step: str
    words: str
