"""Configuration profiles added to the phone, one card each.

References: Apple, "Configuration Profile Reference" (payload types).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import ConfigurationProfile
from checkup.model.sources import Sources

CHECK_ID = "iphone.profiles"

# Beginnings of payload types, and what such a part can do.
_PARTS = (
    ("com.apple.mdm", Reason(sign="profile_manages_phone")),
    ("com.apple.security.root", Reason(sign="profile_adds_certificate")),
    ("com.apple.security.pem", Reason(sign="profile_adds_certificate")),
    ("com.apple.vpn", Reason(sign="profile_sends_traffic")),
    ("com.apple.proxy", Reason(sign="profile_sends_traffic")),
    ("com.apple.webcontent-filter", Reason(sign="profile_sends_traffic")),
    ("com.apple.dnsSettings", Reason(sign="profile_sets_names")),
    ("com.apple.dnsProxy", Reason(sign="profile_sets_names")),
    ("com.apple.notificationsettings", Reason(sign="profile_hides_notices")),
    ("com.apple.mail", Reason(sign="profile_sets_mail")),
    ("com.apple.eas", Reason(sign="profile_sets_mail")),
    ("com.apple.caldav", Reason(sign="profile_sets_mail")),
)


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for profile in sources.read(ConfigurationProfile):
        name = profile.name or profile.identifier
        saw = " · ".join(one for one in (profile.identifier, profile.organisation, *profile.parts) if one)
        yield Finding(
            check=CHECK_ID,
            level=Level.ASK,
            about=f"profile:{profile.identifier}",
            name=name,
            reasons=tuple(dict.fromkeys(_reasons(profile, name))),
            evidence=(Evidence(where=profile.seen_in, saw=saw, when=profile.since),),
        )


def _reasons(profile: ConfigurationProfile, name: str) -> Iterator[Reason]:
    yield Reason(sign="profile_added", what=name)
    if profile.organisation:
        yield Reason(sign="profile_names_maker", who=profile.organisation)
    for part in profile.parts:
        yield from (reason for start, reason in _PARTS if part.startswith(start))
    if profile.is_locked:
        yield Reason(sign="profile_is_locked")


CHECK = Check(id=CHECK_ID, needs=(ConfigurationProfile,), look=look)
