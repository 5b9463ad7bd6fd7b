"""Known programs that ran here once, though they may be gone: a trace, no sign that one is here now.

Programs for remote help count too: one that was only opened once, without being set up, leaves nothing else.
References: osquery (background activity moderator), J. Metz, winreg-kb (UserAssist), libscca (Prefetch).
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.indicators.match import Match
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.once_ran import OnceRan
from checkup.model.sources import Sources

CHECK_ID = "computer.ran_before"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    seen: dict[str, list[tuple[Match, OnceRan]]] = defaultdict(list)
    for one in sources.read(OnceRan):
        match = known.match(path=one.path)
        if match is not None:
            seen[match.family.id].append((match, one))
    for family_id, found in seen.items():
        match, latest = max(found, key=lambda pair: pair[1].when)
        yield Finding(
            check=CHECK_ID,
            level=Level.LEAD,
            about=family_id,
            name=match.family.name,
            reasons=(
                Reason(
                    sign=latest.trace.value,
                    what=latest.path,
                    when=latest.when,
                    who=latest.who,
                    family=family_id,
                    source=match.source,
                ),
            ),
            evidence=tuple(Evidence(where=one.seen_in, saw=one.path, when=one.when) for _, one in found[:20]),
        )  # fmt: skip


CHECK = Check(id=CHECK_ID, needs=(OnceRan,), look=look)
