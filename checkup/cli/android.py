"""`android`: looks at an Android phone on the cable, or at files about one, and writes what there is."""

from argparse import Namespace
from pathlib import Path

from checkup.checks.android import ANDROID_CHECKS
from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import CannotRead, NotUnderstood
from checkup.cli.look_into import MakeReady, brought, look_into
from checkup.cli.scan import chosen_checks
from checkup.cli.words import Reader
from checkup.collect.android import Opened
from checkup.flow.phone_look import Ready, Source, Wanted
from checkup.indicators import Known
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
    return look_into("android", _way(named[0], given, console), given, console, checks)


def _way(name: str, given: Namespace, console: Console) -> MakeReady:
    if name != "serial":
        wanted = Wanted(source=_SOURCES[name], path=getattr(given, name))
        return brought(wanted, console, given.password_file)

    def by_cable(_known: Known, stop: Stop) -> Ready:
        looked = _plugged_in(given.serial, console, stop)
        return Ready(checks=ANDROID_CHECKS, sources=looked.sources, subject=looked.subject)

    return by_cable


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


COMMAND = Command(name="android", takes=takes, run=run)
