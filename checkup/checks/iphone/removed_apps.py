"""Apps that used the network and are no longer installed: a trace of what was there. One card for all.

References: DataUsage.sqlite keeps its rows after an app is removed.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import IphoneApp, ProcessTraffic
from checkup.model.sources import Sources

CHECK_ID = "iphone.removed_apps"
MOST_REASONS = 20
_SYSTEM = ("com.apple.", "is.workflow.")


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    installed = {app.bundle_id for app in sources.read(IphoneApp)}
    gone: dict[str, ProcessTraffic] = {}
    for one in sources.read(ProcessTraffic):
        if one.bundle_id and not one.bundle_id.startswith(_SYSTEM) and not _is_part(one.bundle_id, installed):
            gone.setdefault(one.bundle_id, one)
    if gone and installed:
        latest = sorted(gone.values(), key=lambda one: one.last, reverse=True)
        yield Finding(
            check=CHECK_ID,
            level=Level.LEAD,
            about="removed apps",
            name=latest[0].bundle_id,
            reasons=tuple(
                Reason(sign="app_used_network_once", what=one.bundle_id) for one in latest[:MOST_REASONS]
            ),
            evidence=tuple(Evidence(where=one.seen_in, saw=one.bundle_id, when=one.last) for one in latest),
        )


def _is_part(bundle_id: str, installed: set[str]) -> bool:
    """Whether this is an installed app or a part of one (`com.example.app.widget`)."""
    parts = bundle_id.split(".")
    return any(".".join(parts[:length]) in installed for length in range(len(parts), 0, -1))


CHECK = Check(id=CHECK_ID, needs=(IphoneApp, ProcessTraffic), look=look)
