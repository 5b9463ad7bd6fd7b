"""Apps that somebody let out of their sandbox, so far that they could watch.

Many people give such rights themselves, so it is never more than a setting.
References: flatpak-metadata(5); flatpak-override(1).
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.permission import SandboxOverride, SandboxRight
from checkup.model.sources import Sources

CHECK_ID = "computer.sandbox_overrides"
EVERY_APP = "Flatpak"
_SIGNS = {
    SandboxRight.FILES: "sandbox_files",
    SandboxRight.DEVICES: "sandbox_devices",
    SandboxRight.SCREEN: "sandbox_screen",
    SandboxRight.OUTSIDE: "sandbox_outside",
}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    by_app: dict[str, list[SandboxOverride]] = defaultdict(list)
    for override in sources.read(SandboxOverride):
        by_app[override.app].append(override)
    for app, given in by_app.items():
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING,
            about=f"sandbox:{app}",
            name=app or EVERY_APP,
            reasons=tuple(Reason(sign=_SIGNS[one.right], where=one.seen_in, when=one.when) for one in given),
            evidence=tuple(Evidence(where=one.seen_in, saw=one.line, when=one.when) for one in given),
        )


CHECK = Check(id=CHECK_ID, needs=(SandboxOverride,), look=look)
