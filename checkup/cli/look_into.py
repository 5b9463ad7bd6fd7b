"""Looking at what somebody named on the command line: made ready, checked, written; one way for all kinds."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable

from checkup.checks.check import Check
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, STOPPED, CannotRead
from checkup.cli.interrupt import stopped_by_interrupt
from checkup.cli.json_output import write_json
from checkup.cli.passphrase_asked import first_line
from checkup.cli.scan_run import scan_parts, scanned
from checkup.cli.scan_text import write_scan_text
from checkup.collect.lists import known_programs
from checkup.flow.finding_words import FindingWords
from checkup.flow.phone_look import CannotLook, Ready, Wanted, made_ready
from checkup.indicators import Known
from checkup.indicators.kept import Kept, lists_folder
from checkup.model.stop import Stop

MakeReady = Callable[[Known, Stop], Ready]
"""Opens what is to be looked at; raises CannotRead."""


def look_into(
    command: str,
    make_ready: MakeReady,
    given: Namespace,
    console: Console,
    checks: tuple[Check, ...] | None = None,
) -> int:
    """Look, write what there is, and return the exit status; `checks` where not all are wanted."""
    words = FindingWords(console.texts, known_programs(Kept(lists_folder())))
    with stopped_by_interrupt() as stop:
        ready = make_ready(words.known, stop)
        result = scanned(console, checks or ready.checks, ready.sources, words.known, stop, ready.subject)
    if given.json:
        write_json(console, command, **scan_parts(result))
    else:
        write_scan_text(console, words, result)
    return STOPPED if stop.asked else FINISHED


def brought(wanted: Wanted, console: Console, password_file: str | None = None) -> MakeReady:
    """Return how a file or folder somebody brought is opened; its password is asked for where it has one."""

    def make_ready(known: Known, stop: Stop) -> Ready:
        try:
            return made_ready(wanted, lambda: _password(console, password_file), known, stop)
        except CannotLook as closed:
            raise CannotRead(closed.key, path=closed.path) from closed

    return make_ready


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
