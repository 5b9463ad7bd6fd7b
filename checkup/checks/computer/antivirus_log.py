"""What the antivirus program noted in its own log: one card a program it found, and when it was off.

Defender calls programs that watch people "MonitoringTool", "Spyware" or "TrojanSpy"; one of them that was
let be is the strongest. What it found of other kinds is a trace: files that activate other programs are
common. References: learn.microsoft.com, "Malware names" (the kind stands before the colon).
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.protection import AntivirusEvent, AntivirusEventKind
from checkup.model.sources import Sources

CHECK_ID = "computer.antivirus_log"
MOST_EVIDENCE = 20
_WATCHING = frozenset({"monitoringtool", "spyware", "trojanspy", "pws"})
_REMOTE = frozenset({"backdoor", "remoteaccess"})
_SIGNS = {
    AntivirusEventKind.FOUND: "antivirus_found",
    AntivirusEventKind.LET_BE: "antivirus_let_be",
    AntivirusEventKind.SWITCHED_OFF: "antivirus_was_off",
    AntivirusEventKind.LEFT_OUT: "antivirus_left_out_since",
}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    by_thing: dict[str, list[AntivirusEvent]] = defaultdict(list)
    for event in sources.read(AntivirusEvent):
        by_thing[_about(event)].append(event)
    for about, listed in by_thing.items():
        newest = sorted(listed, key=lambda one: one.when, reverse=True)
        yield Finding(
            check=CHECK_ID,
            level=_level(listed),
            about=about,
            name=newest[0].what or "Microsoft Defender",
            reasons=tuple(_reasons(newest)),
            evidence=tuple(_evidence(one) for one in newest[:MOST_EVIDENCE]),
        )


def _about(event: AntivirusEvent) -> str:
    if event.kind is AntivirusEventKind.SWITCHED_OFF:
        return "antivirus:off"
    is_left_out = event.kind is AntivirusEventKind.LEFT_OUT  # joins with what is left out now
    return f"antivirus:{event.what}" if is_left_out else f"antivirus:found:{event.what}"


def _level(listed: list[AntivirusEvent]) -> Level:
    kinds = {one.what.partition(":")[0].lower() for one in listed if ":" in one.what}
    if kinds & _WATCHING and any(one.kind is AntivirusEventKind.LET_BE for one in listed):
        return Level.STRONG
    return Level.ASK if kinds & (_WATCHING | _REMOTE) else Level.LEAD


def _reasons(newest: list[AntivirusEvent]) -> Iterator[Reason]:
    for kind, sign in _SIGNS.items():
        of_kind = [one for one in newest if one.kind is kind]
        if of_kind:
            latest = of_kind[0]
            yield Reason(sign=sign, what=latest.what, where=latest.path, when=latest.when, count=len(of_kind))


def _evidence(event: AntivirusEvent) -> Evidence:
    saw = " ".join(part for part in (event.kind.value, event.what, event.path) if part)
    return Evidence(where=event.seen_in, saw=saw, when=event.when)


CHECK = Check(id=CHECK_ID, needs=(AntivirusEvent,), look=look)
