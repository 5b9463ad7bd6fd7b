"""Full rights over the phone, and a system that was changed or is open to change.

Technical owners do this to their own phone, so it is a question. References: Android Verified Boot states;
androidqf's list of files; Samsung's warranty bit.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import InstalledApp, OpenGuard, PhoneProperty, RootTrace
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.root"

ROOT_APPS = frozenset(
    {
        *("com.topjohnwu.magisk", "io.github.vvb2060.magisk", "me.weishu.kernelsu", "com.rifsxd.ksunext"),
        *("me.bmax.apatch", "eu.chainfire.supersu", "com.koushikdutta.superuser", "com.noshufou.android.su"),
        *("com.kingroot.kinguser", "com.kingo.root", "com.thirdparty.superuser", "org.lsposed.manager"),
        *("com.kingouser.com", "com.yellowes.su", "me.phh.superuser", "de.robv.android.xposed.installer"),
        *("eu.chainfire.supersu.pro", "com.noshufou.android.su.elite", "com.saurik.substrate"),
        *("com.devadvance.rootcloak", "com.devadvance.rootcloakplus", "com.formyhm.hideroot"),
        *("com.chelpus.lackypatch", "com.dimonvideo.luckypatcher", "org.meowcat.edxposed.manager"),
    }
)
_PROPERTIES = {
    ("ro.boot.verifiedbootstate", "orange"): "boot_is_open",
    ("ro.boot.verifiedbootstate", "red"): "system_was_changed",
    ("ro.boot.flash.locked", "0"): "boot_is_open",
    ("ro.boot.vbmeta.device_state", "unlocked"): "boot_is_open",
    ("ro.build.tags", "test-keys"): "system_was_changed",
    ("service.adb.root", "1"): "cable_has_full_rights",
}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    seen = [*_of_properties(sources), *_of_guards(sources), *_of_files(sources), *_of_apps(sources)]
    if seen:
        yield Finding(
            check=ID,
            level=Level.ASK,
            about="phone:root",
            name="",
            reasons=tuple(dict.fromkeys(reason for reason, _ in seen)),
            evidence=tuple(dict.fromkeys(evidence for _, evidence in seen)),
        )


def _of_properties(sources: Sources) -> Iterator[tuple[Reason, Evidence]]:
    for one in sources.read(PhoneProperty):
        sign = _PROPERTIES.get((one.name, one.value.strip().casefold()))
        if sign:
            yield Reason(sign=sign), Evidence(where=one.seen_in, saw=f"{one.name}={one.value}")


def _of_guards(sources: Sources) -> Iterator[tuple[Reason, Evidence]]:
    for one in sources.read(OpenGuard):
        reason = Reason(sign=f"guard_{one.guard}_open", where=one.place)
        yield reason, Evidence(where=one.seen_in, saw=one.place)


def _of_files(sources: Sources) -> Iterator[tuple[Reason, Evidence]]:
    for one in sources.read(RootTrace):
        yield Reason(sign="root_file_there", where=one.path), Evidence(where=one.seen_in, saw=one.path)


def _of_apps(sources: Sources) -> Iterator[tuple[Reason, Evidence]]:
    for app in sources.read(InstalledApp):
        if app.id in ROOT_APPS:
            yield Reason(sign="root_app_there", what=app.id), Evidence(where=app.seen_in, saw=app.id)


CHECK = Check(
    id=ID,
    needs=(
        PhoneProperty,
        RootTrace,
        OpenGuard,
        InstalledApp,
    ),
    look=look,
)
