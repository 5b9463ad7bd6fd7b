"""What is said about an access map: from ids to sentences, for window, plan and terminal."""

from checkup.access.answer import ClosedDoor, OwnLockOut, PersonReaches, Reached
from checkup.access.unknowns import OpenQuestion
from checkup.content.texts import Texts
from checkup.model.access_change import Change, Do
from checkup.model.access_map import AccessMap, How, MapPerson, Thing, Way


class AccessWords:
    """Says the things, proofs, changes and questions of one map in one language.

    `names` are names by id that stand in no map: what a service or a device is called in this language.
    """

    def __init__(
        self,
        texts: Texts,
        access_map: AccessMap,
        names: dict[str, str] | None = None,
        *,
        with_names: bool = True,
    ) -> None:
        self._texts = texts
        self._things = {thing.id: thing for thing in access_map.things}
        self._people = {person.id: person for person in access_map.people}
        self._ways = {(way.to, way.needs): way for way in access_map.ways}
        self._names = names or {}
        self._with_names = with_names

    def person(self, person: str) -> MapPerson:
        """Return a person of the map by their id."""
        return self._people[person]

    def who(self, person: str) -> str:
        """Return what a person is called."""
        found = self._people.get(person)
        if found is None:
            return person
        if found.name:
            return found.name if self._with_names else self._texts.say("access.somebody")
        if found.me:
            return self._texts.say("access.me")
        return self._texts.say("access.other") if person == "other" else person

    def reach(self, one: PersonReaches) -> str:
        """Return the head of what somebody reaches, or that they reach nothing."""
        found = self._people.get(one.who)
        if not one.reaches:
            key = "nothing_me" if found is not None and found.me and not found.name else "nothing"
            return self._texts.say(f"access.cli.{key}", who=self.who(one.who))
        return self._texts.say("access.cli.reaches", who=self.who(one.who))

    def thing(self, name: str) -> str:
        """Return what a thing is called: by its own name or by what it belongs to, else its id."""
        found = self._things.get(name)
        if found is None:
            return name
        if found.of == name or (found.of and not self._named(found)):
            return self._texts.say(f"access.kinds.{found.kind}", of=self.bare(found.of))
        return self.bare(name)

    def bare(self, name: str) -> str:
        """Return the name of a thing alone, as it stands in the name of what belongs to it."""
        found = self._things.get(name)
        if found is not None and (named := self._named(found)):
            return named
        key = f"access.known.{name}"
        return self._texts.say(key) if "." not in name and self._texts.has(key) else name

    def _named(self, thing: Thing) -> str:
        own = "" if self._tells_a_person(thing.name) else thing.name
        return own or self._names.get(thing.id, "")

    def _tells_a_person(self, name: str) -> bool:
        """Whether a thing's own name holds the name of somebody, where those should stay out."""
        if self._with_names:
            return False
        folded = name.casefold()
        return any(one.name and one.name.casefold() in folded for one in self._people.values())

    def proof(self, person: MapPerson, reached: Reached) -> tuple[str, ...]:
        """Return why somebody reaches an account: what they hold, then each way, one sentence each."""
        perhaps = set(person.maybe) - set(person.holds)
        held = tuple(self._holds(person, one, is_known=one not in perhaps) for one in reached.held)
        return (*held, *map(self.way, reached.ways))

    def way(self, way: Way) -> str:
        """Return one way as a sentence."""
        said = self._texts.say(f"access.ways.{way.how}", by=self._all(way.needs), to=self.thing(way.to))
        return self._texts.say("access.not_known", sentence=said) if way.maybe else said

    def change(self, change: Change) -> str:
        """Return what to do."""
        if change.do is Do.TWO_STEP:
            by = self._all(change.by)
            return self._texts.say("access.changes.two_step", thing=self.thing(change.on), by=by)
        if change.do is not Do.CLOSE:
            return self._texts.say(f"access.changes.{change.do}", thing=self.thing(change.on))
        way = self._ways.get((change.on, change.by))
        how = way.how if way else How.OPENS
        return self._texts.say(f"access.close.{how}", by=self._all(change.by), to=self.thing(change.on))

    def question(self, asked: OpenQuestion) -> str:
        """Return one open question."""
        say = self._texts.say
        if asked.person:
            if self._people[asked.person].me:
                return say("access.ask.holds_me", thing=self.thing(asked.thing))
            return say("access.ask.holds", who=self.who(asked.person), thing=self.thing(asked.thing))
        if asked.two_step:
            return say(f"access.ask.{self._two_step(asked)}", thing=self.thing(asked.thing))
        way = self._ways.get((asked.thing, asked.needs))
        key = f"access.ask.{way.how if way else How.OPENS}"
        if not self._texts.has(key):
            key = "access.ask.opens"
        return say(key, by=self._all(asked.needs), to=self.thing(asked.thing))

    def question_of_many(self, asked: OpenQuestion) -> str:
        """Return the question that stands for many alike, which differ in the thing alone."""
        say = self._texts.say
        if asked.person:
            key = "holds_me" if self._people[asked.person].me else "holds"
            return say(f"access.ask_many.{key}", who=self.who(asked.person))
        if asked.two_step:
            return say(f"access.ask_many.{self._two_step(asked)}", thing=self.thing(asked.thing))
        way = self._ways.get((asked.thing, asked.needs))
        key = f"access.ask_many.{way.how if way else How.OPENS}"
        if not self._texts.has(key):
            key = "access.ask_many.opens"
        return say(key, by=self._all(asked.needs))

    def _two_step(self, asked: OpenQuestion) -> str:
        """Return the key of a question for two-step verification; some accounts have a step of their own."""
        steps = [self._things[one] for one in asked.needs if one in self._things]
        is_own = any(one.of == asked.thing for one in steps)
        return "two_step_own" if is_own else "two_step"

    def closes(self, doors: tuple[ClosedDoor, ...]) -> tuple[str, ...]:
        """Return the doors that are closed, one sentence for each person."""
        of_person: dict[str, list[str]] = {}
        for door in doors:
            of_person.setdefault(door.who, []).append(door.thing)
        return tuple(
            self._texts.say("access.cli.closes", who=self.who(who), thing=self._all(tuple(things)))
            for who, things in of_person.items()
        )

    def lockout(self, lockout: OwnLockOut) -> str:
        """Return why a step that keeps the person in is there."""
        thing = self.thing(lockout.thing)
        if lockout.change is None:
            return self._texts.say("access.cli.lockout_now", thing=thing)
        return self._texts.say("access.cli.lockout_then", thing=thing, change=self.change(lockout.change))

    def _holds(self, person: MapPerson, thing: str, *, is_known: bool) -> str:
        kind, name = self._things[thing].kind, self.thing(thing)
        if person.me:
            said = self._texts.say(f"access.mine.{kind}", thing=name)
        else:
            said = self._texts.say(f"access.holds.{kind}", who=self.who(person.id), thing=name)
        return said if is_known else self._texts.say("access.not_known", sentence=said)

    def _all(self, things: tuple[str, ...]) -> str:
        """Return the names of things that are needed together, as a list."""
        said = ""
        for one in map(self.thing, things):
            said = self._texts.say("access.or_also", first=said, more=one) if said else one
        return said
