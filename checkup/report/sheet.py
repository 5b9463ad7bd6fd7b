"""A sheet to take along: what stands on it, in order, with all words already in it."""

from checkup.model.value import Value


class SheetStep(Value, frozen=True, kw_only=True):
    """One step on paper. `mark` is the box; `reasons` and `note` are there only where asked for."""

    mark: str
    title: str
    how: str
    notice: str
    place: str
    reasons: tuple[str, ...] = ()
    note: str = ""


class SheetStage(Value, frozen=True, kw_only=True):
    """One stage with its steps."""

    title: str
    about: str
    steps: tuple[SheetStep, ...]


class Sheet(Value, frozen=True, kw_only=True):
    """The whole sheet. `language` is the tag of its words; it names neither the program nor a person."""

    language: str
    title: str
    as_of: str
    notice: str
    count: str
    stages: tuple[SheetStage, ...]
    foot: str
