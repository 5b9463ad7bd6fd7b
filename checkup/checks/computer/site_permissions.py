"""Pages that may notify, locate, watch or listen without asking again: one card a browser profile.

References: Chromium components/content_settings; Firefox permissions.sqlite.
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.browser import SitePermission
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

CHECK_ID = "computer.site_permissions"

MOST_SHOWN = 30


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    by_profile: dict[tuple[str, str], list[SitePermission]] = defaultdict(list)
    for one in sources.read(SitePermission):
        by_profile[one.browser, one.profile].append(one)
    for (browser, profile), given in by_profile.items():
        shown = given[:MOST_SHOWN]
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING,
            about=f"sites:{browser}:{profile}",
            name=browser,
            reasons=tuple(
                Reason(sign=f"site_{one.right.value}", what=one.site, who=browser, when=one.since)
                for one in shown
            ),
            evidence=tuple(
                Evidence(where=one.seen_in, saw=f"{one.site}: {one.right.value}", when=one.since)
                for one in shown
            ),
        )


CHECK = Check(id=CHECK_ID, needs=(SitePermission,), look=look)
