"""Findings of one kind of sign: each about its app, so that all of an app become one card."""

from collections.abc import Callable, Iterable, Iterator

from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import Sign
from checkup.checks.android.app_weight import is_worth_a_card
from checkup.model.finding import Finding, Level

Signs = Callable[[Facts, str], Iterator[Sign]]


def cards(check: str, facts: Facts, ids: Iterable[str], signs: Signs) -> Iterator[Finding]:
    """Yield a question about each of these apps that has such a sign and is worth a card."""
    for app_id in dict.fromkeys(ids):
        found = tuple(signs(facts, app_id))
        if found and is_worth_a_card(facts, app_id):
            yield Finding(
                check=check,
                level=Level.ASK,
                about=app_id,
                name=app_id,
                reasons=tuple(dict.fromkeys(sign.reason for sign in found)),
                evidence=tuple(dict.fromkeys(sign.evidence for sign in found)),
            )
