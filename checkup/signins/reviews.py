"""What sign-in groups say about accounts: a device that is not the person's touches each service it is in.

The plan takes accounts from here, so that one answer about a device leads to steps for all of them.
"""

from msgspec import structs

from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.sign_in import SignInGroup, Verdict
from checkup.model.visit import Visit
from checkup.signins.together import all_groups
from checkup.signins.verdict import answers_of, verdict

WEIGHT = {None: 0, Answer.MINE: 1, Answer.UNSURE: 2, Answer.KNOWN: 3, Answer.NOT_MINE: 4}


def own_names(visit: Visit) -> tuple[str, ...]:
    """Return what the person's own devices may be called, by them and by services."""
    return tuple(name for device in visit.devices for name in (device.nickname, *device.model_words) if name)


def reviews(visit: Visit) -> tuple[AccountReview, ...]:
    """Return the accounts with what the groups add: the heavier answer counts, new services come last.

    A device that is unexpected and not answered yet counts as "not sure".
    """
    found = {review.service: review for review in visit.accounts}
    for group in all_groups(visit):
        said = _said(group, visit)
        if WEIGHT[said] < WEIGHT[Answer.UNSURE]:
            continue
        for service in group.services:
            review = found.get(service) or AccountReview(service=service)
            if WEIGHT[said] > WEIGHT[review.answer]:
                found[service] = structs.replace(review, answer=said)
    return tuple(found.values())


def _said(group: SignInGroup, visit: Visit) -> Answer | None:
    answer = answers_of(visit.sign_in_answers).get(group.id)
    if answer is not None:
        return answer
    stands = verdict(group, None, own_names(visit))
    return Answer.UNSURE if stands is Verdict.UNEXPECTED else None
