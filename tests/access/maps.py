"""Maps for tests: the paper's example, random ones, and a slow twin that shares no code with the program."""

import random
from collections.abc import Iterable

from checkup.model.access_change import Change, Do
from checkup.model.access_map import AccessMap, How, MapPerson, Thing, ThingKind, Way

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
            second = chance.choice(ids) if chance.random() < 0.3 else ""
            can = second not in (to, *needs) and second != ""
            ways[to, frozenset(needs)] = Way(
                to=to,
                needs=needs,
                maybe=chance.random() < 0.2,
                fixed=chance.random() < 0.2,
                two_step=second if can else "",
                two_step_maybe=can and chance.random() < 0.3,
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
    ways = [
        (one.to, {*one.needs, *((one.two_step,) if surely and one.two_step_maybe else ())})
        for one in access_map.ways
        if not (surely and one.maybe)
    ]
    while True:
        more = {to for to, needs in ways if to not in found and needs <= found}
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
    if change.do in (Do.RECOVER, Do.KEEP_CODES):
        own = f"{change.do}:{change.on}"
        things = (*access_map.things, thing(own, ThingKind.RECOVERY))
        people = tuple(
            MapPerson(id=one.id, me=one.me, holds=(*one.holds, own) if one.me else one.holds, maybe=one.maybe)
            for one in access_map.people
        )
        return AccessMap(people=people, things=things, ways=(*access_map.ways, way(change.on, own)))
    if change.do is Do.CLOSE:
        gone = ways_meant(access_map, change)
        assert len(gone) == 1
        kept = tuple(one for one in access_map.ways if one not in gone)
        return AccessMap(people=access_map.people, things=access_map.things, ways=kept)
    if change.do is Do.TWO_STEP:
        made = [
            Way(to=one.to, needs=one.needs + change.by, maybe=one.maybe, how=How.TWO_STEPS)
            if one.to == change.on and (one.two_step,) == change.by
            else one
            for one in access_map.ways
        ]
        return AccessMap(people=access_map.people, things=access_map.things, ways=tuple(made))
    renewed = _renewed(access_map, change)
    people = tuple(
        MapPerson(id=one.id, me=True, holds=(*one.holds, *renewed), maybe=one.maybe)
        if one.me
        else _without(one, change.on)
        for one in access_map.people
    )
    ways = access_map.ways
    if change.do is Do.NEW_SIM:
        ways = tuple(one for one in ways if change.on not in one.needs or one.how is How.TWO_STEPS)
    return AccessMap(people=people, things=access_map.things, ways=ways)


def _renewed(access_map: AccessMap, change: Change) -> tuple[str, ...]:
    """Return what the person surely holds afterwards: they make it new where they are in already."""
    if change.do in (Do.TAKE_OUT_BIOMETRIC, Do.KEEP_DEVICE, Do.STOP_SHARING, Do.LEAVE_FAMILY):
        return ()
    if change.do is Do.SIGN_OUT_OTHERS:
        return ()
    belongs = next(one.of for one in access_map.things if one.id == change.on) or change.on
    is_in = belongs in reached(access_map, access_map.me.holds, surely=True)
    return (change.on,) if is_in else ()


def ways_meant(access_map: AccessMap, change: Change) -> list[Way]:
    """Return the way a change closes; two-step verification may have guarded it before."""
    return [
        one
        for one in access_map.ways
        if one.to == change.on
        and (one.needs == change.by or (one.how is How.TWO_STEPS and one.needs[:-1] == change.by))
    ]


def _without(who: MapPerson, gone: str) -> MapPerson:
    return MapPerson(
        id=who.id,
        holds=tuple(one for one in who.holds if one != gone),
        maybe=tuple(one for one in who.maybe if one != gone),
    )
