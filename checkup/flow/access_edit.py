"""Changing the map by hand: what the lists offer, and what each change does to the visit."""

from msgspec import structs

from checkup.access.sense import NoSense, no_sense_in
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
    """Things, all of `by` together, open another, or do not; an empty name is none."""

    by: tuple[str, ...]
    to: str
    has: bool

    @property
    def way(self) -> Way:
        """Return it as a way; what was chosen twice is needed once."""
        return Way(to=self.to, needs=tuple(dict.fromkeys(one for one in self.by if one)))


class ThingEdit(Value, frozen=True, kw_only=True):
    """A new thing, called so; an account is important."""

    name: str
    kind: str


class UndoEdits(Value, frozen=True, kw_only=True):
    """All that was changed by hand is undone."""


class UndoLast(Value, frozen=True, kw_only=True):
    """The newest change is undone; what was changed before the dialog was opened stays."""


Edit = HoldingEdit | WayEdit | ThingEdit | UndoEdits | UndoLast


class EditChoices(Value, frozen=True, kw_only=True):
    """What the lists offer: ids with their words. `nothing` is for needs that a way has not.

    `told` says what became of the last change, `can_undo` whether one can be taken back by itself.
    """

    people: tuple[tuple[str, str], ...]
    things: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    nothing: str
    told: str = ""
    can_undo: bool = False


def edit_choices(
    access_map: AccessMap, said: AccessWords, texts: Texts, told: str = "", *, can_undo: bool = False
) -> EditChoices:
    """Return the lists for a map."""
    return EditChoices(
        people=tuple((one.id, said.who(one.id)) for one in access_map.people),
        things=tuple((one.id, said.thing(one.id)) for one in access_map.things),
        kinds=tuple((kind.value, texts.say(f"access.edit.kinds.{kind}")) for kind in KINDS),
        nothing=texts.say("access.edit.nothing"),
        told=told,
        can_undo=can_undo,
    )


def became_of(before: Visit, after: Visit, access_map: AccessMap, edit: Edit, texts: Texts) -> str:
    """Return what became of a change in words; `access_map` is the map before it."""
    if isinstance(edit, UndoEdits | UndoLast):
        return texts.say("access.edit.undone")
    if reason := _no_sense(access_map, edit):
        return texts.say(f"access.edit.no_sense.{reason}")
    return texts.say("access.edit.same" if before == after else "access.edit.changed")


def sensible(visit: Visit, access_map: AccessMap, edit: Edit) -> Visit:
    """Return the visit after a change by hand; one that makes no sense changes nothing."""
    return visit if _no_sense(access_map, edit) else edited_by(visit, edit)


def _no_sense(access_map: AccessMap, edit: Edit) -> NoSense | None:
    if isinstance(edit, WayEdit) and edit.has:
        return no_sense_in(access_map, edit.way)
    return None


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
        case _:
            return visit


def _held(edits: MapEdits, edit: HoldingEdit) -> MapEdits:
    kept = tuple(one for one in edits.holdings if (one.person, one.thing) != (edit.person, edit.thing))
    made = Holding(person=edit.person, thing=edit.thing, has=edit.has)
    return structs.replace(edits, holdings=(*kept, made))


def _way(edits: MapEdits, edit: WayEdit) -> MapEdits:
    way = edit.way
    if not way.needs:
        return edits
    added = tuple(one for one in edits.ways if not _is_same(one, way))
    gone = tuple(one for one in edits.without_ways if not _is_same(one, way))
    if edit.has:
        return structs.replace(edits, ways=(*added, way), without_ways=gone)
    return structs.replace(edits, ways=added, without_ways=(*gone, way))


def _is_same(one: Way, other: Way) -> bool:
    return (one.to, frozenset(one.needs)) == (other.to, frozenset(other.needs))


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
