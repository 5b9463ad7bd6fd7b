"""Hosts and addresses of the lists that a device talked with or asked for, one card a program.

References: resources/rules (hosts a program talks to, hosts where it is sold, their addresses).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Reason
from checkup.model.network import AddressTalked, HostAsked, NameSeen
from checkup.model.sources import Sources

CHECK_ID = "network.known_hosts"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for asked in sources.read(HostAsked):
        listed = known.listed.host(asked.host)
        if listed is not None:
            saw = f"{asked.device} {asked.how} {asked.host}"
            evidence = Evidence(where=asked.seen_in, saw=saw, when=asked.last)
            yield listed_finding(CHECK_ID, listed, f"web:{listed.family}", _asked(asked), evidence)
    for talked in sources.read(AddressTalked):
        listed = known.listed.address(talked.address)
        if listed is not None:
            saw = f"{talked.device} {talked.address} {talked.host}".rstrip()
            evidence = Evidence(where=talked.seen_in, saw=saw, when=talked.last)
            yield listed_finding(CHECK_ID, listed, f"web:{listed.family}", _talked(talked), evidence)


def _asked(asked: HostAsked) -> Reason:
    if asked.how is NameSeen.DNS:
        return Reason(sign="asked_for_listed_host", what=asked.host, who=asked.device, count=asked.count)
    return Reason(sign="connected_to_listed_host", what=asked.host, who=asked.device, count=asked.count)


def _talked(talked: AddressTalked) -> Reason:
    return Reason(
        sign="talked_with_listed_address", what=talked.address, who=talked.device, count=talked.packets
    )


CHECK = Check(id=CHECK_ID, needs=(HostAsked, AddressTalked), look=look)
