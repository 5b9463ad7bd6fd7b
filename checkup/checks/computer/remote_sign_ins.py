"""Sign-ins to this computer over the network, now and before, one card for each other end.

Sign-ins at the computer itself are quiet. Addresses change: beyond a few other ends the older ones
share a card.
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.login import PastSignIn
from checkup.model.sources import Sources

CHECK_ID = "computer.remote_sign_ins"

MOST_ENDS = 5
MOST_EVIDENCE = 20


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    by_end: dict[str, list[PastSignIn]] = defaultdict(list)
    for sign_in in sources.read(PastSignIn):
        if sign_in.remote:
            by_end[sign_in.remote].append(sign_in)
    latest_first = sorted(by_end.items(), key=lambda item: max(one.since for one in item[1]), reverse=True)
    for remote, found in latest_first[:MOST_ENDS]:
        yield _finding(f"remote:{remote}", remote, (_reason(remote, found),), found)
    older = [item for item in latest_first if item not in latest_first[:MOST_ENDS]]
    if older:
        together = [one for _, found in older for one in found]
        count = Reason(sign="remote_sign_ins_older", count=len(older))
        name = older[0][0]
        yield _finding("remote:older", name, (count, _reason(name, older[0][1])), together)


def _reason(remote: str, found: list[PastSignIn]) -> Reason:
    latest = max(found, key=lambda one: one.since)
    is_now = any(one.is_now for one in found)
    return Reason(
        sign="remote_sign_in_now" if is_now else "remote_sign_in",
        what=remote,
        who=latest.who,
        where=latest.seen_in,
        when=latest.since,
        count=len(found),
    )


def _finding(about: str, name: str, reasons: tuple[Reason, ...], found: list[PastSignIn]) -> Finding:
    newest = sorted(found, key=lambda one: one.since, reverse=True)[:MOST_EVIDENCE]
    return Finding(
        check=CHECK_ID,
        level=Level.ASK,
        about=about,
        name=name,
        reasons=reasons,
        evidence=tuple(Evidence(where=one.seen_in, saw=_saw(one), when=one.since) for one in newest),
    )


def _saw(one: PastSignIn) -> str:
    parts = (one.who, one.terminal, one.remote, f"- {one.until}" if one.until else "")
    return " ".join(part for part in parts if part)


CHECK = Check(id=CHECK_ID, needs=(PastSignIn,), look=look)
