"""Parts near the core of macOS that did not come with it: they can see the network or every program.

Makers of protection, private networks and virtual machines are common. References: KnockKnock
(SystemExtensions, kernel extensions); Apple, "System Extensions" (network and endpoint security).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.privacy import ExtensionReach, SystemExtension
from checkup.model.sources import Sources

CHECK_ID = "computer.system_extensions"

_WEIGHTY = frozenset({ExtensionReach.NETWORK, ExtensionReach.ENDPOINT})
# Protection, private networks, virtual machines, sound and displays; beginnings of ids.
_COMMON = (
    *(
        "at.obdev.littlesnitch",
        "com.objective-see.",
        "com.malwarebytes.",
        "com.bitdefender.",
        "com.kaspersky.",
    ),
    *(
        "com.eset.",
        "com.avast.",
        "com.avg.",
        "com.sophos.",
        "com.nordvpn.",
        "com.expressvpn.",
        "com.wireguard.",
    ),
    *(
        "net.mullvad.",
        "ch.protonvpn.",
        "com.cloudflare.",
        "io.tailscale.",
        "com.cisco.",
        "com.vmware.",
        "org.virtualbox.",
    ),
    *(
        "com.parallels.",
        "com.obsproject.",
        "com.rogueamoeba.",
        "com.displaylink.",
        "com.apple.",
        "com.paragon",
    ),
    *("com.adguard.", "com.apple.", "org.pqrs."),
)


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for extension in sources.read(SystemExtension):
        match = known.match(bundle_id=extension.bundle_id)
        if match is None and extension.bundle_id.lower().startswith(_COMMON):
            continue
        reach = extension.reach or (ExtensionReach.KERNEL,)
        is_weighty = bool(_WEIGHTY.intersection(reach)) and extension.is_on
        yield Finding(
            check=CHECK_ID,
            level=match.level() if match else Level.ASK if is_weighty else Level.SETTING,
            about=match.family.id if match else f"extension:{extension.bundle_id}",
            name=match.family.name if match else extension.bundle_id,
            reasons=tuple(
                Reason(
                    sign=f"extension_in_{one.value}",
                    what=extension.bundle_id,
                    who=extension.team,
                    when=extension.when,
                    family=match.family.id if match else "",
                    source=match.source if match else "",
                )
                for one in reach
            ),
            evidence=(Evidence(where=extension.seen_in, saw=_saw(extension), when=extension.when),),
        )


def _saw(extension: SystemExtension) -> str:
    return " ".join(part for part in (extension.bundle_id, extension.team, extension.path) if part)


CHECK = Check(id=CHECK_ID, needs=(SystemExtension,), look=look)
