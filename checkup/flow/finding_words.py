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
        return self._of_check(check, "short") or shown(check)

    def level(self, level: Level) -> str:
        """Return the heading of a level."""
        return self._texts.say(f"levels.{level.value}")

    def cause(self, cause: Cause) -> str:
        """Return why something could not be looked at, as a short sentence."""
        return self._texts.say(f"causes.{cause.value}")

    def name(self, finding: Finding) -> str:
        """Return what to call the thing a finding is about."""
        family = self._family_of(finding)
        return finding.name or (family.name if family else finding.about)

    def title(self, finding: Finding) -> str:
        """Return the heading of a finding."""
        name = self.name(finding)
        return self._of_check(finding.check, "title", name) or shown(name)

    def question(self, finding: Finding) -> str:
        """Return what to ask the person about it."""
        name = self.name(finding)
        return self._of_check(finding.check, "question", name) or shown(name)

    def reason(self, reason: Reason) -> str:
        """Return one sign as a sentence: what was seen."""
        key = f"signs.{reason.sign}"
        if not self._texts.has(key):  # a record of a newer version may hold signs not known here
            return self._texts.say("levels.unknown_sign", sign=reason.sign)
        family = self.known.family(reason.family)
        return self._texts.say(
            key,
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

    def means(self, finding: Finding) -> str:
        """Return what it can mean: for a known program its own words, else those of the check."""
        if family := self._family_of(finding):
            return self._texts.say(f"families.kinds.{family.kind}.what", name=family.name)
        return self._of_check(finding.check, "meaning", self.name(finding))

    def harmless(self, finding: Finding) -> str:
        """Return the harmless reasons there often are; for a known program, who commonly installs it."""
        if family := self._family_of(finding):
            return self._texts.say(f"families.kinds.{family.kind}.who")
        return self._of_check(finding.check, "harmless", self.name(finding))

    def evidence(self, evidence: Evidence) -> str:
        """Return one line of what was seen and where, as it was found."""
        when = self.moment(evidence.when)
        parts = (shown(evidence.where), shown(evidence.saw), when)
        return " · ".join(dict.fromkeys(part for part in parts if part))

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

    def _of_check(self, check: str, part: str, name: str = "") -> str:
        key = f"checks.{check}.{part}"
        return self._texts.say(key, name=name) if self._texts.has(key) else ""
