"""`iphone`: looks into an iPhone's backup in a folder, plain or encrypted, and writes what there is."""

import getpass
import sys
from argparse import Namespace
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, STOPPED, CannotRead, NotUnderstood
from checkup.cli.interrupt import stopped_by_interrupt
from checkup.cli.json_output import write_json
from checkup.cli.passphrase_asked import first_line
from checkup.cli.scan_run import scan_parts, scanned
from checkup.cli.scan_text import write_scan_text
from checkup.cli.words import Reader
from checkup.collect.lists import known_programs
from checkup.flow.finding_words import FindingWords
from checkup.flow.phone_look import CannotLook, Source, Wanted, made_ready
from checkup.indicators.kept import Kept, lists_folder


def takes(reader: Reader) -> None:
    reader.add_argument("--backup", type=Path)
    reader.add_argument("--password-file")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    if given.backup is None:
        raise NotUnderstood("missing_value", what="--backup DIR")
    words = FindingWords(console.texts, known_programs(Kept(lists_folder())))
    wanted = Wanted(source=Source.IPHONE_BACKUP, path=given.backup)
    with stopped_by_interrupt() as stop:
        try:
            ready = made_ready(wanted, lambda: _password(console, given.password_file), words.known, stop)
        except CannotLook as closed:
            raise CannotRead(closed.key, path=closed.path) from closed
        result = scanned(console, ready.checks, ready.sources, words.known, stop, ready.subject)
    if given.json:
        write_json(console, "iphone", **scan_parts(result))
    else:
        write_scan_text(console, words, result)
    return STOPPED if stop.asked else FINISHED


def _password(console: Console, file: str | None) -> str | None:
    """Return the backup's password: never a word of the command line, which others could see."""
    if file is not None:
        return first_line(file)
    if not sys.stdin or not sys.stdin.isatty():
        return None
    try:
        return getpass.getpass(console.texts.say("cli.ask_backup_password") + " ")
    except EOFError:
        return None


COMMAND = Command(name="iphone", takes=takes, run=run)
