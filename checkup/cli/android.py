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
from checkup.collect.android import CannotOpen, Opened, from_backup, from_dump, from_files, from_report
from checkup.collect.android.files import Why
from checkup.collect.lists import known_programs
from checkup.flow.finding_words import FindingWords
from checkup.indicators.kept import Kept, lists_folder
from checkup.model.stop import Stop

ONLY_ONE = "only"

_READERS = {"bugreport": from_report, "androidqf": from_files, "dumpsys": from_dump}


def takes(reader: Reader) -> None:
    for name in (*_READERS, "backup"):
        reader.add_argument(f"--{name}", type=Path)
    reader.add_argument("--serial")
    reader.add_argument("--password-file")
    reader.add_argument("--only")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    checks = chosen_checks(given.only, ANDROID_CHECKS)
    named = [name for name in (*_READERS, "backup", "serial") if getattr(given, name) is not None]
    if len(named) != 1:
        raise NotUnderstood("android_one_source")
    words = FindingWords(console.texts, known_programs(Kept(lists_folder())))
    with stopped_by_interrupt() as stop:
        opened = _opened(named[0], given, console, stop)
        result = scanned(console, checks, opened.sources, words.known, stop, opened.subject)
    if given.json:
        write_json(console, "android", **scan_parts(result))
    else:
        write_scan_text(console, words, result)
    return STOPPED if stop.asked else FINISHED


def _opened(name: str, given: Namespace, console: Console, stop: Stop) -> Opened:
    if name == "serial":
        return _plugged_in(given.serial, console, stop)
    path: Path = getattr(given, name)
    try:
        return _backup(path, given, console, stop) if name == "backup" else _READERS[name](path, stop)
    except CannotOpen as fault:
        raise CannotRead(f"android_{fault.why}", path=str(path)) from fault


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


def _backup(path: Path, given: Namespace, console: Console, stop: Stop) -> Opened:
    """Read a backup; its password is asked for only where it has one, and never a word typed here."""
    if given.password_file is not None:
        return from_backup(path, stop, first_line(given.password_file))
    try:
        return from_backup(path, stop)
    except CannotOpen as fault:
        if fault.why is not Why.WRONG_PASSWORD or not sys.stdin or not sys.stdin.isatty():
            raise
    try:
        return from_backup(path, stop, getpass.getpass(console.texts.say("cli.ask_backup_password") + " "))
    except EOFError as end:
        raise CannotOpen(Why.WRONG_PASSWORD) from end


COMMAND = Command(name="android", takes=takes, run=run)
