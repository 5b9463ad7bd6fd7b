"""The command line from start to exit status: finds the command, runs it, answers for its errors."""

import os
import sys
from importlib import import_module

from checkup import __version__
from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import COULD_NOT_READ, FINISHED, STOPPED, WRONG_USAGE, EndedEarly, NotUnderstood
from checkup.cli.words import Reader, Words, language_of, taken_apart

# Each stands in its own file and is loaded only when it is asked for.
COMMANDS: dict[str, str] = {
    "scan": "checkup.cli.scan",
    "iphone": "checkup.cli.iphone",
    "android": "checkup.cli.android",
    "network": "checkup.cli.network",
    "passphrase": "checkup.cli.passphrase",
    "access": "checkup.cli.access",
    "signins": "checkup.cli.signins",
    "plan": "checkup.cli.plan",
    "record": "checkup.cli.record",
    "indicators": "checkup.cli.indicators",
    "selftest": "checkup.cli.selftest",
}


def run_command(arguments: list[str]) -> int:
    """Run one command line and return the exit status; writes to standard output and error."""
    try:
        words = taken_apart(arguments)
    except NotUnderstood as wrong:
        console = Console(Words(command="", rest=(), language=language_of(os.environ)))
        return _said(console, wrong, command="")
    console = Console(words)
    try:
        status = _answered(words, console)
        console.flush()
    except BrokenPipeError:
        _stop_writing()
        status = FINISHED
    return status


def command(name: str) -> Command:
    """Return the command of this name; raises NotUnderstood."""
    if name not in COMMANDS:
        raise NotUnderstood("command", command=name)
    found = import_module(COMMANDS[name]).COMMAND
    assert isinstance(found, Command)  # noqa: S101 - a slip in the program, which a test finds
    return found


def _answered(words: Words, console: Console) -> int:
    try:
        return _run(words, console)
    except EndedEarly as ended:
        return _said(console, ended, command=words.command)
    except KeyboardInterrupt:
        console.wipe_progress()
        return STOPPED
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001 - one of the three places: the top of the program
        # What went wrong may hold private text; the sentence says none of it.
        console.tell(console.texts.say("cli.errors.unexpected"))
        return COULD_NOT_READ


def _run(words: Words, console: Console) -> int:
    if words.version:
        console.line(f"checkup {__version__}")
        return FINISHED
    if words.help or not words.command:
        _help(words, console)
        return FINISHED if words.help else WRONG_USAGE
    chosen = command(words.command)
    reader = Reader()
    chosen.takes(reader)
    return chosen.run(reader.read(words.rest), console)


def _help(words: Words, console: Console) -> None:
    say = console.texts.say
    if words.command:
        console.line(say(f"cli.{command(words.command).name}.help").rstrip())
        console.line()
        console.line(say("cli.help.common").rstrip())
        return
    console.line(say("cli.help.head").rstrip())
    console.line()
    for name in COMMANDS:
        console.line(f"  {name:<12} {say(f'cli.{name}.short')}")
    console.line()
    console.line(say("cli.help.common").rstrip())


def _said(console: Console, ended: EndedEarly, *, command: str) -> int:
    say = console.texts.say
    console.tell(say(f"cli.errors.{ended.key}", **ended.fields))
    for choice in ended.choices:
        console.tell(f"  {choice}")
    if ended.status == WRONG_USAGE:
        known = command if command in COMMANDS else ""
        console.tell(say("cli.errors.see_help", command=f"checkup {known}".rstrip() + " --help"))
    return ended.status


def _stop_writing() -> None:
    """Nobody reads any more: keep Python from complaining when it closes standard output."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
