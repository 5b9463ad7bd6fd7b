"""The values of the desktop families that can be met elsewhere too: web names, bundle ids, Android ids."""

from collections.abc import Iterable, Iterator

from checkup.indicators.family import Family, Indicator, IndicatorKind
from checkup.indicators.form import formed
from checkup.indicators.listed import ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList

_ROLES = {
    # These lists do not tell the shop from the host a program talks to.
    (IndicatorKind.DOMAIN, "any"): Role.DOMAIN,
    (IndicatorKind.BUNDLE_ID, "macos"): Role.BUNDLE_ID,
    (IndicatorKind.BUNDLE_ID, "ios"): Role.BUNDLE_ID,
    (IndicatorKind.PACKAGE, "android"): Role.APPLICATION_ID,
}


def as_program_list(source: ListSource, families: Iterable[Family]) -> ProgramList:
    """Return the families of this list, each with the values that are looked up one by one."""
    own = (family for family in families if family.list_name == source.name)
    return ProgramList(source=source, families=tuple(_listed(family) for family in own))


def _listed(family: Family) -> ListedFamily:
    values: dict[Role, tuple[str, ...]] = {}
    for role, value in _values(family.indicators):
        values[role] = (*values.get(role, ()), value)
    return ListedFamily(
        id=family.id, name=family.name, kind=family.kind, platforms=family.platforms, values=values
    )


def _values(indicators: Iterable[Indicator]) -> Iterator[tuple[Role, str]]:
    for indicator in indicators:
        role = _ROLES.get((indicator.kind, indicator.system))
        if role is not None and (value := formed(role, indicator.value)):
            yield role, value
