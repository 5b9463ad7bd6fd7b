"""`indicators`: the lists of known programs, those that came along and those that were added.

The JSON object of `list` holds `lists`, each with `id`, `name`, `as_of`, `licence`, `origin`, `credit`,
`count`, `families`, `built_in`, and for added ones `taken`, `address`, `signed_by`, `skipped` and
`earlier`; and `damaged`, the ids that cannot be read. Of `import` and `update`: `results`, each with
`id`, `taken`, `change`, `added`, `lost`, `skipped`, and `refused` with the reason. Of `verify`: `whole`.
"""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import COULD_NOT_READ, FINISHED, CannotRead, NotUnderstood
from checkup.cli.indicators_taken import Taking
from checkup.cli.json_output import rows, write_json
from checkup.cli.words import Reader
from checkup.collect.lists import consent_for, from_feed, from_file, known_programs, own_feeds, signature_of
from checkup.content.feeds import Feed, load_feeds
from checkup.flow.list_words import ListWords
from checkup.indicators.imports.outcome import Refused
from checkup.indicators.kept import CannotKeep, Kept, NothingEarlier, lists_folder
from checkup.indicators.kept_list import KeptList
from checkup.indicators.program_list import ProgramList
from checkup.indicators.signature import PublicKey
from checkup.model.clock import now
from checkup.model.shown import shown
from checkup.network import Door

YES = frozenset({"y", "yes", "c", "có", "co"})


def takes(reader: Reader) -> None:
    reader.add_argument("act", nargs="?")
    reader.add_argument("what", nargs="?")
    reader.add_argument("--json", action="store_true")
    reader.add_argument("--yes", action="store_true")
    reader.add_argument("--anyway", action="store_true")


def run(given: Namespace, console: Console) -> int:
    acts: dict[str, Callable[[Namespace, Console, Kept], int]] = {
        "list": _list,
        "import": _import,
        "update": _update,
        "verify": _verify,
        "back": _back,
        "remove": _remove,
    }
    if given.act is None:
        raise NotUnderstood("missing_value", what=" | ".join(acts))
    if given.act not in acts:
        raise NotUnderstood("words", words=given.act)
    kept = Kept(lists_folder())
    try:
        return acts[given.act](given, console, kept)
    except CannotKeep as error:
        raise CannotRead("lists_not_kept", folder=str(kept.folder)) from error


def _list(given: Namespace, console: Console, kept: Kept) -> int:
    added = {one.id: one for one in kept.lists()}
    lists = [(one, added.get(one.source.id)) for one in _all(kept, added)]
    if given.json:
        parts = [_row(one, of, kept) for one, of in lists]
        write_json(console, "indicators", lists=parts, damaged=list(kept.damaged()))
        return FINISHED
    words = ListWords(console.texts)
    for one, of in lists:
        console.paragraph(f"{words.name(one)} [{one.source.id}]")
        for line in words.about(one, of):
            console.paragraph(shown(line), indent=2)
    if added:
        console.note(console.texts.say("lists.ask.kept", folder=str(kept.folder)))
    _tell_damaged(console, kept)
    return FINISHED


def _all(kept: Kept, added: dict[str, KeptList]) -> Iterator[ProgramList]:
    for one in known_programs(kept).listed.lists:
        if one.source.id not in added:
            yield one
    yield from (one.list for one in added.values())


def _row(one: ProgramList, of: KeptList | None, kept: Kept) -> dict[str, object]:
    source = one.source
    row: dict[str, object] = {
        "id": source.id,
        "name": source.name,
        "as_of": source.as_of,
        "licence": source.licence,
        "origin": source.origin,
        "credit": source.credit,
        "count": one.count,
        "families": len(one.families),
        "built_in": of is None,
    }
    if of is not None:
        row |= {"taken": of.taken, "address": of.address, "signed_by": of.signed_by}
        row |= {"skipped": rows(of.skipped), "earlier": kept.earlier(of.id) is not None}
    return row


def _import(given: Namespace, console: Console, kept: Kept) -> int:
    path = _path(given)
    found = from_file(path, kept, now().date())
    taking = Taking(console, kept, anyway=given.anyway)
    if isinstance(found, PublicKey):
        kept.trust(found, path.read_text("utf-8"))
        taking.note(console.texts.say("lists.key", key=found.id), id=found.id, taken=True)
    else:
        taking.take(path.name, found)
    return taking.end(given.json)


def _update(given: Namespace, console: Console, kept: Kept) -> int:
    every = (*load_feeds(), *own_feeds(kept))
    feeds = tuple(feed for feed in every if given.what in {None, feed.id})
    if not feeds:
        raise NotUnderstood("list_id", tuple(feed.id for feed in every), id=given.what)
    if not _agreed(given, console, feeds, kept):
        return FINISHED
    taking = Taking(console, kept, anyway=given.anyway)
    door = Door(lambda: False)  # whoever types this command and says yes wants the network
    for feed in feeds:
        console.progress(feed.name)
        taking.take(feed.name, from_feed(feed, consent_for(feed), now().date(), door), feed)
    return taking.end(given.json)


def _agreed(given: Namespace, console: Console, feeds: tuple[Feed, ...], kept: Kept) -> bool:
    """Say who is asked and what they learn; a yes comes from the terminal or from `--yes`."""
    console.tell(console.texts.say("lists.ask.title"))
    for line in ListWords(console.texts).ask(feeds, str(kept.folder)):
        console.tell(line)
    if given.yes:
        return True
    if not sys.stdin or not sys.stdin.isatty():
        raise NotUnderstood("lists_yes")
    console.tell(console.texts.say("cli.indicators.yes"))
    return sys.stdin.readline().strip().casefold() in YES


def _verify(given: Namespace, console: Console, kept: Kept) -> int:
    if given.what is not None:
        return _verify_file(given, console, kept)
    known_programs(kept)  # raises for a built-in list
    damaged = kept.damaged()
    if given.json:
        write_json(console, "indicators", whole=not damaged, damaged=list(damaged))
    elif not damaged:
        console.paragraph(console.texts.say("lists.whole"))
    _tell_damaged(console, kept)
    return COULD_NOT_READ if damaged else FINISHED


def _verify_file(given: Namespace, console: Console, kept: Kept) -> int:
    path = _path(given)
    signed = signature_of(path, kept)
    if signed is None:
        raise CannotRead("no_signature", path=str(path))
    if isinstance(signed, Refused):
        raise CannotRead("list_refused", why=ListWords(console.texts).refused(path.name, signed))
    when = datetime.fromtimestamp(min(signed.stamp, 32_503_680_000), UTC).date().isoformat()
    if given.json:
        write_json(console, "indicators", whole=True, key=signed.key_id, signed=when)
    else:
        console.paragraph(console.texts.say("lists.good_signature", key=signed.key_id, date=when))
    return FINISHED


def _back(given: Namespace, console: Console, kept: Kept) -> int:
    try:
        found = kept.step_back(_id(given))
    except NothingEarlier as error:
        raise CannotRead("nothing_earlier", id=given.what) from error
    console.paragraph(console.texts.say("lists.back", name=shown(found.list.source.name)))
    return FINISHED


def _remove(given: Namespace, console: Console, kept: Kept) -> int:
    list_id = _id(given)
    if list_id not in kept.ids():
        raise NotUnderstood("list_id", kept.ids(), id=list_id)
    kept.remove(list_id)
    console.paragraph(console.texts.say("lists.gone", id=list_id))
    return FINISHED


def _path(given: Namespace) -> Path:
    if given.what is None:
        raise NotUnderstood("missing_value", what="FILE")
    return Path(given.what)


def _id(given: Namespace) -> str:
    if given.what is None:
        raise NotUnderstood("missing_value", what="ID")
    return str(given.what)


def _tell_damaged(console: Console, kept: Kept) -> None:
    for list_id in kept.damaged():
        console.tell(console.texts.say("lists.damaged", id=list_id))


COMMAND = Command(name="indicators", takes=takes, run=run)
