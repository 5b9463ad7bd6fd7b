"""What a match with a known program is worth: which facts met, and how much they may say.

The conventions of the lists: a name alone is never proof; programs that are often there for an
honest reason are a question; a likely sign needs facts of some confidence and more than a web name.
"""

from checkup.indicators.family import NAMES, Confidence, Family, Indicator, IndicatorKind
from checkup.model.finding import Level
from checkup.model.value import Value

# A port says only that something listens; many families share 5900. A web name may be a visit.
_WEAK = NAMES | {IndicatorKind.PORT, IndicatorKind.DOMAIN}


class Match(Value, frozen=True, kw_only=True):
    """A family, and the facts by which it was recognised."""

    family: Family
    by: tuple[Indicator, ...]

    @property
    def kinds(self) -> frozenset[IndicatorKind]:
        """The kinds of facts that met."""
        return frozenset(indicator.kind for indicator in self.by)

    @property
    def source(self) -> str:
        """Where the knowledge comes from, with its date: for a reason's `source`."""
        return self.family.list_name

    @property
    def confidence(self) -> Confidence:
        """How sure the surest deciding fact is; never surer than the lists say."""
        deciding = [one for one in self.by if one.kind not in _WEAK] or list(self.by)
        return min((one.confidence for one in deciding), key=lambda sure: sure.rank)

    @property
    def is_proof(self) -> bool:
        """Whether enough facts met to speak of this family at all."""
        if self.family.comes_with_system:
            return bool(self.kinds & {IndicatorKind.REGISTRY}) or self._name_or_place_and_port
        if self.kinds - _WEAK or IndicatorKind.DOMAIN in self.kinds:
            return True
        return self._name_or_place_and_port

    @property
    def _name_or_place_and_port(self) -> bool:
        return IndicatorKind.PORT in self.kinds and bool(
            self.kinds - {IndicatorKind.PORT, IndicatorKind.DOMAIN}
        )

    def level(self) -> Level:
        """Return how much this says: a likely sign, a question, a setting, or only a trace."""
        if not self.kinds - {IndicatorKind.DOMAIN}:
            return Level.LEAD
        if self.family.comes_with_system:
            return Level.SETTING
        if self.family.kind.is_dual_use or not self.confidence.carries_a_strong_sign:
            return Level.ASK
        return Level.STRONG
