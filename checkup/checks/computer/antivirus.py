"""Windows' own antivirus program: parts that are off, and what it was told to leave out.

An exclusion that covers a program which starts by itself is the strongest: makers of monitoring
programs tell whoever installs them to add one. Folders of games and of developers are common.
References: resources/rules/generic.toml (exclusion-covers-starter) and the sources named there.
"""

from collections.abc import Iterable, Iterator

from checkup.checks.check import Check
from checkup.checks.spot import is_known_folder
from checkup.checks.subject import about_program
from checkup.checks.windows_spot import folded
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.protection import (
    AntivirusExclusion,
    AntivirusSwitch,
    ExclusionKind,
)
from checkup.model.sources import Sources
from checkup.model.starter import StartsByItself

CHECK_ID = "computer.antivirus"
RULE = "exclusion-covers-starter"
# Games and the tools of developers, whose folders people leave out for speed.
_USUAL = (
    *("\\steam", "\\epic games\\", "\\riot games\\", "\\garena\\", "\\games\\", "\\unity\\", "\\unreal"),
    *("\\source\\repos", "\\node_modules", "\\.gradle", "\\android\\sdk", "\\jetbrains\\", "\\visual studio"),
    *("\\git\\", "\\python", "\\docker", "\\wsl", "\\.nuget", "\\.cargo", "\\xampp\\", "\\laragon\\"),
)
_EVERYTHING = frozenset(
    {"", "\\", "\\users", "\\users\\", "\\windows", "\\windows\\", "\\programdata", "\\programdata\\"}
)
_PROGRAMS = frozenset(
    {"exe", ".exe", "dll", ".dll", "*", "*.exe", "sys", ".sys", "vbs", ".vbs", "ps1", ".ps1"}
)


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for switch in sources.read(AntivirusSwitch):
        if not switch.is_on:
            yield _off(switch)
    starters = [one for one in sources.read(StartsByItself) if one.path and not one.is_missing]
    for exclusion in sources.read(AntivirusExclusion):
        yield from _exclusion(known, exclusion, starters)


def _off(switch: AntivirusSwitch) -> Finding:
    return Finding(
        check=CHECK_ID,
        level=Level.ASK,
        about="antivirus:off",
        name="Microsoft Defender",
        reasons=(
            Reason(sign="antivirus_part_off", what=switch.part, where=switch.seen_in, when=switch.when),
        ),
        evidence=(Evidence(where=switch.seen_in, saw=f"{switch.part}: 0", when=switch.when),),
    )


def _exclusion(
    known: Known, exclusion: AntivirusExclusion, starters: Iterable[StartsByItself]
) -> Iterator[Finding]:
    reason = Reason(
        sign="antivirus_leaves_out", what=exclusion.value, where=exclusion.seen_in, when=exclusion.when
    )
    evidence = Evidence(where=exclusion.seen_in, saw=exclusion.value, when=exclusion.when)
    match = known.match(path=exclusion.value) if exclusion.kind is not ExclusionKind.EXTENSION else None
    if match is not None:
        family, source = match.family, match.source
        reason = Reason(
            sign=reason.sign,
            what=reason.what,
            where=reason.where,
            when=reason.when,
            family=family.id,
            source=source,
        )
        yield Finding(
            check=CHECK_ID, level=match.level(), about=family.id, name=family.name, reasons=(reason,),
            evidence=(evidence,),
        )  # fmt: skip
        return
    if _is_usual(exclusion.value):
        return
    covered = [one for one in starters if _covers(exclusion, one.path) and not is_known_folder(one.path)]
    rule = known.rule(RULE)
    for starter in covered[:3] if rule is not None and not _is_wide(exclusion) else ():
        about = about_program(known, starter.path)
        cover = Reason(sign="antivirus_leaves_out_starter", what=exclusion.value, where=starter.path)
        level = rule.level if rule is not None else Level.ASK
        yield Finding(
            check=CHECK_ID,
            level=level,
            about=about.id,
            name=about.name,
            reasons=(cover,),
            evidence=(evidence,),
        )
    if not covered or _is_wide(exclusion):
        yield Finding(
            check=CHECK_ID,
            level=Level.ASK,
            about=f"antivirus:{exclusion.value}",
            name=exclusion.value,
            reasons=(
                Reason(sign="antivirus_leaves_out_much", what=exclusion.value)
                if _is_wide(exclusion)
                else reason,
            ),
            evidence=(evidence,),
        )


def _covers(exclusion: AntivirusExclusion, path: str) -> bool:
    wanted, low = folded(exclusion.value.rstrip("\\*")), folded(path)
    match exclusion.kind:
        case ExclusionKind.PATH:
            return low == wanted or low.startswith(f"{wanted}\\")
        case ExclusionKind.PROCESS:
            return low == wanted or ("\\" not in exclusion.value and low.endswith(wanted))
        case ExclusionKind.EXTENSION:
            return False


def _is_wide(exclusion: AntivirusExclusion) -> bool:
    """Whether it leaves out a whole drive, everybody's folders, or all programs."""
    if exclusion.kind is ExclusionKind.EXTENSION:
        return exclusion.value.lower() in _PROGRAMS
    low = folded(exclusion.value.rstrip("*"))
    return low in _EVERYTHING or (low.startswith("\\users\\") and low.strip("\\").count("\\") == 1)


def _is_usual(value: str) -> bool:
    return any(part in folded(value) for part in _USUAL)


CHECK = Check(id=CHECK_ID, needs=(AntivirusSwitch, AntivirusExclusion, StartsByItself), look=look)
