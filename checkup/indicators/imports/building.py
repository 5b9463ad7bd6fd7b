"""Puts a list together value by value, and counts what could not be used: nothing drops out unseen."""

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from checkup.indicators.family import FamilyKind
from checkup.indicators.form import formed
from checkup.indicators.imports.outcome import Imported, NotTaken, Skipped, Why
from checkup.indicators.listed import ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

MOST_VALUES = 500_000
MOST_KINDS_SKIPPED = 50
LONGEST_NAME = 100
TOO_BROAD: Final = "too broad a name"  # such as `com` or `appspot.com`: it would match everybody's
NO_VALUE: Final = "no {role}"

_HOSTS = frozenset({Role.CONTROL_DOMAIN, Role.SHOP_DOMAIN, Role.DOMAIN})


class _Family:
    """A family while it grows; dictionaries keep the order and drop repeats."""

    def __init__(self, name: str, kind: FamilyKind) -> None:
        self.name = name
        self.kind = kind
        self.platforms: tuple[str, ...] = ()
        self.also_called: tuple[str, ...] = ()
        self.values: dict[Role, dict[str, None]] = {}


class Builder:
    """One list while it is read; raises NotTaken where it grows too large."""

    def __init__(self) -> None:
        self._families: dict[str, _Family] = {}
        self._met: dict[tuple[str, FamilyKind], str] = {}
        self._skipped: Counter[str] = Counter()
        self._count = 0

    def family(self, name: str, kind: FamilyKind) -> str:
        """Begin a family or go on with it; returns its id. The first kind stands, unless none was said."""
        if (name, kind) in self._met:
            return self._met[name, kind]
        shown = " ".join(name.split())[:LONGEST_NAME]
        family_id = family_id_of(shown)
        known = self._families.setdefault(family_id, _Family(shown, kind))
        if known.kind is FamilyKind.UNSTATED:
            known.kind = kind
        self._met[name, kind] = family_id
        return family_id

    def describe(self, family_id: str, platforms: tuple[str, ...], also_called: tuple[str, ...]) -> None:
        """Add where it runs and what else it is called."""
        family = self._families[family_id]
        family.platforms = tuple(dict.fromkeys((*family.platforms, *platforms)))
        family.also_called = tuple(dict.fromkeys((*family.also_called, *also_called)))

    def add(self, family_id: str, role: Role, value: str) -> bool:
        """Take one value; False, and counted, where it is none of its role."""
        form = formed(role, value)
        if form and role in _HOSTS:
            form = self._host(form)
            if not form:
                self.skip(TOO_BROAD)
                return False
        if not form:
            self.skip(NO_VALUE.format(role=role.value))
            return False
        self._families[family_id].values.setdefault(role, {})[form] = None
        self._count += 1
        if self._count > MOST_VALUES:
            raise NotTaken(Why.TOO_LARGE)
        return True

    def skip(self, what: str, count: int = 1) -> None:
        """Count something the index cannot use."""
        what = what[:LONGEST_NAME]
        if what not in self._skipped and len(self._skipped) >= MOST_KINDS_SKIPPED:
            what = "…"
        self._skipped[what] += count

    def imported(self, source: ListSource) -> Imported:
        """Return the whole list; raises NotTaken where it holds nothing."""
        families = tuple(
            ListedFamily(
                id=family_id,
                name=family.name,
                kind=family.kind,
                platforms=family.platforms,
                also_called=family.also_called,
                values={role: tuple(values) for role, values in family.values.items()},
            )
            for family_id, family in self._families.items()
            if family.values
        )
        if not families:
            raise NotTaken(Why.EMPTY)
        skipped = tuple(Skipped(what=what, count=count) for what, count in self._skipped.most_common())
        return Imported(list=ProgramList(source=source, families=families), skipped=skipped)

    @cached_property
    def _suffixes(self) -> "PublicSuffixList":
        from publicsuffixlist import PublicSuffixList

        return PublicSuffixList()

    def _host(self, name: str) -> str:
        """Return a name without "www.", which stands for its site; "" if anybody may have names below it."""
        if self._suffixes.is_public(name):
            return ""
        if not name.startswith("www."):
            return name
        bare = name.removeprefix("www.")
        return name if "." not in bare or self._suffixes.is_public(bare) else bare


def family_id_of(name: str) -> str:
    """Return the id of a program by its name: its letters and digits, as the built-in lists have it."""
    return "".join(letter for letter in name.casefold() if letter.isalnum()) or "unnamed"
