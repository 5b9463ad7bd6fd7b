"""A map while it is put together: things once, ways once, and holdings that are sure or perhaps so."""

from collections.abc import Iterable
from enum import Enum

from checkup.model.access_map import AccessMap, How, MapPerson, Thing, ThingKind, Way
from checkup.model.inventory import ME
from checkup.model.visit import Visit


class Known(Enum):
    """Whether something is so, by what was told."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"


class Draft:
    """Collects the parts of one map."""

    def __init__(self) -> None:
        self._people: dict[str, str] = {}
        self._things: dict[str, Thing] = {}
        self._ways: dict[tuple[str, frozenset[str]], Way] = {}
        self._held: dict[tuple[str, str], Known] = {}

    def person(self, name: str, nickname: str = "") -> None:
        """Put a person in."""
        self._people.setdefault(name, nickname)

    def thing(
        self, name: str, kind: ThingKind, of: str = "", called: str = "", *, important: bool = False
    ) -> str:
        """Put a thing in, and return its id."""
        made = Thing(id=name, kind=kind, of=of, name=called, important=important)
        return self._things.setdefault(name, made).id

    def way(
        self,
        to: str,
        needs: Iterable[str],
        how: How,
        known: Known = Known.YES,
        *,
        fixed: bool = False,
        two_step: tuple[str, ...] = (),
    ) -> None:
        """Put a way in, unless it is known not to be there.

        With `two_step` it can be guarded by the first of that, and may be already, perhaps by the others.
        """
        needs = tuple(needs)
        way = Way(
            to=to,
            needs=needs,
            how=how,
            maybe=known is Known.PERHAPS,
            fixed=fixed,
            two_step="".join(two_step[:1]),
            two_step_maybe=bool(two_step),
            two_step_or=tuple(one for one in two_step[1:] if one not in needs),
        )
        if known is not Known.NO and to not in way.needs:
            self._ways.setdefault((to, frozenset(way.needs)), way)

    def holds(self, person: str, thing: str, known: Known = Known.YES) -> None:
        """Say that a person in the map has a thing; what is known outweighs what may be."""
        before = self._held.get((person, thing))
        if person in self._people and known is not Known.NO and before is not Known.YES:
            self._held[person, thing] = known

    def finished(self) -> AccessMap:
        """Return the map."""
        people = tuple(
            MapPerson(
                id=name,
                name=nickname,
                me=name == ME,
                holds=self._of(name, Known.YES),
                maybe=self._of(name, Known.PERHAPS),
            )
            for name, nickname in self._people.items()
        )
        return AccessMap(people=people, things=tuple(self._things.values()), ways=tuple(self._ways.values()))

    def _of(self, person: str, known: Known) -> tuple[str, ...]:
        return tuple(thing for (who, thing), how in self._held.items() if who == person and how is known)


def chosen(visit: Visit, question: str) -> frozenset[str]:
    """Return the choices of a reply; none where it was skipped or not asked."""
    return frozenset(
        choice for reply in visit.replies if reply.question == question for choice in reply.choices
    )


def told(visit: Visit, question: str, yes: Iterable[str], unsure: Iterable[str] = ("not_sure",)) -> Known:
    """Return what a reply says: yes where one of `yes` was chosen, perhaps where nothing or `unsure` was."""
    choices = chosen(visit, question)
    if choices & frozenset(yes):
        return Known.YES
    return Known.PERHAPS if not choices or choices & frozenset(unsure) else Known.NO
