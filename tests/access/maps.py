"""Maps for tests: the paper's example, random ones, and a slow twin that shares no code with the program."""

import random
from collections.abc import Iterable

from checkup.model.access_change import Change, Do
from checkup.model.access_map import AccessMap, MapPerson, Thing, ThingKind, Way

KINDS = tuple(ThingKind)


def person(name: str, holds: str = "", maybe: str = "") -> MapPerson:
    return MapPerson(id=name, me=name == "me", holds=tuple(holds.split()), maybe=tuple(maybe.split()))


def thing(name: str, kind: ThingKind, *, important: bool = False, **more: object) -> Thing:
    return Thing(id=name, kind=kind, important=important, **more)  # type: ignore[arg-type]


def way(to: str, needs: str, **more: object) -> Way:
    return Way(to=to, needs=tuple(needs.split()), **more)  # type: ignore[arg-type]


def paper(*others: MapPerson) -> AccessMap:
    """Shop by password or mail; mail by password and code; code from an app; device by finger or PIN."""
    return AccessMap(
        people=(person("me", "device finger pin mail_password shop_password"), *others),
        things=(
            thing("shop", ThingKind.ACCOUNT, important=True),
            thing("mail", ThingKind.EMAIL),
            thing("shop_password", ThingKind.PASSWORD, of="shop"),
            thing("mail_password", ThingKind.PASSWORD, of="mail"),
            thing("code", ThingKind.SECOND_FACTOR),
            thing("device", ThingKind.UNLOCKED),
            thing("finger", ThingKind.BIOMETRIC, of="device"),
            thing("pin", ThingKind.PIN, of="device"),
        ),
        ways=(
            way("shop", "shop_password"),
            way("shop", "mail"),
            way("mail", "mail_password code"),
            way("code", "device"),
            way("device", "finger"),
            way("device", "pin"),
        ),
    )


def random_map(seed: int, most: int, least: int = 2) -> AccessMap:
    """Return a map of up to `most` things: some fixed, some unknown, one to three other people."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    count = chance.randint(least, most)
    ids = [f"t{n}" for n in range(count)]
    things = tuple(
        thing(
            one,
            chance.choice(KINDS),
            important=chance.random() < min(0.3, 6 / count),
            fixed=chance.random() < 0.15,
            effort=chance.choice((None, 1, 2, 3)),
        )
        for one in ids
    )
    ways = {}
    for _ in range(chance.randint(1, count * 2)):
        needs = tuple(chance.sample(ids, min(count, chance.choice((1, 1, 1, 2, 2, 3)))))
        to = chance.choice(ids)
        if to not in needs:
            ways[to, frozenset(needs)] = Way(
                to=to, needs=needs, maybe=chance.random() < 0.2, fixed=chance.random() < 0.2
            )
    people = [person("me", *_held(chance, ids, 3))]
    people += [person(f"p{n}", *_held(chance, ids, 2)) for n in range(chance.randint(1, 3))]
    return AccessMap(people=tuple(people), things=things, ways=tuple(ways.values()))


def _held(chance: random.Random, ids: list[str], most: int) -> tuple[str, str]:
    holds = chance.sample(ids, min(len(ids), chance.randint(0, most)))
    return " ".join(holds), " ".join(
        one for one in ids if one not in holds and chance.random() < 1 / len(ids)
    )


def reached(access_map: AccessMap, start: Iterable[str], *, surely: bool = False) -> set[str]:
    """Return the closure by looking at every way again and again."""
    found = set(start)
    while True:
        more = {
            one.to
            for one in access_map.ways
            if one.to not in found and set(one.needs) <= found and not (surely and one.maybe)
        }
        if not more:
            return found
        found |= more


def doors(access_map: AccessMap) -> set[tuple[str, str]]:
    """Return who reaches which important thing, unknown ways and holdings counted in."""
    important = {one.id for one in access_map.things if one.important}
    return {
        (who.id, goal)
        for who in access_map.others
        for goal in important & reached(access_map, (*who.holds, *who.maybe))
    }


def changed(access_map: AccessMap, change: Change) -> AccessMap:
    """Return the map after a change, made anew from its values."""
    if change.do is Do.RECOVER:
        own = f"own:{change.on}"
        things = (*access_map.things, thing(own, ThingKind.RECOVERY))
        people = tuple(
            MapPerson(id=one.id, me=one.me, holds=(*one.holds, own) if one.me else one.holds, maybe=one.maybe)
            for one in access_map.people
        )
        return AccessMap(people=people, things=things, ways=(*access_map.ways, way(change.on, own)))
    if change.do is Do.CLOSE:
        gone = [one for one in access_map.ways if (one.to, one.needs) == (change.on, change.by)]
        assert len(gone) == 1
        kept = tuple(one for one in access_map.ways if one not in gone)
        return AccessMap(people=access_map.people, things=access_map.things, ways=kept)
    people = tuple(one if one.me else _without(one, change.on) for one in access_map.people)
    ways = access_map.ways
    if change.do is Do.NEW_SIM:
        ways = tuple(one for one in ways if change.on not in one.needs)
    return AccessMap(people=people, things=access_map.things, ways=ways)


def _without(who: MapPerson, gone: str) -> MapPerson:
    return MapPerson(
        id=who.id,
        holds=tuple(one for one in who.holds if one != gone),
        maybe=tuple(one for one in who.maybe if one != gone),
    )
