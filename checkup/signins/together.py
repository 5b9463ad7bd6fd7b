"""What exports gave and what a person wrote down by hand, as one list of groups."""

from msgspec import structs

from checkup.model.sign_in import SignInGroup
from checkup.model.visit import Visit
from checkup.signins.tally import Tally

MOST_ROWS = 200


def all_groups(visit: Visit) -> tuple[SignInGroup, ...]:
    """Return all groups of a visit; lines written by hand join the group of the same device."""
    groups = {group.id: group for group in visit.sign_ins.groups} if visit.sign_ins else {}
    for group in by_hand(visit):
        groups[group.id] = _joined(groups[group.id], group) if group.id in groups else group
    return tuple(groups.values())


def by_hand(visit: Visit) -> tuple[SignInGroup, ...]:
    """Return the groups of the lines that were written by hand alone."""
    tally = Tally()
    for review in visit.accounts:
        for line in review.lines:
            tally.add_by_hand(line)
    return tally.history().groups


def _joined(one: SignInGroup, other: SignInGroup) -> SignInGroup:
    first = min((when for when in (one.first, other.first) if when), default="")
    return structs.replace(
        one,
        services=tuple(sorted({*one.services, *other.services})),
        countries=tuple(sorted({*one.countries, *other.countries})),
        first=first,
        last=max(one.last, other.last),
        count=one.count + other.count,
        failed=one.failed + other.failed,
        undated=one.undated + other.undated,
        by_hand=True,
        addresses=tuple(sorted({*one.addresses, *other.addresses})),
        connections=one.connections,  # a line written by hand has no address
        stretches=(*one.stretches, *other.stretches),
        rows=(*other.rows, *one.rows)[:MOST_ROWS],
    )
