"""Changing the map by hand: what the lists offer, and what each change does to the visit."""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.access import with_edits
from checkup.flow.access_words import AccessWords
from checkup.model.access_map import AccessMap, Thing, ThingKind, Way
from checkup.model.access_told import Holding, MapEdits
from checkup.model.inventory import LONGEST_NICKNAME
from checkup.model.value import Value
from checkup.model.visit import Visit

MOST_EDITS = 100
KINDS = (
    ThingKind.SECOND_FACTOR,
    ThingKind.PASSWORD,
    ThingKind.RECOVERY,
    ThingKind.DEVICE,
    ThingKind.ACCOUNT,
)


class HoldingEdit(Value, frozen=True, kw_only=True):
    """Somebody has a thing, or has it not."""

    person: str
    thing: str
    has: bool


class WayEdit(Value, frozen=True, kw_only=True):
    """A thing opens another by itself, or does not."""

    by: str
    to: str
    has: bool


class ThingEdit(Value, frozen=True, kw_only=True):
    """A new thing, called so; an account is important."""

    name: str
    kind: str


class UndoEdits(Value, frozen=True, kw_only=True):
    """All that was changed by hand is undone."""


Edit = HoldingEdit | WayEdit | ThingEdit | UndoEdits


class EditChoices(Value, frozen=True, kw_only=True):
    """What the lists offer: ids with their words."""

    people: tuple[tuple[str, str], ...]
    things: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]


def edit_choices(access_map: AccessMap, said: AccessWords, texts: Texts) -> EditChoices:
    """Return the lists for a map."""
    return EditChoices(
        people=tuple((one.id, said.who(one.id)) for one in access_map.people),
        things=tuple((one.id, said.thing(one.id)) for one in access_map.things),
        kinds=tuple((kind.value, texts.say(f"access.edit.kinds.{kind}")) for kind in KINDS),
    )


def edited_by(visit: Visit, edit: Edit) -> Visit:
    """Return the visit after one change by hand; the newest about the same thing counts."""
    edits = visit.map_edits
    if isinstance(edit, UndoEdits):
        return with_edits(visit, MapEdits())
    if len(edits.things) + len(edits.ways) + len(edits.holdings) + len(edits.without_ways) >= MOST_EDITS:
        return visit
    match edit:
        case HoldingEdit():
            return with_edits(visit, _held(edits, edit))
        case WayEdit():
            return with_edits(visit, _way(edits, edit))
        case ThingEdit():
            return with_edits(visit, _thing(edits, edit))


def _held(edits: MapEdits, edit: HoldingEdit) -> MapEdits:
    kept = tuple(one for one in edits.holdings if (one.person, one.thing) != (edit.person, edit.thing))
    made = Holding(person=edit.person, thing=edit.thing, has=edit.has)
    return structs.replace(edits, holdings=(*kept, made))


def _way(edits: MapEdits, edit: WayEdit) -> MapEdits:
    way = Way(to=edit.to, needs=(edit.by,))
    added = tuple(one for one in edits.ways if (one.to, one.needs) != (way.to, way.needs))
    gone = tuple(one for one in edits.without_ways if (one.to, one.needs) != (way.to, way.needs))
    if edit.has:
        return structs.replace(edits, ways=(*added, way), without_ways=gone)
    return structs.replace(edits, ways=added, without_ways=(*gone, way))


def _thing(edits: MapEdits, edit: ThingEdit) -> MapEdits:
    number = max((int(one.id.partition(":")[2]) for one in edits.things), default=0) + 1
    kind = ThingKind(edit.kind)
    made = Thing(
        id=f"mine:{number}",
        kind=kind,
        name=edit.name[:LONGEST_NICKNAME],
        important=kind is ThingKind.ACCOUNT,
    )
    return structs.replace(edits, things=(*edits.things, made))
