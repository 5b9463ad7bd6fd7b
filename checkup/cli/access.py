"""`access`: who can get in, by which way, the smallest set of changes in order, and what to ask next.

The JSON object holds `people` (`who`, `name`, `reaches`: `account`, `proof` as sentences, `is_sure`,
`is_shortest`), `changes` (`do`, `on`, `by`, `closes`: `who` and `account`, `noticed`, `effort`, `says`),
`is_smallest`, `stays`, `lockouts`, `keys` and `ask_next`, the last with their sentences.
"""

from argparse import Namespace
from pathlib import Path
from typing import Any

from checkup.access.answer import Access, ChangeStep, ClosedDoor, PersonReaches, who_gets_in
from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, CannotRead, NotUnderstood
from checkup.cli.json_output import write_json
from checkup.cli.words import Reader
from checkup.flow.access_words import AccessWords
from checkup.model.access_map import AccessMap
from checkup.parse.access_map import MOST_BYTES, MapFault, read_access_map


def takes(reader: Reader) -> None:
    """Add the map's file and the form of the answer."""
    reader.add_argument("map", nargs="?", default="")
    reader.add_argument("--json", action="store_true")


def run(words: Namespace, console: Console) -> int:
    """Read the map and write what it says; raises EndedEarly."""
    if not words.map:
        raise NotUnderstood("missing_value", what="MAP")
    access_map = _read(Path(words.map), console)
    said = AccessWords(console.texts, access_map)
    access = who_gets_in(access_map)
    if words.json:
        write_json(console, "access", **_parts(access_map, access, said))
    else:
        _write(console, access, said)
    return FINISHED


def _read(path: Path, console: Console) -> AccessMap:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise CannotRead("map_gone", path=str(path)) from None
    except OSError:
        raise CannotRead("map_closed", path=str(path)) from None
    is_json = path.suffix.lower() == ".json" or data.lstrip()[:1] == b"{"
    try:
        return read_access_map(data, is_json=is_json)
    except MapFault as fault:
        why = console.texts.say(f"access.faults.{fault.key}", **fault.fields)
        raise CannotRead("map_wrong", path=str(path), why=why) from fault


def _parts(access_map: AccessMap, access: Access, said: AccessWords) -> dict[str, Any]:
    people = {person.id: person for person in access_map.people}
    return {
        "people": [
            {
                "who": one.who,
                "name": said.who(one.who),
                "reaches": [
                    {
                        "account": reached.account,
                        "proof": said.proof(people[one.who], reached),
                        "is_sure": reached.is_sure,
                        "is_shortest": reached.is_shortest,
                    }
                    for reached in one.reaches
                ],
            }
            for one in access.people
        ],
        "changes": [_change(one, said) for one in access.changes],
        "is_smallest": access.is_smallest,
        "stays": [_door(one) for one in access.stays],
        "lockouts": [
            {
                "account": one.thing,
                "before": {"do": one.change.do, "on": one.change.on, "by": one.change.by}
                if one.change
                else None,
                "says": said.lockout(one),
            }
            for one in access.lockouts
        ],
        "keys": [{"thing": one.thing, "opens": one.opens} for one in access.keys],
        "ask_next": [
            {"thing": one.thing, "who": one.person, "by": one.needs, "two_step": one.two_step}
            | {"settles": one.settles}
            | {"says": said.question(one)}
            for one in access.ask_next
        ],
    }


def _change(one: ChangeStep, said: AccessWords) -> dict[str, Any]:
    change = one.step.change
    return {
        "do": change.do,
        "on": change.on,
        "by": change.by,
        "closes": [_door(door) for door in one.closes],
        "noticed": one.step.noticed,
        "effort": one.step.effort,
        "says": said.change(change),
    }


def _door(door: ClosedDoor) -> dict[str, str]:
    return {"who": door.who, "account": door.thing}


def _write(console: Console, access: Access, said: AccessWords) -> None:
    for one in access.people:
        _person(console, one, said)
    _changes(console, access, said)
    say = console.texts.say
    stays = [
        say("access.cli.stays_one", who=said.who(one.who), thing=said.thing(one.thing))
        for one in access.stays
    ]
    keys = [
        say("access.cli.key", thing=said.thing(one.thing), opens=", ".join(map(said.thing, one.opens)))
        for one in access.keys
    ]
    _listed(console, "stays", stays)
    _listed(console, "keys", keys)
    _listed(console, "lockouts", [said.lockout(one) for one in access.lockouts])
    _listed(console, "ask", [said.question(one) for one in access.ask_next if one.settles or one.leans])
    console.line()
    console.paragraph(say("access.cli.not_whole"))


def _person(console: Console, one: PersonReaches, said: AccessWords) -> None:
    console.paragraph(said.reach(one))
    if not one.reaches:
        console.line()
        return
    person = said.person(one.who)
    for reached in one.reaches:
        console.paragraph(f"- {said.thing(reached.account)}", indent=2, hang=4)
        for sentence in said.proof(person, reached):
            console.paragraph(sentence, indent=6, hang=8)
    console.line()


def _changes(console: Console, access: Access, said: AccessWords) -> None:
    say = console.texts.say
    if not access.changes:
        if not access.stays:
            console.paragraph(say("access.cli.no_changes"))
        return
    console.paragraph(say("access.cli.changes"))
    for number, one in enumerate(access.changes, 1):
        console.paragraph(f"{number}. {said.change(one.step.change)}", indent=2, hang=5)
        noticed = say(f"noticed.{one.step.noticed}")
        console.paragraph(say("access.cli.noticed", noticed=noticed), indent=5)
        for words in said.closes(one.closes):
            console.paragraph(words, indent=5)
    if not access.is_smallest:
        console.paragraph(say("access.cli.near_smallest"))


def _listed(console: Console, key: str, lines: list[str]) -> None:
    if lines:
        console.line()
        console.paragraph(console.texts.say(f"access.cli.{key}"))
        for line in lines:
            console.paragraph(f"- {line}", indent=2, hang=4)


COMMAND = Command(name="access", takes=takes, run=run)
