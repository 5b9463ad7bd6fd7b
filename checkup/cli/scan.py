"""`scan`: looks at this computer, or at a mounted disk, and writes what there is."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkup.checks.check import Check
from checkup.checks.computer import COMPUTER_CHECKS
from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, STOPPED, CannotRead, NotUnderstood
from checkup.cli.interrupt import stopped_by_interrupt
from checkup.cli.json_output import write_json
from checkup.cli.scan_run import scan_parts, scanned
from checkup.cli.scan_text import write_scan_text
from checkup.cli.words import Reader
from checkup.collect.computer import (
    System,
    UnknownSystem,
    for_this_computer,
    subject_of,
    system_of,
    this_system,
)
from checkup.collect.lists import known_programs
from checkup.collect.run import RunHere
from checkup.flow.finding_words import FindingWords
from checkup.indicators import Known
from checkup.indicators.kept import Kept, lists_folder
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.scan.fitting import fitting


def takes(reader: Reader) -> None:
    reader.add_argument("--root", type=Path)
    reader.add_argument("--system", choices=[system.value for system in System])
    reader.add_argument("--only")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    checks = chosen_checks(given.only, COMPUTER_CHECKS)
    system = System(given.system) if given.system else None
    if given.root is None and system not in {None, this_system()}:
        raise NotUnderstood("system_without_root")
    if given.root is not None:
        _ensure_readable(given.root)
    system = _recognised(given.root, system)
    words = FindingWords(console.texts, known_programs(Kept(lists_folder())).on(system.value))
    with stopped_by_interrupt() as stop:
        is_asked = given.only is not None
        result = _scanned(checks, words.known, stop, console, _Where(given.root, system, is_asked=is_asked))
    if given.json:
        write_json(console, "scan", **scan_parts(result))
    else:
        write_scan_text(console, words, result)
    return STOPPED if stop.asked else FINISHED


def chosen_checks(only: str | None, checks: Sequence[Check]) -> tuple[Check, ...]:
    """Return the checks named in `--only`, in their own order; raises NotUnderstood for an unknown one.

    A check may be named whole (`computer.preload`) or by its last word.
    """
    if only is None:
        return tuple(checks)
    asked = [name.strip() for name in only.split(",") if name.strip()]
    known = {name: check.id for check in checks for name in (check.id, check.id.rpartition(".")[2])}
    unknown = [name for name in asked if name not in known]
    if unknown or not asked:
        raise NotUnderstood("check", tuple(check.id for check in checks), check=", ".join(unknown))
    wanted = {known[name] for name in asked}
    return tuple(check for check in checks if check.id in wanted)


@dataclass(frozen=True, slots=True)
class _Where:
    """What is looked at; `is_asked` says that checks were named, so that none is left out."""

    root: Path | None
    system: System
    is_asked: bool


def _recognised(root: Path | None, system: System | None) -> System:
    try:
        return system_of(root, system)
    except UnknownSystem as error:
        raise CannotRead("no_system", path=str(root)) from error


def _scanned(
    checks: Sequence[Check],
    known: Known,
    stop: Stop,
    console: Console,
    where: _Where,
) -> Result:
    sources = for_this_computer(RunHere(stop), stop, root=where.root, system=where.system)
    subject = subject_of(root=where.root, system=where.system)
    checks = checks if where.is_asked else fitting(checks, sources.kinds)
    return scanned(console, checks, sources, known, stop, subject)


def _ensure_readable(root: Path) -> None:
    try:
        if not root.is_dir():
            raise CannotRead("no_folder", path=str(root))
        next(root.iterdir(), None)
    except OSError as error:
        raise CannotRead("closed_folder", path=str(root)) from error
    except ValueError as error:  # a name with a NUL in it
        raise CannotRead("no_folder", path=str(root)) from error


COMMAND = Command(name="scan", takes=takes, run=run)
