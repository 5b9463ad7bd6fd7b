"""Who talks with whom most, one card a device: for the person to look through, not a sign by itself."""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.network import AddressTalked
from checkup.model.sources import Sources

CHECK_ID = "network.who_talks"
MOST_DEVICES = 20
MOST_REASONS = 10
MOST_EVIDENCE = 100


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    by_device: dict[str, list[AddressTalked]] = defaultdict(list)
    for talked in sources.read(AddressTalked):
        by_device[talked.device].append(talked)
    busiest = sorted(by_device.items(), key=lambda item: sum(one.packets for one in item[1]), reverse=True)
    for device, all_talk in busiest[:MOST_DEVICES]:
        most = sorted(all_talk, key=lambda one: one.packets, reverse=True)
        yield Finding(
            check=CHECK_ID,
            level=Level.LEAD,
            about=f"device:{device}",
            name=device,
            reasons=tuple(_reason(one) for one in most[:MOST_REASONS]),
            evidence=tuple(
                Evidence(where=one.seen_in, saw=_saw(one), when=one.last) for one in most[:MOST_EVIDENCE]
            ),
        )


def _reason(one: AddressTalked) -> Reason:
    return Reason(sign="talked_often", what=one.host or one.address, where=one.address, count=one.packets)


def _saw(one: AddressTalked) -> str:
    return f"{one.address} {one.host} · {one.packets} · {one.sent} B > · < {one.received} B"


CHECK = Check(id=CHECK_ID, needs=(AddressTalked,), look=look)
