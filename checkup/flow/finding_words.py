"""What the program says about a finding, a gap or a check: from ids and facts to sentences.

The window and the command line say the same; only how it is laid out is theirs.
"""

from checkup.content.texts import Texts
from checkup.indicators.family import Family
from checkup.indicators.known import Known
from checkup.model.clock import read
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.looked import Cause
from checkup.model.shown import shown


class FindingWords:
    """Says findings in one language; `known` gives the names behind the ids of families."""

    def __init__(self, texts: Texts, known: Known | None = None) -> None:
        self._texts = texts
        self.known = known or Known()

    def check(self, check: str) -> str:
        """Return the name of a check: a few words a person knows."""
        return self._first(f"checks.{check}.name") or check

    def level(self, level: Level) -> str:
        """Return the heading of a level."""
        return self._texts.say(f"levels.{level.value}")

    def cause(self, cause: Cause) -> str:
        """Return why something could not be looked at, as a short sentence."""
        return self._texts.say(f"causes.{cause.value}")

    def title(self, finding: Finding) -> str:
        """Return what to call the thing a finding is about."""
        family = self._family_of(finding)
        return shown(finding.name or (family.name if family else finding.about))

    def reason(self, reason: Reason) -> str:
        """Return one sign as a sentence: what was seen."""
        family = self.known.family(reason.family)
        return self._texts.say(
            f"signs.{reason.sign}",
            what=reason.what,
            who=reason.who,
            where=reason.where,
            when=self.moment(reason.when),
            count=reason.count if reason.count is not None else "",
            family=family.name if family else reason.family,
            source=reason.source,
        )

    def saw(self, finding: Finding) -> tuple[str, ...]:
        """Return all its signs as sentences, none twice."""
        return tuple(dict.fromkeys(self.reason(reason) for reason in finding.reasons))

    def means(self, finding: Finding) -> tuple[str, ...]:
        """Return what it can mean: of the known program, then of each check whose signs it holds."""
        family = self._family_of(finding)
        of_family = self._texts.say(f"families.kinds.{family.kind}.what", name=family.name) if family else ""
        return _said(of_family, *(self._first(f"checks.{check}.means") for check in _checks(finding)))

    def harmless(self, finding: Finding) -> tuple[str, ...]:
        """Return the harmless reasons there often are."""
        family = self._family_of(finding)
        of_family = self._texts.say(f"families.kinds.{family.kind}.who") if family else ""
        return _said(of_family, *(self._first(f"checks.{check}.harmless") for check in _checks(finding)))

    def evidence(self, evidence: Evidence) -> str:
        """Return one line of what was seen and where, as it was found."""
        when = self.moment(evidence.when)
        parts = (shown(evidence.where), shown(evidence.saw), when)
        return " · ".join(part for part in parts if part)

    def moment(self, when: str) -> str:
        """Return a moment as a person here writes it, in this computer's time zone; "" for none."""
        moment = read(when) if when else None
        if moment is None:
            return shown(when)
        try:
            local = moment.astimezone()
        except (OverflowError, OSError, ValueError):
            return shown(when)
        return self._texts.say(
            "levels.moment",
            year=f"{local:%Y}",
            month=f"{local:%m}",
            day=f"{local:%d}",
            time=f"{local:%H:%M}",
        )

    def _family_of(self, finding: Finding) -> Family | None:
        ids = (*(reason.family for reason in finding.reasons), finding.about)
        return next((family for one in ids if (family := self.known.family(one))), None)

    def _first(self, *keys: str) -> str:
        return next((self._texts.say(key) for key in keys if self._texts.has(key)), "")


def _checks(finding: Finding) -> tuple[str, ...]:
    return finding.checks or (finding.check,)


def _said(*sentences: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence for sentence in sentences if sentence))
