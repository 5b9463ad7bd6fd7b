"""What differs between two looks at the same thing: what appeared, changed, and went.

Gone is only what could be looked for again; where a check could not look everywhere this time, its
absence says nothing, and that is told.
"""

from enum import StrEnum

from checkup.model.finding import Finding, Level, Reason
from checkup.model.result import Result
from checkup.model.value import Value


class Change(StrEnum):
    """How one thing differs. The words are the texts `computer.since.<value>`."""

    APPEARED = "appeared"
    CHANGED = "changed"
    GONE = "gone"
    NOT_LOOKED_AGAIN = "not_looked_again"


class Changed(Value, frozen=True, kw_only=True):
    """One thing that differs, named by its finding's `about`; `finding` is the newest there is of it."""

    about: str
    change: Change
    finding: Finding


def changed(before: Result, now: Result) -> tuple[Changed, ...]:
    """Return what differs, in the order of Change, the weightiest first in each."""
    then = {finding.about: finding for finding in before.findings}
    here = {finding.about: finding for finding in now.findings}
    whole = _whole_checks(now)
    found = [
        Changed(about=about, change=Change.CHANGED if about in then else Change.APPEARED, finding=finding)
        for about, finding in here.items()
        if about not in then or _said(then[about]) != _said(finding)
    ]
    for about in then.keys() - here.keys():
        finding = then[about]
        again = {finding.check, *finding.checks} <= whole
        change = Change.GONE if again else Change.NOT_LOOKED_AGAIN
        found.append(Changed(about=about, change=change, finding=finding))
    order = tuple(Change)
    return tuple(sorted(found, key=lambda one: (order.index(one.change), one.finding.level.rank, one.about)))


def _whole_checks(result: Result) -> frozenset[str]:
    """Return the checks that looked everywhere."""
    looked = {one.check for one in result.looked}
    for finding in result.findings:
        looked |= {finding.check, *finding.checks}
    return frozenset(looked - {unread.check for unread in result.unread} - {gap.check for gap in result.gaps})


def _said(finding: Finding) -> tuple[Level, frozenset[Reason]]:
    """Return what a finding says, without the times and counts that differ at every look."""
    return finding.level, frozenset(
        Reason(sign=one.sign, what=one.what, who=one.who, where=one.where, family=one.family)
        for one in finding.reasons
    )
