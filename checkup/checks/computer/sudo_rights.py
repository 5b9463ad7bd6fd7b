"""People who may act as the administrator without being asked for a password.

References: sudoers(5); polkit(8); MITRE ATT&CK T1548.003 (sudo).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.permission import PolicyRule, SudoRight
from checkup.model.sources import Sources

ID = "computer.sudo_rights"
ADMINISTRATOR = frozenset({"root", "#0"})


def look(sources: Sources, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - the shape of every check
    for right in sources.read(SudoRight):
        if not right.needs_no_password or right.file_package or right.who in ADMINISTRATOR:
            continue
        is_person = not right.who.startswith(("%", "+")) and not right.who.isupper()
        sign = "acts_as_administrator_unasked" if right.is_for_everything else "does_some_things_unasked"
        yield Finding(
            check=ID,
            level=Level.ASK if is_person and right.is_for_everything else Level.SETTING,
            about=f"sudo:{right.who}",
            name=right.who,
            reasons=(Reason(sign=sign, who=right.who, where=right.seen_in, when=right.when),),
            evidence=(Evidence(where=right.seen_in, saw=right.line, when=right.when),),
        )
    yield from _by_policy(sources)


def _by_policy(sources: Sources) -> Iterator[Finding]:
    for rule in sources.read(PolicyRule):
        if not rule.file_package:
            yield Finding(
                check=ID,
                level=Level.SETTING,
                about=f"polkit:{rule.seen_in}",
                name=rule.name,
                reasons=(Reason(sign="policy_asks_nothing", where=rule.seen_in, when=rule.when),),
                evidence=(Evidence(where=rule.seen_in, saw=rule.line, when=rule.when),),
            )


CHECK = Check(id=ID, needs=(SudoRight, PolicyRule), look=look)
