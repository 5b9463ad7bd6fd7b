"""Known programs: one index over all lists, asked by checks.

Exact look-ups in dictionaries, a walk up the folders for paths and up the dots for web names.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from fnmatch import fnmatchcase, translate

from checkup.indicators.family import NAMES, Confidence, Family, Indicator, IndicatorKind
from checkup.indicators.generic import GenericRule
from checkup.indicators.index import Index
from checkup.indicators.match import Match
from checkup.indicators.paths import PathIndex
from checkup.indicators.traits import Traits, asked_by_value

Owned = tuple[str, Indicator]


class Known:
    """The index. Reading it changes nothing, so threads may share it.

    `listed` answers for single values wherever they were seen (application ids, certificates, bundle
    ids, hashes, hosts, addresses); `match` weighs several traits of a program on a computer.
    """

    def __init__(
        self,
        families: Iterable[Family] = (),
        listed: Index | None = None,
        rules: Mapping[str, GenericRule] | None = None,
    ) -> None:
        self.listed = listed or Index()
        self._system = "linux"
        self._rules = rules or {}
        self._families = {family.id: family for family in families}
        self._values: dict[tuple[IndicatorKind, str], list[Owned]] = defaultdict(list)
        self._wild: dict[IndicatorKind, list[Owned]] = defaultdict(list)
        self._paths: dict[str, PathIndex] = {}
        for family in self._families.values():
            for indicator in family.indicators:
                self._add(family.id, indicator)
        self._values.default_factory = None
        self._any_wild = {kind: _any_of(kind, owned) for kind, owned in self._wild.items()}

    def on(self, system: str) -> "Known":
        """Return the same lists, asked about another system where a question names none."""
        other = copy(self)
        other._system = system  # noqa: SLF001 - one of its own kind
        return other

    def rule(self, rule_id: str) -> GenericRule | None:
        """Return a rule that names no maker, or None."""
        return self._rules.get(rule_id)

    @property
    def count(self) -> int:
        """How many families of computer programs it knows."""
        return len(self._families)

    @property
    def families(self) -> tuple[Family, ...]:
        """All families of computer programs, in the order of the lists."""
        return tuple(self._families.values())

    def family(self, family_id: str) -> Family | None:
        """Return the family of this id, from whichever list, or None."""
        if family := self._families.get(family_id):
            return family
        found = self.listed.family(family_id)
        if found is None:
            return None
        return Family(
            id=found.id,
            name=found.name,
            kind=found.kind,
            confidence=Confidence.MEDIUM,
            platforms=found.platforms,
            sources=(),
        )

    def match(  # noqa: PLR0913 - one optional trait a question, named by the callers
        self,
        *,
        system: str = "",
        name: str = "",
        path: str = "",
        service: str = "",
        package: str = "",
        port: int | None = None,
        domain: str = "",
        signer: str = "",
        bundle_id: str = "",
        launchd: str = "",
        registry: str = "",
        root_certificate: str = "",
    ) -> Match | None:
        """Return the family these traits of one program belong to, or None without proof.

        A name alone gives None, a port alone too. `path` is absolute and written as the system
        writes it; a service may carry `.service` and an instance (`x@user.service`).
        """
        traits = Traits(
            name=name,
            path=path,
            service=service,
            package=package,
            port=port,
            domain=domain,
            signer=signer,
            bundle_id=bundle_id,
            launchd=launchd,
            registry=registry,
            root_certificate=root_certificate,
        )
        return self.match_traits(traits, system or self._system)

    def match_traits(self, traits: Traits, system: str) -> Match | None:
        """Return the best match of these traits; the surest, then the one with most facts."""
        found = self._met(traits, system)
        if not found:
            return None
        met: defaultdict[str, list[Indicator]] = defaultdict(list)
        for family_id, indicator in found:
            if indicator.holds_on(system) and indicator not in met[family_id]:
                met[family_id].append(indicator)
        if not met:
            return None
        matches = (Match(family=self._families[one], by=tuple(by)) for one, by in met.items())
        return max((match for match in matches if match.is_proof), key=_weight, default=None)

    def _add(self, family_id: str, indicator: Indicator) -> None:
        if indicator.kind is IndicatorKind.PATH:
            return
        if "*" in indicator.value:
            self._wild[indicator.kind].append((family_id, indicator))
        else:
            self._values[indicator.kind, _folded(indicator.kind, indicator.value)].append(
                (family_id, indicator)
            )

    def _met(self, traits: Traits, system: str) -> list[Owned]:
        """Return what any trait meets; nothing where only the name does, which is never proof."""
        places = self._path_index(system).find(traits.path) if traits.path else []
        values: list[Owned] = []
        for kind, value in asked_by_value(traits):
            values += self._find(kind, value)
        if traits.domain:
            for domain in _names_above(traits.domain):
                values += self._find(IndicatorKind.DOMAIN, domain)
        if not places and not values:  # nearly always, thousands of times a scan
            return []
        name = traits.name or _last_part(traits.path)
        names = [owned for kind in NAMES for owned in self._find(kind, name)] if name else []
        return [*places, *names, *values]

    def _find(self, kind: IndicatorKind, value: str) -> Sequence[Owned]:
        folded = _folded(kind, value)
        found = self._values.get((kind, folded), ())
        any_wild = self._any_wild.get(kind)
        if any_wild is None or not any_wild.match(folded):  # nearly always, for all patterns at once
            return found
        wild = (owned for owned in self._wild[kind] if fnmatchcase(folded, _folded(kind, owned[1].value)))
        return (*found, *wild)

    def _path_index(self, system: str) -> PathIndex:
        # Built when a system is first asked about: a scan asks about one.
        if system not in self._paths:
            self._paths[system] = PathIndex(
                system,
                (
                    (family.id, indicator)
                    for family in self._families.values()
                    for indicator in family.indicators
                    if indicator.kind is IndicatorKind.PATH and indicator.holds_on(system)
                ),
            )
        return self._paths[system]


def _any_of(kind: IndicatorKind, owned: Iterable[Owned]) -> re.Pattern[str]:
    return re.compile("|".join(translate(_folded(kind, indicator.value)) for _, indicator in owned))


def _folded(kind: IndicatorKind, value: str) -> str:
    """Return a value as it is compared: names without regard to case, units without their ending."""
    if kind is IndicatorKind.SERVICE:
        value = value.removesuffix(".service").removesuffix(".socket").partition("@")[0]
    return value.casefold()


def _names_above(domain: str) -> Iterator[str]:
    """Return a web name and every name above it that still has a dot."""
    labels = domain.rstrip(".").split(".")
    for first in range(len(labels) - 1):
        yield ".".join(labels[first:])


def _last_part(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _weight(match: Match) -> tuple[int, int]:
    return -match.confidence.rank, len(match.kinds)
