"""Configuration profiles on a Mac: somebody else may manage it, read its traffic, or give rights to programs.

References: Apple, "Configuration Profile Reference" (types of payloads); KnockKnock.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.privacy import ConfigurationProfile, ProfileTrait
from checkup.model.sources import Sources

CHECK_ID = "computer.configuration_profiles"

_SMALL = frozenset({ProfileTrait.NAME_SERVER, ProfileTrait.OTHER})


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for profile in sources.read(ConfigurationProfile):
        traits = profile.traits or (ProfileTrait.OTHER,)
        name = profile.name or profile.profile
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING if _SMALL.issuperset(traits) else Level.ASK,
            about=f"profile:{profile.profile}",
            name=name,
            reasons=tuple(
                Reason(sign=f"profile_{trait.value}", what=name, who=profile.maker, when=profile.when)
                for trait in traits
            ),
            evidence=(
                Evidence(where=profile.seen_in, saw=f"{profile.profile}; {profile.maker}", when=profile.when),
            ),
        )


CHECK = Check(id=CHECK_ID, needs=(ConfigurationProfile,), look=look)
