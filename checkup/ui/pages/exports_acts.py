"""What a person says on the page of data exports."""

from pathlib import Path

from checkup.model.answer import Answer
from checkup.model.value import Value


class ExportsDropped(Value, frozen=True, kw_only=True):
    """These files and folders were dropped on the page."""

    paths: tuple[Path, ...]


class ExportAsked(Value, frozen=True, kw_only=True):
    """The person wants to choose a file."""


class ListAsked(Value, frozen=True, kw_only=True):
    """The person wants to list their own devices first."""


class GroupAnswered(Value, frozen=True, kw_only=True):
    """One of the four answers about a device."""

    group: str
    answer: Answer


class RowsCopied(Value, frozen=True, kw_only=True):
    """These rows of the table should go to the clipboard."""

    words: str
