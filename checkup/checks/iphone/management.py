"""Device management: somebody can set up, ask and erase the phone from afar.

References: Apple, "Mobile Device Management Settings"; CloudConfigurationDetails and MDM of the phone.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import DeviceManagement
from checkup.model.sources import Sources

CHECK_ID = "iphone.management"
ABOUT = "device management"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for one in sources.read(DeviceManagement):
        yield Finding(
            check=CHECK_ID,
            level=Level.ASK,
            about=ABOUT,
            name=one.organisation or one.server,
            reasons=tuple(_reasons(one, known)),
            evidence=(Evidence(where=one.seen_in, saw=f"{one.organisation} {one.server}".strip()),),
        )


def _reasons(one: DeviceManagement, known: Known) -> Iterator[Reason]:
    listed = known.listed.host(one.server) if one.server else None
    if listed is not None:
        yield Reason(sign="managed_by_listed", where=one.server, family=listed.family, source=listed.source)
    elif one.server:
        yield Reason(sign="managed_by_server", where=one.server)
    if one.organisation:
        yield Reason(sign="managed_by_organisation", who=one.organisation)
    if one.is_supervised:
        yield Reason(sign="phone_is_supervised")
    if one.is_locked:
        yield Reason(sign="management_is_locked")


CHECK = Check(id=CHECK_ID, needs=(DeviceManagement,), look=look)
