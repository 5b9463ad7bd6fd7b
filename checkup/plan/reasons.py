"""Why a rule puts steps into the plan: the findings, replies, accounts and gaps it holds for."""

from collections.abc import Callable, Iterator

from checkup.model.answer import Answer
from checkup.model.looked import Cause
from checkup.model.step import Why, WhyKind
from checkup.model.step_rule import StepRule
from checkup.model.visit import Visit
from checkup.signins.reviews import reviews

NameOf = Callable[[str], str]
"""From a service's id to what a person calls it."""


def reasons(rule: StepRule, visit: Visit, name_of: NameOf) -> Iterator[Why]:
    """Yield each reason once, in the order things were told and seen."""
    if rule.always:
        yield Why(kind=WhyKind.ALWAYS)
    if rule.no_look and visit.computer is None:
        yield Why(kind=WhyKind.ALWAYS, id="no_look")
    if rule.no_accounts and not reviews(visit):
        yield Why(kind=WhyKind.ALWAYS, id="no_accounts")
    if visit.device in rule.device:
        yield Why(kind=WhyKind.REPLY, id="device", detail=visit.device.value if visit.device else "")
    yield from _replies(rule, visit)
    yield from _findings(rule, visit)
    yield from _gaps(rule, visit)
    yield from _accounts(rule, visit, name_of)


def _findings(rule: StepRule, visit: Visit) -> Iterator[Why]:
    answers = {card.about: card.answer for card in visit.cards}
    for result, finding in ((one, finding) for one in visit.results for finding in one.findings):
        key = result.key_of(finding)
        answer = answers.get(key)
        if any(condition.holds(finding, answer) for condition in rule.findings):
            yield Why(kind=WhyKind.FINDING, id=key, name=finding.name, detail=_said(answer), disk=result.disk)


def _gaps(rule: StepRule, visit: Visit) -> Iterator[Why]:
    """Yield the gaps; what no disk can show is said beside its result, and no step would close it."""
    for result, gap in ((one, gap) for one in visit.results for gap in one.gaps):
        if result.disk and gap.reason is Cause.NEEDS_RUNNING_SYSTEM:
            continue
        if any(condition.holds(gap) for condition in rule.gaps):
            yield Why(kind=WhyKind.GAP, id=gap.check, detail=gap.reason.value, disk=result.disk)


def _replies(rule: StepRule, visit: Visit) -> Iterator[Why]:
    for reply in visit.replies:
        for condition in rule.replies:
            if condition.holds(reply):
                chosen = next(choice for choice in reply.choices if choice in condition.choices)
                yield Why(kind=WhyKind.REPLY, id=reply.question, detail=chosen)
                break


def _accounts(rule: StepRule, visit: Visit, name_of: NameOf) -> Iterator[Why]:
    for review in reviews(visit):
        condition = next((one for one in rule.accounts if one.holds(review)), None)
        if condition is not None:
            detail = next((one for one in review.outlives if one in condition.outlives), "")
            yield Why(
                kind=WhyKind.ACCOUNT,
                id=review.service,
                name=name_of(review.service),
                detail=detail or _said(review.answer),
            )


def _said(answer: Answer | None) -> str:
    return answer.value if answer else ""
