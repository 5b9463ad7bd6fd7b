"""How old the protection of the system is, and whether its updater was switched off.

A phone without updates can be opened by known ways; that is no sign of anybody, so it is a setting.
Makers end updates after two to seven years, so the text says that the maker may be the reason.

References: Android security bulletins (`ro.build.version.security_patch`, a day); mvt's list of updaters,
which warns from six months on. A year is used here: many phones sold in Viet Nam get two patches a year.
"""

from collections.abc import Iterator
from datetime import date

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import InstalledApp, PhoneDay, PhoneProperty
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.updates"
PATCH = "ro.build.version.security_patch"
OLD = 12  # months
UPDATERS = frozenset(
    {
        *("com.wssyncmldm", "com.sec.android.soagent", "com.policydm", "com.android.updater"),
        *("com.huawei.android.hwouc", "com.hihonor.ouc", "com.oppo.ota", "com.oplus.ota", "com.bbk.updater"),
        *("com.motorola.ccc.ota", "com.lge.lgdmsclient", "com.transsion.systemupdate", "com.tcl.fota.system"),
    }
)
"""Parts of the phone that fetch its updates."""


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    seen = [*_old_patch(sources), *_switched_off(sources)]
    if seen:
        yield Finding(
            check=ID,
            level=Level.SETTING,
            about="phone:updates",
            name=next((evidence.when for _, evidence in seen if evidence.when), ""),
            reasons=tuple(reason for reason, _ in seen),
            evidence=tuple(evidence for _, evidence in seen),
        )


def _old_patch(sources: Sources) -> Iterator[tuple[Reason, Evidence]]:
    day = next((_day(one.day) for one in sources.read(PhoneDay)), None)
    for one in sources.read(PhoneProperty):
        if one.name != PATCH or (patch := _day(one.value)) is None or day is None:
            continue
        months = (day.year - patch.year) * 12 + day.month - patch.month
        if months >= OLD:
            written = patch.isoformat()
            yield (
                Reason(sign="protection_is_old", when=written, count=months),
                Evidence(where=one.seen_in, saw=f"{PATCH}={one.value}", when=written),
            )


def _switched_off(sources: Sources) -> Iterator[tuple[Reason, Evidence]]:
    for app in sources.read(InstalledApp):
        if app.id in UPDATERS and app.is_off:
            yield Reason(sign="updater_switched_off", what=app.id), Evidence(where=app.seen_in, saw=app.id)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


CHECK = Check(id=ID, needs=(PhoneProperty, PhoneDay, InstalledApp), look=look)
