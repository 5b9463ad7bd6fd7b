"""The guided looks of resources/looks: loaded when asked for, each with a name of its own."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import msgspec

from checkup.content.root import resource
from checkup.model.guided_look import GuidedLook, LookOn
from checkup.model.value import Value


class BrokenLook(Exception):
    """A file of resources/looks does not hold what a look needs; `file` and `fault` say which."""

    def __init__(self, file: str, fault: str) -> None:
        super().__init__(file, fault)
        self.file = file
        self.fault = fault


class _File(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    looks: tuple[GuidedLook, ...]
    sources: dict[str, str] = msgspec.field(default_factory=dict)


def _folder() -> Path:
    return resource("looks")


def load_looks(folder: Callable[[], Path] = _folder) -> tuple[GuidedLook, ...]:
    """Return all looks in the order of their files; raises BrokenLook."""
    found: dict[str, GuidedLook] = {}
    for path in sorted(folder().glob("*.toml")):
        for look in _read(path):
            if look.id in found:
                raise BrokenLook(path.name, f"{look.id}: two looks have this id")
            found[look.id] = look
    return tuple(found.values())


def looks_on(on: LookOn, folder: Callable[[], Path] = _folder) -> tuple[GuidedLook, ...]:
    """Return the looks for one kind of device."""
    return tuple(look for look in load_looks(folder) if look.on is on)


def _read(path: Path) -> tuple[GuidedLook, ...]:
    try:
        file = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _File)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise BrokenLook(path.name, str(fault)) from fault
    named = {name for look in file.looks for word in look.words for name in (word.en_from, word.vi_from)}
    if unknown := named - {"", *file.sources}:
        raise BrokenLook(path.name, f"{min(unknown)}: a source that is not in the file")
    return file.looks
