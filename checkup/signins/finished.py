"""Counts to the history a person sees: the groups in their order, bounded, with their times in bins."""

from collections.abc import Iterable, Mapping

from msgspec import structs

from checkup.model.looked import Unread
from checkup.model.sign_in import Sighting, SignInGroup, SignInHistory, SignInKind, Stretch
from checkup.signins.address import kinds_of
from checkup.signins.counts import GroupCounts

MOST_KEPT = 300
MOST_SIGHTINGS = 200
MOST_BINS = 400


def history_of(
    counted: Mapping[str, GroupCounts], unread: tuple[Unread, ...], left_out: int
) -> SignInHistory:
    """Return the history: groups with the most services first, then the newest; `left_out` are not in it."""
    groups = [_whole(name, group) for name, group in counted.items()]
    groups.sort(key=lambda one: (one.sort == "events", -len(one.services), _backwards(one.last), one.id))
    return SignInHistory(
        groups=tuple(map(_with_addresses, groups[:MOST_KEPT])),
        read=tuple(sorted(_read(counted.values()).items())),
        unread=unread,
        left_out=left_out + max(0, len(groups) - MOST_KEPT),
    )


def _backwards(when: str) -> str:
    return "".join(chr(0x10FF - ord(character)) for character in when) if when else "\uffff"


def _whole(group_id: str, group: GroupCounts) -> SignInGroup:
    sightings = [
        Sighting(row=structs.replace(same.row, source=same.source), first=same.first, count=same.count)
        for same in group.seen
    ]
    sightings.sort(key=lambda one: one.row.when, reverse=True)
    every = [same for same in (*group.seen, *group.rest) if same.count]
    good = [same for same in every if same.row.kind is not SignInKind.FAILED]
    return SignInGroup(
        id=group_id,
        device=group.name.name,
        kind=group.name.kind,
        sort=group.name.sort,
        services=tuple(sorted(group.bins)),
        countries=tuple(sorted(group.countries)),
        first=min((same.first for same in good if same.first), default=""),
        last=max((same.row.when for same in good), default=""),
        count=sum(same.count for same in good),
        failed=sum(same.count for same in every) - sum(same.count for same in good),
        undated=sum(same.undated for same in every),
        by_hand=group.by_hand,
        stretches=tuple(_stretch(service, group.bins[service]) for service in sorted(group.bins)),
        rows=tuple(sightings),
    )


def _with_addresses(group: SignInGroup) -> SignInGroup:
    """Return the group with the sorts of its addresses; connections are counted where all rows are here."""
    kinds, connections = kinds_of(one.row for one in group.rows)
    is_whole = len(group.rows) < MOST_SIGHTINGS
    return structs.replace(group, addresses=kinds, connections=connections if is_whole else 0)


def _read(groups: Iterable[GroupCounts]) -> dict[str, int]:
    """Return how many rows came, by service."""
    read: dict[str, int] = {}
    for group in groups:
        for same in (*group.seen, *group.rest):
            read[same.row.service] = read.get(same.row.service, 0) + same.count
    return {service: count for service, count in read.items() if count}


def _stretch(service: str, bins: dict[int, int]) -> Stretch:
    """Return the bins of a service, wider where there are too many of them."""
    step = 1
    while len(bins) > MOST_BINS:
        step = {1: 6, 6: 24}.get(step, step * 7)
        wider: dict[int, int] = {}
        for hour, count in bins.items():
            at = hour - hour % step
            wider[at] = wider.get(at, 0) + count
        bins = wider
    return Stretch(service=service, step=step, bins=tuple(sorted(bins.items())))
