"""A record taken up again: what of its last visit comes along into this sitting.

Each sitting is a visit of its own in the record, begun with what the last one knew: the earlier one
stays as it was, so that the two can be compared, and nobody has to say everything twice.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import structs

from checkup.model.situation import Keeping
from checkup.model.visit import Record, Visit

Told = TypeVar("Told")


def taken_up(record: Record, visit: Visit) -> Visit:
    """Return this sitting's visit with all that the record's last one knew.

    Answers, accounts, marks and notes come along, and what was seen on the computer with the date it
    bears: the plan stands where it was left. What was told in this sitting already goes before it.
    What must be asked anew does not come: whether this device is right, going on knowingly in spite
    of a strong sign, and who is signed in here, which bears no date.
    """
    if not record.visits:
        return structs.replace(visit, keeping=Keeping.RECORD)
    last = record.visits[-1]
    return structs.replace(
        visit,
        keeping=Keeping.RECORD,
        replies=_both(last.replies, visit.replies, lambda reply: reply.question),
        computer=visit.computer or last.computer,
        disks=_both(last.disks, visit.disks, lambda result: result.subject.name),
        phones=_both(
            last.phones, visit.phones, lambda result: f"{result.subject.kind} {result.subject.name}"
        ),
        looks=_both(last.looks, visit.looks, lambda look: look.look),
        cards=_both(last.cards, visit.cards, lambda card: card.about),
        accounts=_both(last.accounts, visit.accounts, lambda review: review.service),
        notes=_both(last.notes, visit.notes, lambda note: note.step),
    )


def _both(before: Iterable[Told], told_now: Iterable[Told], about: Callable[[Told], str]) -> tuple[Told, ...]:
    """Return what was told then and now; of two about the same thing, the newer in the older's place."""
    told = {about(one): one for one in before}
    told |= {about(one): one for one in told_now}
    return tuple(told.values())
