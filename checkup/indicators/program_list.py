"""A list of known programs in the one form all lists are brought to, wherever they come from."""

from collections.abc import Mapping

import msgspec

from checkup.indicators.family import FamilyKind
from checkup.indicators.listed import ListSource, Role
from checkup.model.value import Value


class ListedFamily(Value, frozen=True, kw_only=True):
    """One program of a list: its values by role, each in the form `written` gives it."""

    id: str
    name: str
    kind: FamilyKind
    values: Mapping[Role, tuple[str, ...]] = msgspec.field(default_factory=dict)
    platforms: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()


class ProgramList(Value, frozen=True, kw_only=True):
    """A whole list and where it is from."""

    source: ListSource
    families: tuple[ListedFamily, ...]

    @property
    def count(self) -> int:
        """How many values it has, over all families; one that stands in two roles counts once."""
        return sum(len(set().union(*family.values.values())) for family in self.families)
