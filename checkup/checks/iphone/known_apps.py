"""Apps whose bundle id stands in a list: installed, or only traces of them.

References: resources/rules (bundle ids of monitoring programs and of open monitoring).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Reason
from checkup.model.iphone import IphoneApp, PrivacyGrant, ProcessTraffic
from checkup.model.sources import Sources

CHECK_ID = "iphone.known_apps"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for bundle_id, reason, saw in _seen(sources):
        listed = known.listed.bundle(bundle_id) if bundle_id else None
        if listed is not None:
            yield listed_finding(CHECK_ID, listed, bundle_id, reason, saw)


def _seen(sources: Sources) -> Iterator[tuple[str, Reason, Evidence]]:
    for app in sources.read(IphoneApp):
        saw = " · ".join(part for part in (app.bundle_id, app.name, app.maker) if part)
        reason = Reason(sign="known_app_installed", what=app.bundle_id)
        yield app.bundle_id, reason, Evidence(where=app.seen_in, saw=saw, when=app.since)
    for grant in sources.read(PrivacyGrant):
        saw = f"{grant.bundle_id} {grant.right}"
        reason = Reason(sign="known_app_was_allowed", what=grant.bundle_id)
        yield grant.bundle_id, reason, Evidence(where=grant.seen_in, saw=saw, when=grant.since)
    for traffic in sources.read(ProcessTraffic):
        saw = f"{traffic.process} {traffic.bundle_id}"
        reason = Reason(sign="known_app_used_network", what=traffic.bundle_id)
        yield traffic.bundle_id, reason, Evidence(where=traffic.seen_in, saw=saw, when=traffic.last)


CHECK = Check(id=CHECK_ID, needs=(IphoneApp, PrivacyGrant, ProcessTraffic), look=look)
