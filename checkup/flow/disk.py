"""Another disk: a computer's disk or a copy, looked at from this computer and kept apart from it."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from checkup.flow.computer import look_at
from checkup.model.clock import Clock
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.model.visit import Visit
from checkup.scan import Ended, Event


class CannotLook(Exception):
    """Nothing can be looked at there; `key` is the text `computer.disk.<key>`, with the folder's path."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(key, path)
        self.key = key
        self.path = path


def look_at_disk(root: Path, stop: Stop, clock: Clock) -> Iterator[Event]:
    """Look at the disk mounted at a folder; its result bears the folder's path as its name.

    Raises `CannotLook` before the first event where the folder does not open or holds no known system.
    """
    from checkup.collect.computer import UnknownSystem

    name = path_words(root)
    try:
        with os.scandir(root) as entries:
            next(entries, None)
    except (OSError, ValueError) as error:
        raise CannotLook("closed", name) from error
    try:
        for event in look_at(root, stop, clock):
            yield named(event, name) if isinstance(event, Ended) else event
    except UnknownSystem as error:
        raise CannotLook("unknown", name) from error


def named(event: Ended, name: str) -> Ended:
    """Return the end of a look with the disk's name in its result."""
    subject = structs.replace(event.result.subject, name=name)
    return Ended(result=structs.replace(event.result, subject=subject))


def path_words(root: Path) -> str:
    """Return a path as text that a record can hold: bytes that are no text are replaced."""
    return os.fsencode(root.absolute()).decode("utf-8", "replace")


def seen_disk(visit: Visit, name: str = "") -> Result | None:
    """Return the disk of this name, or the one that was looked at last; None where none was."""
    return next((one for one in visit.disks if one.subject.name == name), (*visit.disks[-1:], None)[0])


def without_disk(visit: Visit, name: str) -> Visit:
    """Return the visit without a disk and what was said about the things seen there."""
    gone = tuple(one for one in visit.disks if one.subject.name == name)
    said = {one.key_of(finding) for one in gone for finding in one.findings}
    return structs.replace(
        visit,
        disks=tuple(one for one in visit.disks if one.subject.name != name),
        cards=tuple(card for card in visit.cards if card.about not in said),
    )


def looked_at_disk(visit: Visit, result: Result) -> Visit:
    """Return the visit with the disk at the end; an earlier look at the same one is gone."""
    others = tuple(one for one in visit.disks if one.subject.name != result.subject.name)
    return structs.replace(visit, disks=(*others, result))
