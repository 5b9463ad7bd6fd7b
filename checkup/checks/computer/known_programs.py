"""Known programs for looking in from afar or for monitoring: running, listening, starting, installed.

All that is seen of one family is one finding. A name alone is never proof (the lists' conventions),
and a program for remote help that is only installed is something to know, not to ask about.

References: resources/rules/desktop-families.toml and the sources named there.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from checkup.checks.check import Check
from checkup.checks.subject import command_line
from checkup.indicators.family import Family, FamilyKind
from checkup.indicators.known import Known
from checkup.indicators.match import Match
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.installed import InstalledProgram
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.sources import Sources
from checkup.model.starter import StarterKind, StartsByItself

ID = "computer.known_programs"
UNITS = frozenset({StarterKind.SYSTEM_UNIT, StarterKind.USER_UNIT, StarterKind.SERVICE})
LABELS = frozenset({StarterKind.LAUNCH_AGENT, StarterKind.LAUNCH_DAEMON})
# Words with which a server for remote control asks nobody for a password.
NO_PASSWORD = frozenset({"-nopw", "--disable-auth"})
SECURITY = "securitytypes"  # TigerVNC takes it as one word with "=" or as two, with dashes or without


@dataclass(slots=True)
class _Story:
    """All that was seen of one family."""

    family: Family
    matches: list[Match] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    is_active: bool = False
    starts: bool = False

    def add(self, match: Match, reason: Reason, evidence: Evidence) -> None:
        self.matches.append(match)
        self.reasons.append(_of_family(match, reason))
        self.evidence.append(evidence)


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    stories: dict[str, _Story] = {}
    for seen in (_running(sources, known), _starting(sources, known), _installed(sources, known)):
        for match, reason, evidence, is_active in seen:
            story = stories.setdefault(match.family.id, _Story(match.family))
            story.add(match, reason, evidence)
            story.is_active |= is_active
            story.starts |= is_active and reason.sign == "starts_by_itself"
    yield from map(_finding, stories.values())


Seen = Iterator[tuple[Match, Reason, Evidence, bool]]


def _finding(story: _Story) -> Finding:
    reasons = list(_told_once(story.reasons))
    if story.starts and story.family.kind is FamilyKind.REMOTE_ACCESS:
        reasons.append(_of_family(story.matches[0], Reason(sign="nobody_is_asked")))
    return Finding(
        check=ID,
        level=_level(story),
        about=story.family.id,
        name=story.family.name,
        reasons=tuple(dict.fromkeys(reasons)),
        evidence=tuple(dict.fromkeys(story.evidence)),
    )


def _told_once(reasons: list[Reason]) -> Iterator[Reason]:
    """Leave out that it is installed from the second time on: where it lies is in the evidence."""
    is_told = False
    for reason in reasons:
        if reason.sign != "is_installed" or not is_told:
            yield reason
        is_told |= reason.sign == "is_installed"


def _level(story: _Story) -> Level:
    level = min((match.level() for match in story.matches), key=lambda one: one.rank)
    is_quiet = story.family.kind is FamilyKind.REMOTE_ACCESS and not story.is_active
    return Level.SETTING if is_quiet and level is Level.ASK else level


def _running(sources: Sources, known: Known) -> Seen:
    ports = defaultdict(list)
    for port in sources.read(ListeningPort):
        ports[port.number].append(port)
    for program in sources.read(RunningProgram):
        own_ports = ports[program.number] if program.number else []
        match = _match_running(known, program, own_ports)
        if match is None:
            continue
        evidence = Evidence(where=program.seen_in, saw=command_line(program), when=program.since)
        what = program.path or program.name
        yield match, Reason(sign="runs_now", what=what, who=program.who, when=program.since), evidence, True
        if _asks_no_password(program.command):
            yield match, Reason(sign="asks_no_password"), evidence, True
        for port in own_ports:
            yield match, _listens(port), Evidence(where=port.seen_in, saw=f"{port.address} {port.port}"), True


def _asks_no_password(command: tuple[str, ...]) -> bool:
    if NO_PASSWORD.intersection(command):
        return True
    for word, following in pairwise((*command, "")):
        name, is_one_word, value = word.lstrip("-").lower().partition("=")
        types = value if is_one_word else following.lower()
        if name == SECURITY and "none" in types.split(","):
            return True
    return False


def _match_running(known: Known, program: RunningProgram, ports: list[ListeningPort]) -> Match | None:
    """Recognise a program by its file, or by the script or the name it was started with, and its ports."""
    claimed = tuple(word for word in program.command[:3] if word.startswith("/") or word[1:3] == ":\\")
    for path in (program.path, *claimed):
        for port in (*(one.port for one in ports), None):
            name = path.replace("\\", "/").rpartition("/")[2] or program.name
            match = known.match(
                name=name,
                path=path,
                package=program.package or "",
                port=port,
                signer=program.signer or "",
            )
            if match is not None:
                return match
    return None


def _listens(port: ListeningPort) -> Reason:
    sign = "listens_here_only" if port.is_local_only else "listens_to_others"
    return Reason(sign=sign, where=port.address, count=port.port)


def _starting(sources: Sources, known: Known) -> Seen:
    for starter in sources.read(StartsByItself):
        service = starter.name if starter.kind in UNITS else ""
        match = known.match(
            path=starter.path,
            package=starter.package or "",
            service=service,
            launchd=starter.name if starter.kind in LABELS else "",
            signer=starter.signer or "",
        )
        if match is None or starter.is_missing:
            continue
        sign = "starts_by_itself" if starter.is_on else "could_start"
        reason = Reason(
            sign=sign, what=starter.name, who=starter.who, where=starter.seen_in, when=starter.when
        )
        yield (
            match,
            reason,
            Evidence(where=starter.seen_in, saw=starter.line, when=starter.when),
            starter.is_on,
        )


def _installed(sources: Sources, known: Known) -> Seen:
    for program in sources.read(InstalledProgram):
        match = known.match(
            path=program.path,
            package=program.package,
            registry=program.registry,
            bundle_id=program.bundle_id,
        )
        if match is not None:
            what = program.package or program.path or program.registry or program.bundle_id
            yield (
                match,
                Reason(sign="is_installed", what=what),
                Evidence(where=program.seen_in, saw=what),
                False,
            )


def _of_family(match: Match, reason: Reason) -> Reason:
    return Reason(
        sign=reason.sign,
        what=reason.what,
        who=reason.who,
        where=reason.where,
        when=reason.when,
        count=reason.count,
        family=match.family.id,
        source=match.source,
    )


CHECK = Check(id=ID, needs=(RunningProgram, ListeningPort, StartsByItself, InstalledProgram), look=look)
