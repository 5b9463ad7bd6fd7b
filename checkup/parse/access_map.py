"""An access map written by hand, as TOML or JSON: read with limits, checked, its faults named by place.

The form is described in `checkup.model.access_map`.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator

import msgspec

from checkup.model.access_map import LONGEST, MOST_NEEDS, MOST_PEOPLE, MOST_THINGS, MOST_WAYS, AccessMap

MOST_BYTES = 2 * 2**20


class MapFault(Exception):
    """A map cannot be read. `key` is the text `access.faults.<key>`, `fields` fill it."""

    def __init__(self, key: str, **fields: str) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields


def read_access_map(data: bytes, *, is_json: bool) -> AccessMap:
    """Return the map; raises MapFault."""
    if len(data) > MOST_BYTES:
        raise MapFault("too_large")
    try:
        found = _from_json(data) if is_json else _from_toml(data)
    except msgspec.ValidationError as fault:
        detail, _, place = str(fault).rpartition(" - at `")
        raise MapFault("form", place=place.strip("`").lstrip("$.") or "1", detail=detail) from fault
    except RecursionError as fault:
        raise MapFault("too_large") from fault
    if fault_found := next(faults(found), None):
        raise fault_found
    return found


def faults(access_map: AccessMap) -> Iterator[MapFault]:
    """Yield what is wrong with a map beyond its form."""
    sizes = (len(access_map.people), len(access_map.things), len(access_map.ways))
    if any(size > most for size, most in zip(sizes, (MOST_PEOPLE, MOST_THINGS, MOST_WAYS), strict=True)):
        yield MapFault("too_large")
        return
    if sum(person.me for person in access_map.people) != 1:
        yield MapFault("me")
    yield from _twice("people", [person.id for person in access_map.people])
    yield from _twice("things", [thing.id for thing in access_map.things])
    known = {thing.id for thing in access_map.things}
    for place, name in _named(access_map):
        if name not in known:
            yield MapFault("unknown", place=place, name=name)
    yield from _way_faults(access_map)


def _way_faults(access_map: AccessMap) -> Iterator[MapFault]:
    seen = set()
    for number, way in enumerate(access_map.ways):
        place = f"ways[{number}]"
        if max(len(way.needs), len(way.two_step_or)) > MOST_NEEDS:
            yield MapFault("too_large")
        if way.to in (*way.needs, way.two_step, *way.two_step_or):
            yield MapFault("circle", place=place, name=way.to)
        if (one := (way.to, frozenset(way.needs))) in seen:
            yield MapFault("twice", place=place, name=way.to)
        seen.add(one)


def _named(access_map: AccessMap) -> Iterator[tuple[str, str]]:
    for number, person in enumerate(access_map.people):
        for name in (*person.holds, *person.maybe):
            yield f"people[{number}]", name
    for number, thing in enumerate(access_map.things):
        if thing.of:
            yield f"things[{number}].of", thing.of
    yield from _named_in_ways(access_map)


def _named_in_ways(access_map: AccessMap) -> Iterator[tuple[str, str]]:
    for number, way in enumerate(access_map.ways):
        yield f"ways[{number}].to", way.to
        for name in way.needs:
            yield f"ways[{number}].needs", name
        if way.two_step:
            yield f"ways[{number}].two_step", way.two_step
        for name in way.two_step_or:
            yield f"ways[{number}].two_step_or", name


def _twice(place: str, ids: list[str]) -> Iterator[MapFault]:
    for name, count in Counter(ids).items():
        if count > 1:
            yield MapFault("twice", place=place, name=name)
        if not name or len(name) > LONGEST:
            yield MapFault("form", place=place, detail=f"1..{LONGEST}")


def _from_json(data: bytes) -> AccessMap:
    try:
        return msgspec.json.decode(data, type=AccessMap)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise MapFault("syntax", form="JSON", detail=str(fault)) from fault


def _from_toml(data: bytes) -> AccessMap:
    try:
        parts = tomllib.loads(data.decode("utf-8"))
    except ValueError as fault:  # no TOML, no UTF-8, or a number of thousands of digits
        raise MapFault("syntax", form="TOML", detail=str(fault)) from fault
    return msgspec.convert(parts, AccessMap)
