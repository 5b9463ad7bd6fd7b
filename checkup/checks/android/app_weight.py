"""How much the signs of one app say together: nothing, a question, or likely monitoring.

Weighed against made-up watchers and the apps of ordinary phones in `tests/phones`.

References: reference/collection-points 7; APEX's stalkerware profile as its wiki describes it.
"""

from checkup.checks.android import familiar
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import Grade, Sign, signs_of
from checkup.indicators.known import Known

EVERYDAY = frozenset({"unseen_location", "unseen_calls"})
"""What watches, maps and apps for calls take in while out of sight."""


def is_worth_a_card(facts: Facts, app_id: str) -> bool:
    """Whether the signs of an added app are worth a question: one of B+, or two of B, or B with much.

    A watch from a store reads notifications and knows the place: that is none.
    """
    signs = signs_of(facts, app_id)
    groups = _groups(signs)
    if facts.is_of_phone(app_id):
        return _is_worth_a_card_in_system(facts, app_id, groups)
    is_outside = facts.origin(app_id).is_outside
    hiding = groups[Grade.HIDING] - (set() if is_outside else {"icon"})
    support = groups[Grade.SUPPORT]
    has_much = "origin" in support and "permissions" in groups[Grade.CONTEXT]
    is_like_a_watch = not is_outside and support == {"notifications", "unseen"} and _is_everyday(signs)
    return bool(groups[Grade.POWER] or hiding) or (len(support) > 1 and not is_like_a_watch) or has_much


def _is_worth_a_card_in_system(facts: Facts, app_id: str, groups: dict[Grade, set[str]]) -> bool:
    """Whether it is one that lies among the phone's own apps: a power, and something that tells it apart.

    One that came after the system needs less: it may read notifications, or take something in unseen.
    """
    if facts.came_after_system(app_id):
        return bool(groups[Grade.POWER] or groups[Grade.SUPPORT])
    is_apart = facts.is_alone_with_signer(app_id) or facts.is_replaced_by_hand(app_id)
    return bool(groups[Grade.POWER]) and is_apart


def is_profile_of_monitoring(facts: Facts, known: Known, app_id: str) -> bool:
    """Whether several independent signs together look like a program made to watch.

    Two of B+ of which one hides it and one gives it power, together with coming past the stores; hiding
    with two powers wherever from; hiding twice and taking something in unseen; or, not hidden, both
    powers and three of B. Family apps, open monitoring and Google's services on phones sold without
    them stay a question; permissions never count.
    """
    if (
        facts.is_of_phone(app_id)
        or app_id in familiar.WITHOUT_GOOGLE
        or is_for_families(facts, known, app_id)
    ):
        return False
    groups = _groups(signs_of(facts, app_id))
    power, hiding, support = groups[Grade.POWER], groups[Grade.HIDING], groups[Grade.SUPPORT]
    is_outside = facts.origin(app_id).is_outside
    return (
        (is_outside and bool(hiding) and bool(power))
        or (bool(hiding) and len(power) > 1)
        or (len(hiding) > 1 and "unseen" in support)
        or (len(power) > 1 and {"origin", "notifications", "unseen"} <= support)
    )


def is_for_families(facts: Facts, known: Known, app_id: str) -> bool:
    """Whether it is an app for parents, families or open monitoring."""
    listed = known.listed.app(app_id)
    if listed is not None and listed.kind.is_dual_use:
        return True
    return app_id in familiar.FAMILY and facts.is_from_store(app_id)


def _groups(signs: tuple[Sign, ...]) -> dict[Grade, set[str]]:
    return {grade: {sign.group for sign in signs if sign.grade is grade} for grade in Grade}


def _is_everyday(signs: tuple[Sign, ...]) -> bool:
    return {sign.reason.sign for sign in signs if sign.group == "unseen"} <= EVERYDAY
