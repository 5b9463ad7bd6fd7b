"""Rules that let other computers in: to programs in odd places, or to the doors of remote control.

Games, chats and media programs add such rules all the time and are quiet.
References: SigmaHQ rules on firewall changes; IANA (3389 Remote Desktop, 5900 VNC; 5500 a viewer waiting).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.spot import spot
from checkup.checks.subject import about_program
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.firewall import FirewallOpening
from checkup.model.sources import Sources

CHECK_ID = "computer.firewall"

DOORS = frozenset({"3389", "5900", "5500", "5800"})
# The rules Windows has for its own Remote Desktop: what is switched on there, another check tells.
_STOCK_NAMES = ("@firewallapi.dll", "remotedesktop-")
_STOCK_PROGRAMS = ("\\svchost.exe", "\\rdpsa.exe", "\\msra.exe")


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    for opening in sources.read(FirewallOpening):
        sign = _sign(opening)
        about = about_program(known, opening.path, otherwise=f"firewall:{opening.name}")
        if sign and (sign, about.id) not in told:
            told.add((sign, about.id))
            ports = ", ".join(sorted(DOORS.intersection(opening.ports)))
            yield Finding(
                check=CHECK_ID,
                level=Level.ASK,
                about=about.id,
                name=about.name.removeprefix("firewall:"),
                reasons=(
                    Reason(sign=sign, what=ports or opening.path, where=opening.name, when=opening.when),
                ),
                evidence=(Evidence(where=opening.seen_in, saw=opening.line, when=opening.when),),
            )


def _sign(opening: FirewallOpening) -> str:
    path = opening.path.lower()
    if opening.name.lower().startswith(_STOCK_NAMES) or path.endswith(_STOCK_PROGRAMS):
        return ""
    if DOORS.intersection(opening.ports):
        return "firewall_opens_door"
    return "firewall_opens_odd_program" if spot(opening.path).is_odd else ""


CHECK = Check(id=CHECK_ID, needs=(FirewallOpening,), look=look)
