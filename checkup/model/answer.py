"""The four answers a person can give about anything shown: a program, a device, a sign-in."""

from enum import StrEnum

from .value import Value


class Answer(StrEnum):
    """Whose it is. For a card: I put this here / someone I know did / I don't recognise it / not sure."""

    MINE = "mine"
    KNOWN = "known"
    NOT_MINE = "not_mine"
    UNSURE = "unsure"


class CardAnswer(Value, frozen=True, kw_only=True):
    """What the person said about one finding; `about` is what `Result.key_of` calls it."""

    about: str
    answer: Answer
