"""A finding about something the lists know: the same words and the same weight in every check."""

import msgspec

from checkup.indicators.listed import Listed
from checkup.model.finding import Evidence, Finding, Reason


def listed_finding(check: str, listed: Listed, about: str, reason: Reason, saw: Evidence) -> Finding:
    """Return a finding with the list's level; the reason gains the family and the list's name."""
    return Finding(
        check=check,
        level=listed.level,
        about=about,
        name=listed.name,
        reasons=(msgspec.structs.replace(reason, family=listed.family, source=listed.source),),
        evidence=(saw,),
    )
