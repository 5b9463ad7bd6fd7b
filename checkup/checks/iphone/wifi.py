"""Wi-Fi networks without a password that the phone joins by itself. One card for all."""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import JoinedNetwork
from checkup.model.sources import Sources

CHECK_ID = "iphone.wifi"
MOST_REASONS = 10


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    found = [one for one in sources.read(JoinedNetwork) if one.is_open]
    if found:
        latest = sorted(found, key=lambda one: one.last, reverse=True)
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING,
            about="open wifi",
            name=latest[0].name,
            reasons=tuple(Reason(sign="open_wifi_known", what=one.name) for one in latest[:MOST_REASONS]),
            evidence=tuple(Evidence(where=one.seen_in, saw=one.name, when=one.last) for one in latest),
        )


CHECK = Check(id=CHECK_ID, needs=(JoinedNetwork,), look=look)
