"""The help directory: every entry of resources/help, by country, section and age, offline.

It needs no record, no passphrase and no network. A centre's own entries lie on top.
"""

import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import msgspec

from checkup.content.help_local import LocalHelp
from checkup.content.root import resource
from checkup.content.texts import Language
from checkup.model.help import EVERYWHERE, Ages, HelpEntry, HelpEvidence, HelpSection
from checkup.model.value import Value

VIET_NAM = "VN"
REGIONS = frozenset({"EU"})
"""Files that hold entries of several countries and are no choice of their own."""


class BrokenHelp(Exception):
    """A file of resources/help does not hold what an entry needs; `file` and `fault` say which."""

    def __init__(self, file: str, fault: str) -> None:
        super().__init__(file, fault)
        self.file = file
        self.fault = fault


class _Country(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    country: str
    as_of: str
    entries: tuple[dict[str, object], ...]


class Band(Value, frozen=True, kw_only=True):
    """The entries of one section, in the order to show them."""

    section: HelpSection
    entries: tuple[HelpEntry, ...]


def _folder() -> Path:
    return resource("help")


class HelpDirectory:
    """All entries; those of a country are read when it is asked for."""

    def __init__(self, local: LocalHelp | None = None, folder: Callable[[], Path] = _folder) -> None:
        self.local = local or LocalHelp()
        self._folder = folder
        self._read: dict[str, tuple[HelpEntry, ...]] = {}

    def countries(self, language: Language) -> tuple[str, ...]:
        """Return the codes to choose from: Viet Nam first in Vietnamese, everywhere always last."""
        own = {entry.country for entry in self.local.entries}
        codes = (self._files.keys() | own) - REGIONS - {EVERYWHERE}
        first = VIET_NAM if language is Language.VIETNAMESE else ""
        return (*sorted(codes, key=lambda code: (code != first, code)), EVERYWHERE)

    def bands(self, country: str, *, under_18: bool = False) -> tuple[Band, ...]:
        """Return the sections of a country that have entries, danger first.

        The centre's own come first, then the country's, then those that serve everywhere. For
        somebody under 18 the entries for children lead and those for adults only are left out.
        """
        entries = [entry for entry in self._of(country) if not (under_18 and entry.ages is Ages.ADULTS)]
        entries.sort(key=lambda entry: _place(entry, under_18=under_18))
        bands = (_band(section, entries) for section in HelpSection)
        return tuple(band for band in bands if band.entries)

    def everything(self) -> tuple[HelpEntry, ...]:
        """Return every entry of every file, for counting and for tests."""
        return tuple(entry for code in self._files for entry in self._country(code))

    def _of(self, country: str) -> list[HelpEntry]:
        own = self._country(country)
        everywhere = self._country(EVERYWHERE) if country != EVERYWHERE else ()
        ours = (*own, *self._regional(country, own), *everywhere)
        local = [entry for entry in self.local.entries if entry.country in (country, EVERYWHERE)]
        return local + [entry for entry in ours if entry.id not in self.local.without]

    def _regional(self, country: str, own: tuple[HelpEntry, ...]) -> list[HelpEntry]:
        """Return a region's entries that work in this country and say something its own do not."""
        known = {phone.number for entry in own for phone in entry.phones}
        return [
            entry
            for region in sorted(REGIONS & self._files.keys())
            for entry in self._country(region)
            if country in entry.only_in and not {phone.number for phone in entry.phones} & known
        ]

    def _country(self, code: str) -> tuple[HelpEntry, ...]:
        if code not in self._read:
            self._read[code] = _entries(self._files[code]) if code in self._files else ()
        return self._read[code]

    @cached_property
    def _files(self) -> dict[str, Path]:
        return {path.stem.upper(): path for path in sorted(self._folder().glob("*.toml"))}


def _band(section: HelpSection, entries: list[HelpEntry]) -> Band:
    return Band(section=section, entries=tuple(entry for entry in entries if entry.section is section))


def _place(entry: HelpEntry, *, under_18: bool) -> tuple[bool, bool, bool, bool]:
    """Return what sorts an entry; the sort keeps the files' order where this is equal."""
    for_children = entry.ages is Ages.UNDER_18
    return (
        entry.evidence is not HelpEvidence.LOCAL,
        not entry.may_be_called,
        for_children is not under_18,
        bool(entry.region),
    )


def _entries(path: Path) -> tuple[HelpEntry, ...]:
    try:
        file = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _Country)
        if file.country.lower() != path.stem:
            raise BrokenHelp(path.name, f"its country is {file.country}")
        return tuple(msgspec.convert({**one, "country": file.country}, HelpEntry) for one in file.entries)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as fault:
        raise BrokenHelp(path.name, str(fault)) from fault
