"""The picture of the map: which things are drawn in which layer, what is lit, what a change cuts.

Drawn is what lies on a way that somebody else can go; where nobody gets in, the person's own ways. The
list beside the picture says the same in words.
"""

from collections.abc import Iterator

from checkup.access.answer import Access, PersonReaches, Reached
from checkup.flow.access_layers import ordered
from checkup.flow.access_words import AccessWords
from checkup.model.access_change import Change, Do
from checkup.model.access_map import AccessMap, ThingKind, Way
from checkup.model.value import Value

_LAYERS = (
    frozenset({ThingKind.DEVICE, ThingKind.PIN, ThingKind.BIOMETRIC, ThingKind.SIM_HOLDER, ThingKind.FAMILY}),
    frozenset({ThingKind.UNLOCKED}),
    frozenset({ThingKind.SIM, ThingKind.PASSWORD_STORE, ThingKind.SECOND_FACTOR, ThingKind.RECOVERY}),
    frozenset({ThingKind.PASSWORD}),
    frozenset({ThingKind.EMAIL}),
    frozenset({ThingKind.ACCOUNT}),
)
PERSON = "person"


class Node(Value, frozen=True, kw_only=True):
    """One thing or person drawn; `layer` counts from the top, `kind` is a ThingKind or `PERSON`."""

    id: str
    label: str
    kind: str
    layer: int
    is_lit: bool = False
    is_cut: bool = False


class Line(Value, frozen=True, kw_only=True):
    """A line from one node down to another; those of one `joint` (not 0) open only together."""

    source: str
    target: str
    joint: int = 0
    is_lit: bool = False
    is_cut: bool = False
    is_unknown: bool = False


class WishedWay(Value, frozen=True, kw_only=True):
    """A way pointed out in the picture: these things together, and what they open."""

    needs: tuple[str, ...]
    to: str


class Door(Value, frozen=True, kw_only=True):
    """Somebody and an account they reach."""

    who: str
    account: str


class Picture(Value, frozen=True, kw_only=True):
    """What is drawn; `doors` can be gone through with the keyboard, `lit` is where that is."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    doors: tuple[Door, ...]
    lit: Door | None
    name: str
    caption: str


def doors_of(access_map: AccessMap, access: Access) -> tuple[tuple[PersonReaches, Reached], ...]:
    """Return the doors that are drawn, in the order of the list."""
    mine = access_map.me.id
    others = tuple((one, each) for one in access.people if one.who != mine for each in one.reaches)
    return others or tuple((one, each) for one in access.people for each in one.reaches)


def picture_of(
    access_map: AccessMap,
    access: Access,
    said: AccessWords,
    lit: Door | None,
    pointed: Change | None,
) -> Picture:
    """Return the picture with one proof lit, or with what one change would cut."""
    doors = doors_of(access_map, access)
    things = {thing.id: thing for thing in access_map.things}
    joints: dict[tuple[str, tuple[str, ...]], int] = {}
    lines: dict[tuple[str, str, int], Line] = {}
    for who, reached in doors:
        is_lit = pointed is None and lit == Door(who=who.who, account=reached.account)
        for line in _lines(access_map, who, reached, pointed, joints):
            key = (line.source, line.target, line.joint)
            before = lines.get(key)
            lines[key] = Line(
                source=line.source,
                target=line.target,
                joint=line.joint,
                is_lit=is_lit or (before is not None and before.is_lit),
                is_cut=line.is_cut or (before is not None and before.is_cut),
                is_unknown=line.is_unknown,
            )
    lit_ends = {end for line in lines.values() if line.is_lit for end in (line.source, line.target)}
    layer_of = {
        end: 0 if end.startswith("@") else _layer(things[end].kind) for key in lines for end in key[:2]
    }
    drawn = ordered(layer_of, ((source, target) for source, target, _ in lines))
    nodes = [
        Node(
            id=one,
            label=said.who(one[1:]) if one.startswith("@") else said.thing(one),
            kind=PERSON if one.startswith("@") else things[one].kind.value,
            layer=layer_of[one],
            is_lit=one in lit_ends,
            is_cut=pointed is not None and _takes(pointed, one),
        )
        for one in drawn
    ]
    return Picture(
        nodes=tuple(nodes),
        lines=tuple(lines.values()),
        doors=tuple(Door(who=who.who, account=reached.account) for who, reached in doors),
        lit=lit,
        name="",
        caption="",
    )


def _lines(
    access_map: AccessMap,
    who: PersonReaches,
    reached: Reached,
    pointed: Change | None,
    joints: dict[tuple[str, tuple[str, ...]], int],
) -> Iterator[Line]:
    person = next(one for one in access_map.people if one.id == who.who)
    for thing in reached.held:
        is_cut = pointed is not None and _takes(pointed, thing) and not person.me
        yield Line(source=f"@{who.who}", target=thing, is_unknown=thing not in person.holds, is_cut=is_cut)
    for way in reached.ways:
        is_cut = pointed is not None and _closes(pointed, way)
        joint = joints.setdefault((way.to, way.needs), len(joints) + 1) if len(way.needs) > 1 else 0
        for need in way.needs:
            yield Line(source=need, target=way.to, joint=joint, is_unknown=way.maybe, is_cut=is_cut)


def _takes(change: Change, thing: str) -> bool:
    """Whether others no longer hold a thing after a change."""
    closing = change.do in (Do.CLOSE, Do.TWO_STEP) or change.do.is_own_way
    return change.on == thing and not closing


def _closes(change: Change, way: Way) -> bool:
    """Whether a way is gone after a change."""
    match change.do:
        case Do.CLOSE:
            return (way.to, way.needs) == (change.on, change.by)
        case Do.TWO_STEP:
            return way.to == change.on and way.two_step in change.by
        case Do.NEW_SIM:
            return change.on in way.needs
        case _:
            return False


def _layer(kind: ThingKind) -> int:
    return next(number for number, kinds in enumerate(_LAYERS, 1) if kind in kinds)
