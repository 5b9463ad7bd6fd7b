"""Pages asked for without encryption: others on the way can read them. One card for all."""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.network import HostAsked, NameSeen
from checkup.model.sources import Sources

CHECK_ID = "network.unencrypted_pages"
MOST_REASONS = 10
# What systems ask for to see whether there is a network, or whether a certificate still holds.
_OF_SYSTEMS = (
    *("captive.apple.com", "connectivitycheck.gstatic.com", "connectivitycheck.android.com"),
    *("www.msftconnecttest.com", "detectportal.firefox.com", "clients3.google.com", "nmcheck.gnome.org"),
)
_OF_SYSTEMS_BEGINNINGS = ("ocsp", "crl.", "connectivity-check.", "connectivitycheck.")


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    found = [one for one in sources.read(HostAsked) if one.how is NameSeen.HTTP and not _is_systems(one.host)]
    if found:
        most = sorted(found, key=lambda one: one.count, reverse=True)
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING,
            about="unencrypted pages",
            name=most[0].host,
            reasons=tuple(
                Reason(sign="page_without_encryption", what=one.host, who=one.device, count=one.count)
                for one in most[:MOST_REASONS]
            ),
            evidence=tuple(
                Evidence(where=one.seen_in, saw=f"{one.device} {one.host}", when=one.last) for one in most
            ),
        )


def _is_systems(host: str) -> bool:
    bare = host.partition(":")[0]
    return bare in _OF_SYSTEMS or bare.startswith(_OF_SYSTEMS_BEGINNINGS)


CHECK = Check(id=CHECK_ID, needs=(HostAsked,), look=look)
