"""Rules of signing in (PAM) that could hand on, record or skip the password.

References: pam_exec(8), pam_tty_audit(8), pam_permit(8); MITRE ATT&CK T1556.003 (pluggable
authentication modules); SigmaHQ lnx_auditd_keylogging_with_pam_d.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.permission import SignInRule
from checkup.model.sources import Sources

ID = "computer.sign_in_rules"
DECIDES = ("sufficient", "[success=done", "[success=ok default=done")


def look(sources: Sources, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - the shape of every check
    for rule in sources.read(SignInRule):
        reasons = tuple(_reasons(rule))
        if reasons:
            about = rule.program or (rule.module if rule.package == "" and rule.is_there else rule.seen_in)
            yield Finding(
                check=ID,
                level=Level.ASK,
                about=about,
                name=about.rpartition("/")[2],
                reasons=reasons,
                evidence=(Evidence(where=rule.seen_in, saw=rule.line, when=rule.when),),
            )


def _reasons(rule: SignInRule) -> Iterator[Reason]:
    name = rule.module.rpartition("/")[2]
    if name in ("pam_exec.so", "pam_script.so") and not rule.program_package:
        hands_on = "expose_authtok" in rule.words
        sign = "sign_in_hands_on_password" if hands_on else "sign_in_starts_program"
        yield _reason(rule, sign, rule.program or " ".join(rule.words))
    if name == "pam_tty_audit.so" and any(word.startswith("enable=") for word in rule.words):
        yield _reason(rule, "sign_in_records_keys", name)
    if rule.package == "" and rule.is_there:
        yield _reason(rule, "sign_in_module_from_no_package", rule.module)
    if name == "pam_permit.so" and rule.type == "auth" and rule.control.startswith(DECIDES):
        yield _reason(rule, "sign_in_asks_nothing", name)


def _reason(rule: SignInRule, sign: str, what: str) -> Reason:
    return Reason(sign=sign, what=what, where=rule.seen_in, when=rule.when)


CHECK = Check(id=ID, needs=(SignInRule,), look=look)
