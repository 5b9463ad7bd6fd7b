"""One question of "Your situation" as data: ids, choices, and which earlier answers make it appear."""

from collections.abc import Iterable
from enum import StrEnum

from .reply import Reply
from .value import Value


class QuestionKind(StrEnum):
    """How a question is answered: with one choice, with any number, or in the person's own words."""

    ONE = "one"
    SEVERAL = "several"
    FREE = "free"


class Earlier(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds where one of these choices was made in an earlier question."""

    question: str
    choices: frozenset[str]

    def holds(self, replies: Iterable[Reply]) -> bool:
        """Whether one of the replies is to this question and chose one of these."""
        return any(
            reply.question == self.question and not self.choices.isdisjoint(reply.choices)
            for reply in replies
        )


class Question(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question of resources/questions.

    It appears where any of `when` holds (or there is none) and none of `unless` does. `alone` are
    choices that rule out the others. `why_from` and `date` say where the question comes from and when
    that was read; what the person reads is in the texts.
    """

    id: str
    kind: QuestionKind
    options: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    when: tuple[Earlier, ...] = ()
    unless: tuple[Earlier, ...] = ()
    why_from: str
    date: str

    def appears(self, replies: tuple[Reply, ...]) -> bool:
        """Whether this question is asked after these replies."""
        wanted = not self.when or any(one.holds(replies) for one in self.when)
        return wanted and not any(one.holds(replies) for one in self.unless)
