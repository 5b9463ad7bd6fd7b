"""`signins`: reads data exports of several services and says which devices stand in them.

The JSON object is written as rows come, so that a million rows need no memory: `records`, `groups`,
`unread`. A record's `source` is the file it stood in.
"""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, STOPPED, CannotRead
from checkup.cli.interrupt import stopped_by_interrupt
from checkup.cli.signins_json import SignInsJson
from checkup.cli.signins_text import write_signins_text
from checkup.cli.words import Reader
from checkup.collect.exports import Began, gathered
from checkup.model.looked import Unread
from checkup.model.sign_in import SignInRecord
from checkup.model.stop import Stop
from checkup.signins.tally import Tally

STEP = 20_000


def takes(reader: Reader) -> None:
    reader.add_argument("paths", nargs="+", type=Path)
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    for path in given.paths:
        _ensure_there(path)
    tally = Tally()
    written = SignInsJson(console) if given.json else None
    with stopped_by_interrupt() as stop:
        for rows in _rows(given.paths, tally, stop, console):
            if written is not None:
                written.records(rows, tally.source)
    console.wipe_progress()
    history = tally.history()
    if not history.read and history.unread and not stop.asked:
        cause = history.unread[0].reason.value
        raise CannotRead("no_sign_ins", cause=console.texts.say(f"causes.{cause}"))
    if written is not None:
        written.end(history)
    else:
        write_signins_text(console, history)
    return STOPPED if stop.asked else FINISHED


def _rows(paths: list[Path], tally: Tally, stop: Stop, console: Console) -> Iterator[list[SignInRecord]]:
    count = told = 0
    for event in gathered(paths, stop):
        match event:
            case list():
                tally.add(event)
                yield event
                count += len(event)
                if count >= told + STEP:
                    told = count
                    console.progress(console.texts.count("cli.signins.progress", count))
            case Began():
                tally.source = event.where
            case Unread():
                tally.missed(event)


def _ensure_there(path: Path) -> None:
    try:
        path.stat()
        if path.is_dir():
            next(path.iterdir(), None)
        else:
            path.open("rb").close()
    except FileNotFoundError as error:
        raise CannotRead("no_file", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise CannotRead("closed_file", path=str(path)) from error


COMMAND = Command(name="signins", takes=takes, run=run)
