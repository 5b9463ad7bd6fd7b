"""Changing a map: adding and taking out things, ways and holdings, and settling what was not known."""

from msgspec import structs

from checkup.model.access_map import AccessMap, MapPerson, Thing, Way
from checkup.model.access_told import AccessTold, MapEdits


def with_thing(access_map: AccessMap, thing: Thing) -> AccessMap:
    """Return the map with a thing more, or with this one in the place of that of the same id."""
    things = tuple(one for one in access_map.things if one.id != thing.id)
    return structs.replace(access_map, things=(*things, thing))


def without_thing(access_map: AccessMap, name: str) -> AccessMap:
    """Return the map without a thing, every way that names it and every holding of it."""
    return structs.replace(
        access_map,
        things=tuple(
            structs.replace(one, of="") if one.of == name else one
            for one in access_map.things
            if one.id != name
        ),
        ways=tuple(_without_second(one, name) for one in access_map.ways if name not in (one.to, *one.needs)),
        people=tuple(_without(person, name) for person in access_map.people),
    )


def _without_second(way: Way, name: str) -> Way:
    """Return a way that no longer takes a thing as its second step."""
    others = tuple(one for one in way.two_step_or if one != name)
    if way.two_step == name:
        return structs.replace(way, two_step="", two_step_maybe=False, two_step_or=())
    return way if others == way.two_step_or else structs.replace(way, two_step_or=others)


def with_way(access_map: AccessMap, way: Way) -> AccessMap:
    """Return the map with a way more; one between things that are not there changes nothing."""
    known = {thing.id for thing in access_map.things}
    ends = (way.to, *way.needs, *((way.two_step,) if way.two_step else ()), *way.two_step_or)
    if not known.issuperset(ends) or way.to in ends[1:] or not way.needs:
        return access_map
    kept = without_way(access_map, way).ways
    return structs.replace(access_map, ways=(*kept, way))


def without_way(access_map: AccessMap, way: Way) -> AccessMap:
    """Return the map without the way from these things to that one."""
    same = (way.to, frozenset(way.needs))
    ways = tuple(one for one in access_map.ways if (one.to, frozenset(one.needs)) != same)
    return structs.replace(access_map, ways=ways)


def with_holding(access_map: AccessMap, person: str, thing: str, *, has: bool) -> AccessMap:
    """Return the map in which a person surely has a thing, or has it not."""
    if all(one.id != thing for one in access_map.things):
        return access_map
    people = []
    for one in access_map.people:
        if one.id == person:
            bare = _without(one, thing)
            people.append(structs.replace(bare, holds=(*bare.holds, thing)) if has else bare)
        else:
            people.append(one)
    return structs.replace(access_map, people=tuple(people))


def settled(access_map: AccessMap, told: tuple[AccessTold, ...]) -> AccessMap:
    """Return the map with the answers in it; "not sure" leaves unknown what is unknown."""
    for one in told:
        if one.is_so is None:
            continue
        if one.two_step:
            access_map = _settled_two_step(access_map, one, is_on=one.is_so)
        elif one.person:
            access_map = with_holding(access_map, one.person, one.thing, has=one.is_so)
        else:
            access_map = _settled_way(access_map, one, is_so=one.is_so)
    return access_map


def edited(access_map: AccessMap, edits: MapEdits) -> AccessMap:
    """Return the map after everything done by hand: first what was taken out, then what was added."""
    for name in edits.without_things:
        access_map = without_thing(access_map, name)
    for way in edits.without_ways:
        access_map = without_way(access_map, way)
    for thing in edits.things:
        access_map = with_thing(access_map, thing)
    for way in edits.ways:
        access_map = with_way(access_map, way)
    for one in edits.holdings:
        access_map = with_holding(access_map, one.person, one.thing, has=one.has)
    return access_map


def _settled_way(access_map: AccessMap, told: AccessTold, *, is_so: bool) -> AccessMap:
    same = (told.thing, told.needs)
    ways = tuple(
        structs.replace(one, maybe=False) if (one.to, one.needs) == same else one
        for one in access_map.ways
        if is_so or (one.to, one.needs) != same
    )
    return structs.replace(access_map, ways=ways)


def _settled_two_step(access_map: AccessMap, told: AccessTold, *, is_on: bool) -> AccessMap:
    """Return the map in which two-step verification is known to be on for an account, or off."""
    guards = [one for one in access_map.ways if one.to == told.thing and one.two_step in told.needs]
    known = {(one.to, frozenset(one.needs)) for one in access_map.ways if one not in guards}
    ways = [one for one in access_map.ways if one not in guards]
    for one in guards:
        on = (one.guarded, *one.perhaps_by_text)
        for made in on if is_on else (structs.replace(one, two_step_maybe=False),):
            if (same := (made.to, frozenset(made.needs))) not in known:
                known.add(same)
                ways.append(made)
    return structs.replace(access_map, ways=tuple(ways))


def _without(person: MapPerson, thing: str) -> MapPerson:
    return structs.replace(
        person,
        holds=tuple(one for one in person.holds if one != thing),
        maybe=tuple(one for one in person.maybe if one != thing),
    )
