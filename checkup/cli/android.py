"""`android`: looks at an Android phone on the cable, or at files about one, and writes what there is."""

import getpass
import sys
from argparse import Namespace
from pathlib import Path

from checkup.checks.android import ANDROID_CHECKS
from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, STOPPED, CannotRead, NotUnderstood
from checkup.cli.interrupt import stopped_by_interrupt
from checkup.cli.json_output import write_json
from checkup.cli.passphrase_asked import first_line
from checkup.cli.scan import chosen_checks
from checkup.cli.scan_run import scan_parts, scanned
from checkup.cli.scan_text import write_scan_text
from checkup.cli.words import Reader
from checkup.collect.android import Opened
from checkup.collect.lists import known_programs
from checkup.flow.finding_words import FindingWords
from checkup.flow.phone_look import CannotLook, Ready, Source, Wanted, made_ready
from checkup.indicators import Known
from checkup.indicators.kept import Kept, lists_folder
from checkup.model.stop import Stop

ONLY_ONE = "only"

_SOURCES = {
    "bugreport": Source.BUG_REPORT,
    "androidqf": Source.ANDROIDQF,
    "dumpsys": Source.DUMPSYS,
    "backup": Source.ADB_BACKUP,
}


def takes(reader: Reader) -> None:
    for name in _SOURCES:
        reader.add_argument(f"--{name}", type=Path)
    reader.add_argument("--serial")
    reader.add_argument("--password-file")
    reader.add_argument("--only")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    checks = chosen_checks(given.only, ANDROID_CHECKS)
    named = [name for name in (*_SOURCES, "serial") if getattr(given, name) is not None]
    if len(named) != 1:
        raise NotUnderstood("android_one_source")
    words = FindingWords(console.texts, known_programs(Kept(lists_folder())))
    with stopped_by_interrupt() as stop:
        ready = _opened(named[0], given, console, words.known, stop)
        result = scanned(console, checks, ready.sources, words.known, stop, ready.subject)
    if given.json:
        write_json(console, "android", **scan_parts(result))
    else:
        write_scan_text(console, words, result)
    return STOPPED if stop.asked else FINISHED


def _opened(name: str, given: Namespace, console: Console, known: Known, stop: Stop) -> Ready:
    if name == "serial":
        looked = _plugged_in(given.serial, console, stop)
        return Ready(checks=ANDROID_CHECKS, sources=looked.sources, subject=looked.subject)
    wanted = Wanted(source=_SOURCES[name], path=getattr(given, name))
    try:
        return made_ready(wanted, lambda: _password(given.password_file, console), known, stop)
    except CannotLook as fault:
        raise CannotRead(fault.key, path=fault.path) from fault


def _plugged_in(serial: str, console: Console, stop: Stop) -> Opened:
    """Look at the phone on the cable; where it goes away in between, say so and show what there is."""
    from checkup.collect.android.cable import NotConnected, from_cable

    try:
        looked = from_cable(
            "" if serial == ONLY_ONE else serial,
            stop,
            lambda what: console.progress(console.texts.say("cli.android.asks", what=what)),
        )
    except NotConnected as fault:
        raise CannotRead(f"android_{fault.state}", fault.serials, serial=serial) from fault
    console.wipe_progress()
    if not looked.is_whole and not stop.asked:
        console.tell(console.texts.say("cli.android.disconnected"))
    console.note(console.texts.say("cli.android.switch_off"))
    return looked.opened


def _password(file: str | None, console: Console) -> str | None:
    """Return the backup's password, asked for only where it has one, and never a word typed here."""
    if file is not None:
        return first_line(file)
    if not sys.stdin or not sys.stdin.isatty():
        return None
    try:
        return getpass.getpass(console.texts.say("cli.ask_backup_password") + " ")
    except EOFError:
        return None


COMMAND = Command(name="android", takes=takes, run=run)
