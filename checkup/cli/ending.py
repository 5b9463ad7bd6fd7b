"""How a command ends: its exit status, and the two errors that end one early with a sentence."""

from typing import Final

from checkup.content.texts import Field

FINISHED: Final = 0
WRONG_USAGE: Final = 2
COULD_NOT_READ: Final = 3
STOPPED: Final = 130


class EndedEarly(Exception):
    """A command cannot go on. `key` is the text `cli.errors.<key>`, `fields` fill it.

    `choices` are the program's own words that would have been understood.
    """

    status = COULD_NOT_READ

    def __init__(self, key: str, choices: tuple[str, ...] = (), **fields: Field) -> None:
        super().__init__(key)
        self.key = key
        self.choices = choices
        self.fields = fields


class NotUnderstood(EndedEarly):
    """The words of the command line make no sense together."""

    status = WRONG_USAGE


class CannotRead(EndedEarly):
    """The input could not be read at all."""
