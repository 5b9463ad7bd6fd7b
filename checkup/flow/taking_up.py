"""A record taken up again: what of its last visit comes along into this sitting.

Each sitting is a visit of its own in the record, begun with what the last one knew: the earlier one
stays as it was, so that the two can be compared, and nobody has to say everything twice.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import structs

from checkup.model.access_told import MapEdits
from checkup.model.situation import Keeping
from checkup.model.visit import Record, Visit

Told = TypeVar("Told")


def taken_up(record: Record, visit: Visit) -> Visit:
    """Return this sitting's visit with all that the record's last one knew.

    Answers, accounts, marks and notes come along, and what was seen with the date it bears: the plan
    stands where it was left. What was told in this sitting already goes before it; what belongs
    together (the map and who is on it, exports and the answers to them) comes whole from one of both.
    What must be asked anew does not come: whether this device is right and the network
    may be used, whose the phone is, going on
    knowingly in spite of a strong sign, and who is signed in here, which bears no date.
    """
    if not record.visits:
        return structs.replace(visit, keeping=Keeping.RECORD)
    last = record.visits[-1]
    exports = visit if visit.sign_ins is not None else last
    around = visit if _tells_of_people(visit) else last
    return structs.replace(
        visit,
        keeping=Keeping.RECORD,
        replies=_both(last.replies, visit.replies, lambda reply: reply.question),
        computer=visit.computer or last.computer,
        disks=_both(last.disks, visit.disks, lambda result: result.subject.name),
        phone=structs.replace(visit.phone, kind=visit.phone.kind or last.phone.kind),
        phones=_both(last.phones, visit.phones, lambda result: result.subject.key),
        looks=_both(last.looks, visit.looks, lambda look: look.look),
        cards=_both(last.cards, visit.cards, lambda card: card.about),
        accounts=_both(last.accounts, visit.accounts, lambda review: review.service),
        pictures=_both(last.pictures, visit.pictures, lambda one: f"{one.service} {one.sha256}"),
        sign_ins=exports.sign_ins,
        sign_in_answers=exports.sign_in_answers,
        devices=around.devices,
        people=around.people,
        access_told=around.access_told,
        map_edits=around.map_edits,
        notes=_both(last.notes, visit.notes, lambda note: note.step),
    )


def _tells_of_people(visit: Visit) -> bool:
    return bool(visit.devices or visit.people or visit.access_told or visit.map_edits != MapEdits())


def _both(before: Iterable[Told], told_now: Iterable[Told], about: Callable[[Told], str]) -> tuple[Told, ...]:
    """Return what was told then and now; of two about the same thing, the newer in the older's place."""
    told = {about(one): one for one in before}
    told |= {about(one): one for one in told_now}
    return tuple(told.values())
