"""Rules given to a browser from outside: extensions it must have, a proxy, certificates, a start page.

What the distribution itself brought is quiet. References: ../parse/browser_policy.py names the rules.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.browser import BrowserPolicy, PolicyKind
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

CHECK_ID = "computer.browser_policies"

# The halves of desktops that live in a browser; their packages ask browsers to fetch them from the store.
_OF_DESKTOPS = frozenset(
    {
        "cimiefiiaegbelhefglklhhakcgmhkai",  # Plasma Integration
        "gphhapmejobijbbhgpjhcjognlahblep",  # GNOME Shell integration
        "hojggiaghnldpcknpbciehjcaoafceil",  # Fedora User Agent
    }
)
_SIGNS = {
    PolicyKind.FORCED_EXTENSION: "browser_forced_extension",
    PolicyKind.PROXY: "browser_rule_proxy",
    PolicyKind.CERTIFICATE: "browser_rule_certificate",
    PolicyKind.HOME_PAGE: "browser_rule_home_page",
}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for policy in sources.read(BrowserPolicy):
        if not _is_from_distribution(policy):
            yield _finding(policy)


def _is_from_distribution(policy: BrowserPolicy) -> bool:
    """Files below /etc are there to be changed: that a package once brought one says little."""
    if policy.kind is PolicyKind.FORCED_EXTENSION and policy.value in _OF_DESKTOPS:
        return not policy.is_required
    return bool(policy.package) and not policy.seen_in.startswith("/etc/")


def _finding(policy: BrowserPolicy) -> Finding:
    is_small = policy.kind is PolicyKind.HOME_PAGE
    reason = Reason(
        sign=_SIGNS[policy.kind],
        what=policy.value,
        who=policy.browser,
        where=policy.seen_in,
        when=policy.when,
    )
    saw = f"{policy.name}: {policy.value}" if policy.value else policy.name
    return Finding(
        check=CHECK_ID,
        level=Level.SETTING if is_small else Level.ASK,
        about=_about(policy),
        name=policy.browser,
        reasons=(reason,),
        evidence=(Evidence(where=policy.seen_in, saw=saw, when=policy.when),),
    )


def _about(policy: BrowserPolicy) -> str:
    if policy.kind is PolicyKind.FORCED_EXTENSION:
        return f"extension:{policy.browser}:{policy.value}"
    if policy.kind is PolicyKind.PROXY:
        return f"proxy:{policy.value}"
    return f"browser-rule:{policy.browser}:{policy.kind}"


CHECK = Check(id=CHECK_ID, needs=(BrowserPolicy,), look=look)
