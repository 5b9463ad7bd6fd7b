"""The map as prepared values: the picture, and the list that says the same in words."""

from checkup.access.answer import Access, ChangeStep
from checkup.content.texts import Texts
from checkup.flow.access_picture import Door, Picture, doors_of, picture_of
from checkup.flow.access_words import AccessWords
from checkup.model.access_change import Change
from checkup.model.access_map import AccessMap
from checkup.model.step import Noticed
from checkup.model.value import Value

MOST_ROWS = 12  # of a person, before the rest is asked for
_TONES = {Noticed.NO: "good", Noticed.MAYBE: "attention", Noticed.YES: "attention"}


class DoorRow(Value, frozen=True, kw_only=True):
    """An account somebody reaches, with the proof as sentences."""

    door: Door
    title: str
    proof: tuple[str, ...]
    badge: str


class PersonView(Value, frozen=True, kw_only=True):
    """One person with what they reach; `show_all` is on a button where that is much, else empty."""

    title: str
    rows: tuple[DoorRow, ...]
    show_all: str = ""


class ChangeRow(Value, frozen=True, kw_only=True):
    """One change in its place in the order."""

    change: Change
    title: str
    badge: str
    tone: str
    closes: tuple[str, ...]


class MapView(Value, frozen=True, kw_only=True):
    """The page of the map."""

    title: str
    lead: str
    picture: Picture
    picture_keys: str
    people: tuple[PersonView, ...]
    changes_title: str
    changes_about: str
    changes: tuple[ChangeRow, ...]
    more_title: str
    more: tuple[str, ...]
    not_whole: str


def map_view(
    access_map: AccessMap,
    access: Access,
    said: AccessWords,
    texts: Texts,
    lit: Door | None = None,
    pointed: Change | None = None,
) -> MapView:
    """Return the page; `lit` is the proof shown in the picture, `pointed` the change looked at."""
    say = texts.say
    doors = doors_of(access_map, access)
    if lit is None and doors:
        lit = Door(who=doors[0][0].who, account=doors[0][1].account)
    people = _people(access_map, access, said, texts)
    picture = picture_of(access_map, access, said, lit, pointed)
    rows = tuple(_change(one, said, texts) for one in access.changes)
    return MapView(
        title=say("access.page.title"),
        lead=say("access.page.lead"),
        picture=Picture(
            nodes=picture.nodes,
            lines=picture.lines,
            doors=picture.doors,
            lit=lit,
            name=say("access.page.picture"),
            caption=_caption(lit, pointed, people, rows, texts),
        ),
        picture_keys=say("access.page.keys"),
        people=people,
        changes_title=say("access.cli.changes"),
        changes_about=_about_changes(access_map, access, texts),
        changes=rows,
        more_title=say("access.page.more"),
        more=_more(access, said, texts),
        not_whole=say("access.cli.not_whole"),
    )


def _people(access_map: AccessMap, access: Access, said: AccessWords, texts: Texts) -> tuple[PersonView, ...]:
    """Return everybody, the person themselves last."""
    people = {one.id: one for one in access_map.people}
    ordered = sorted(access.people, key=lambda one: people[one.who].me)
    views = []
    for one in ordered:
        rows = tuple(
            DoorRow(
                door=Door(who=one.who, account=reached.account),
                title=said.thing(reached.account),
                proof=said.proof(people[one.who], reached),
                badge=texts.say("access.page.sure" if reached.is_sure else "access.page.perhaps"),
            )
            for reached in one.reaches
        )
        all_words = texts.say("access.page.show_all", count=len(rows)) if len(rows) > MOST_ROWS else ""
        views.append(PersonView(title=said.reach(one), rows=rows, show_all=all_words))
    return tuple(views)


def _change(one: ChangeStep, said: AccessWords, texts: Texts) -> ChangeRow:
    return ChangeRow(
        change=one.step.change,
        title=said.change(one.step.change),
        badge=texts.say(f"noticed.{one.step.noticed}"),
        tone=_TONES[one.step.noticed],
        closes=said.closes(one.closes),
    )


def _caption(
    lit: Door | None,
    pointed: Change | None,
    people: tuple[PersonView, ...],
    rows: tuple[ChangeRow, ...],
    texts: Texts,
) -> str:
    """Return what the picture shows now, for those who cannot see it and those who can."""
    if pointed is not None:
        row = next((one for one in rows if one.change == pointed), None)
        return " ".join((texts.say("access.page.would_cut", change=row.title), *row.closes)) if row else ""
    row_of = {row.door: (person, row) for person in people for row in person.rows}
    if lit is None or lit not in row_of:
        return ""
    person, found = row_of[lit]
    return " ".join((f"{person.title}: {found.title}.", *found.proof))


def _about_changes(access_map: AccessMap, access: Access, texts: Texts) -> str:
    if not any(thing.important for thing in access_map.things):
        return texts.say("access.page.no_accounts")
    if access.changes:
        return texts.say("access.page.changes_about")
    return "" if access.stays else texts.say("access.cli.no_changes")


def _more(access: Access, said: AccessWords, texts: Texts) -> tuple[str, ...]:
    say = texts.say
    keys = tuple(
        say("access.cli.key", thing=said.thing(one.thing), opens=", ".join(map(said.thing, one.opens)))
        for one in access.keys
    )
    stays = tuple(
        say("access.page.stays", who=said.who(one.who), thing=said.thing(one.thing)) for one in access.stays
    )
    return (*keys, *stays, *map(said.lockout, access.lockouts))
