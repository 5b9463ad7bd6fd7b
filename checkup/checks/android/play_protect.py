"""Checking of apps switched off: guides for watching somebody's phone tell the buyer to do so.

References: Android's Settings.Global (package_verifier_enable,
package_verifier_user_consent); mvt's settings.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import PhoneSetting
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.play_protect"

_OFF = {"package_verifier_enable": ("0",), "package_verifier_user_consent": ("-1", "0")}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    found = [one for one in sources.read(PhoneSetting) if one.value.strip() in _OFF.get(one.name, ())]
    if found:
        yield Finding(
            check=ID,
            level=Level.ASK,
            about="phone:play_protect",
            name="Play Protect",
            reasons=(Reason(sign="app_checking_off"),),
            evidence=tuple(Evidence(where=one.seen_in, saw=f"{one.name}={one.value}") for one in found),
        )


CHECK = Check(id=ID, needs=(PhoneSetting,), look=look)
