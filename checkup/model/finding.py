"""A finding: something worth a look, the reasons for saying so, and what was seen."""

from enum import StrEnum

from .value import Value


class Level(StrEnum):
    """How much a finding says, strongest first. The words stand in resources/text."""

    STRONG = "strong"  # looks like monitoring software
    ASK = "ask"  # worth asking about
    SETTING = "setting"  # can be made safer
    LEAD = "lead"  # a trace, for example a visited vendor site

    @property
    def rank(self) -> int:
        """0 for the strongest; for sorting."""
        return tuple(Level).index(self)


class Reason(Value, frozen=True, kw_only=True):
    """One sign, as an id and the few facts its sentence may name.

    `sign` is looked up as the text `signs.<sign>`, whose fields are the other names here. `when` is
    RFC 3339 in UTC. `source` names where the knowledge about the sign comes from (a list and its
    date), `family` the id of a known program. All texts here come from outside: hostile.
    """

    sign: str
    what: str = ""
    who: str = ""
    where: str = ""
    when: str = ""
    count: int | None = None
    family: str = ""
    source: str = ""


class Evidence(Value, frozen=True, kw_only=True):
    """What was seen and where: a path, a unit's line, a process. `when` is RFC 3339 in UTC or empty."""

    where: str
    saw: str
    when: str = ""


class Finding(Value, frozen=True, kw_only=True):
    """All that is said about one thing: one finding is one card.

    `about` names the thing the same way in every check (a family's id, a program's whole path, an
    account, a browser extension), so that signs about one thing join into one story. `name` is what
    a person would call it. `checks` lists the checks whose signs were joined into this one; it is
    empty when there is only `check`.
    """

    check: str
    level: Level
    about: str
    name: str = ""
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...] = ()
    checks: tuple[str, ...] = ()

    @property
    def signs(self) -> frozenset[str]:
        """The ids of its signs, for the plan's rules."""
        return frozenset(reason.sign for reason in self.reasons)
