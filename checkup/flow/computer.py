"""The step "This computer": its one page, the look as it goes on, and how answers change the visit."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from checkup.collect.granted import Granted
from checkup.flow.guided_looks import LOOKS, fitting
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Route
from checkup.model.answer import Answer, CardAnswer
from checkup.model.clock import Clock
from checkup.model.guided_look import GuidedLook
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.model.visit import Visit
from checkup.scan import Event

LOOK, DISK = "look", "disk"


def computer_route(looks: tuple[GuidedLook, ...]) -> Route:
    """Return the route of the step: the look, another disk that was looked at, and own looks."""

    def route(visit: Visit) -> tuple[Place, ...]:
        places = [Place(step=StepId.COMPUTER, page=LOOK)]
        if visit.disks:
            places.append(Place(step=StepId.COMPUTER, page=DISK))
        if visit.computer is not None and fitting(looks, visit.computer):
            places.append(Place(step=StepId.COMPUTER, page=LOOKS))
        return tuple(places)

    return route


def look_here(stop: Stop, clock: Clock) -> Iterator[Event]:
    """Look at this computer: every check it has something for, the real sources, all lists."""
    yield from look_at(None, stop, clock)


def look_at(root: Path | None, stop: Stop, clock: Clock, granted: Granted | None = None) -> Iterator[Event]:
    """Look at another disk, mounted at a folder, or with None at this computer.

    `granted` is what was read of this computer with an administrator's rights.

    Nothing on the disk is started. Raises `UnknownSystem` before the first event where no system that
    is known lies there; `system_on_disk` asks the same without a look.
    """
    from checkup.checks.computer import COMPUTER_CHECKS
    from checkup.collect.computer import for_this_computer, subject_of, system_of
    from checkup.collect.lists import known_programs
    from checkup.collect.run import RunHere
    from checkup.indicators.kept import Kept, lists_folder
    from checkup.scan import scan
    from checkup.scan.fitting import fitting

    system = system_of(root)
    sources = for_this_computer(RunHere(stop), stop, root=root, system=system, granted=granted)
    known = known_programs(Kept(lists_folder())).on(system.value)
    checks = fitting(COMPUTER_CHECKS, sources.kinds)
    yield from scan(checks, sources, known, stop, subject_of(root=root, system=system), clock)


def system_on_disk(root: Path) -> str:
    """Return the name of the system on a disk as it calls itself, "" where none that is known is there."""
    from checkup.collect.computer import UnknownSystem, subject_of

    try:
        return subject_of(root=root).system
    except UnknownSystem:
        return ""


def looked(visit: Visit, result: Result) -> Visit:
    """Return the visit with the result of a look; what was said about things seen again stays.

    A strong sign that is new is a new reason to make passwords elsewhere, whatever was chosen before.
    """
    was_there = visit.computer is not None and visit.computer.has_strong_sign
    knowing = visit.went_on_knowingly and (was_there or not result.has_strong_sign)
    return structs.replace(visit, computer=result, went_on_knowingly=knowing)


def answered(visit: Visit, about: str, answer: Answer) -> Visit:
    """Return the visit after one of the four answers about one card."""
    others = tuple(card for card in visit.cards if card.about != about)
    return structs.replace(visit, cards=(*others, CardAnswer(about=about, answer=answer)))
