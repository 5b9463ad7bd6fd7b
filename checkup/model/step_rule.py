"""A rule of the plan: when a step is in it, where it stands, and what comes before it.

The rules stand in resources/plan; their words are the texts `steps.<id>.title` and `steps.<id>.how`.
"""

from .account import AccountReview
from .answer import Answer
from .finding import Finding, Level
from .looked import Cause, Gap
from .reply import Reply
from .situation import DeviceSafety
from .step import Noticed, Place, Stage
from .value import Value

# What the person did not put here: unanswered counts as unsure, nothing is taken for granted.
NOT_THEIRS = frozenset({Answer.NOT_MINE, Answer.KNOWN, Answer.UNSURE})


class OnFinding(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds for findings; an empty set asks nothing. `answers` are what the person said about it.

    A finding not answered yet counts as "not sure". `checks` look at the finding's own check, not at
    those that were joined into it: one thing gets one story.
    """

    checks: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()
    answers: frozenset[Answer] = NOT_THEIRS

    def holds(self, finding: Finding, answer: Answer | None) -> bool:
        """Whether it holds for a finding with the answer given to it."""
        return (
            (not self.checks or finding.check in self.checks)
            and (not self.signs or not self.signs.isdisjoint(finding.signs))
            and (not self.levels or finding.level in self.levels)
            and (answer or Answer.UNSURE) in self.answers
        )


class OnReply(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds where one of these choices was made in a question of resources/questions."""

    question: str
    choices: frozenset[str]

    def holds(self, reply: Reply) -> bool:
        """Whether a reply is to this question and chose one of these."""
        return reply.question == self.question and not self.choices.isdisjoint(reply.choices)


class OnAccount(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds for accounts by what the person said; `not_looked` takes those not looked at instead.

    Those of `not_services` are left out: another rule says it as it is there.
    """

    services: frozenset[str] = frozenset()
    not_services: frozenset[str] = frozenset()
    answers: frozenset[Answer] = NOT_THEIRS
    outlives: frozenset[str] = frozenset()
    not_looked: bool = False

    def holds(self, review: AccountReview) -> bool:
        """Whether it holds for one account."""
        if self.services and review.service not in self.services:
            return False
        if review.service in self.not_services:
            return False
        if self.not_looked:
            return review.answer is None
        if self.outlives:
            return not self.outlives.isdisjoint(review.outlives)
        return review.answer in self.answers


class OnGap(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Holds where a check could not look, for one of these causes (empty: any)."""

    checks: frozenset[str] = frozenset()
    causes: frozenset[Cause] = frozenset()

    def holds(self, gap: Gap) -> bool:
        """Whether it holds for one gap."""
        return (not self.checks or gap.check in self.checks) and (
            not self.causes or gap.reason in self.causes
        )


class StepRule(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule; any of its conditions puts the step into the plan, and each that holds is a reason.

    `each` makes one step for every finding or account it holds for. `after` names rules whose steps,
    where they are in the same plan, come before this one: those about the same thing, or those about
    nothing in particular.
    """

    id: str
    stage: Stage
    noticed: Noticed
    place: Place
    each: bool = False
    always: bool = False
    no_look: bool = False  # nothing was looked at on this computer yet
    no_accounts: bool = False  # no account was named yet
    device: frozenset[DeviceSafety] = frozenset()
    findings: tuple[OnFinding, ...] = ()
    replies: tuple[OnReply, ...] = ()
    accounts: tuple[OnAccount, ...] = ()
    gaps: tuple[OnGap, ...] = ()
    after: tuple[str, ...] = ()
