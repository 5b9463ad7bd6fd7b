"""Each reader with the text of each Android that writes it differently; the source of a form stands at it.

References: AOSP services/core of 6.0, 7.1, 8.1, 9, 10, 12, 14 and 16. Every name and number is ours.
"""

# ruff: noqa: E501 - lines as long as Android writes them

import pytest

from checkup.model.android import AppUse, Guard, InstalledApp, UnseenTimes
from checkup.model.looked import Cause
from checkup.parse.android.accessibility import accessibility_on
from checkup.parse.android.appops import app_uses
from checkup.parse.android.dump import NotRecognised
from checkup.parse.android.guards import selinux_open, system_files_open
from checkup.parse.android.notification import notification_readers
from checkup.parse.android.package import installed_apps
from checkup.parse.android.platform_compat import apps_noted
from checkup.parse.android.settings import settings_dumped
from checkup.parse.android.system import phone_day, report_day


def split(text):
    return iter(text.split("\n"))


APPOPS = {
    # AppOpsService.dump of 6.0 and 8.1: the mode as a number, one time for all states
    6: "  Uid u0a7:\n    Package com.a.b:\n      RECORD_AUDIO: mode=0; time=+1h2m ago; duration=+3s\n",
    8: "  Uid u0a7:\n      COARSE_LOCATION: mode=0\n    Package com.a.b:\n      RECORD_AUDIO: mode=0; time=+1h2m ago; rejectTime=+9d ago; duration=+3s\n",
    # 9, dumpTimesLocked: names of states are padded, only the first line says which list it is
    9: "  Uid u0a7:\n    state=cch  \n      COARSE_LOCATION: mode=allow\n    Package com.a.b:\n      RECORD_AUDIO (allow): \n"
    "          Access: top   = 2026-11-23 20:00:00.000 (-10m)\n"
    "                  bg    = 2026-11-23 18:38:31.440 (-1h2m0s7ms)\n"
    "          Reject: cch   = 2026-11-23 20:09:00.000 (-1m)\n                  bg    = 2026-11-23 20:09:30.000 (-30s)\n",
    # 10: each line says its list
    10: "  Uid u0a7:\n    state=cch\n    Package com.a.b:\n      RECORD_AUDIO (allow): \n"
    "          Access: [top-s] 2026-11-23 20:00:00.000 (-10m)\n          Access: [bg-s] 2026-11-23 18:38:31.440 (-1h2m0s7ms) duration=+1s\n"
    "          Reject: [bg-s]2026-11-23 20:09:30.000 (-30s)\n",
    # 12 to 16, dumpStatesLocked: inside a block for each feature
    16: "  Uid u0a7:\n    state=cch\n    Package com.a.b:\n      RECORD_AUDIO (allow / switch COARSE_LOCATION=allow): \n        null=[\n"
    "          Access: [bg-s] 2026-11-23 18:38:31.440 (-1h2m0s7ms) duration=+1s\n        ]\n        com.a.b.feature=[\n"
    "          Reject: [bg-s]2026-11-23 20:09:30.000 (-30s)\n        ]\n",
}


@pytest.mark.parametrize("release", [9, 10, 16])
def test_a_use_out_of_sight_is_told_and_a_refused_one_is_not(release):
    use, told = app_uses(split(APPOPS[release]))
    assert (use.app, use.operation, use.is_allowed) == ("com.a.b", "RECORD_AUDIO", True)
    assert (use.seconds_ago, use.when) == (3720, "2026-11-23 18:38:31")
    assert isinstance(told, UnseenTimes)


@pytest.mark.parametrize("release", [6, 8])
def test_android_6_to_8_do_not_say_whether_a_use_was_out_of_sight(release):
    assert list(app_uses(split(APPOPS[release]))) == [
        AppUse(
            seen_in="dumpsys appops",
            app="com.a.b",
            operation="RECORD_AUDIO",
            is_allowed=True,
            last_seconds_ago=3720,
        )
    ]


PACKAGE = "Packages:\n  Package [com.a.b] (d64f8e0):\n{}\nShared users:\n"
PACKAGES = {
    # Settings.dumpPackageLPr of 7.1: two spaces after the user, no initiator, signatures are addresses
    7: "    userId=10080\n    sharedUser=SharedUserSetting{cb92b86 com.a/10080}\n    codePath=/data/app/com.a.b-1\n    versionName=4.1\n"
    "    flags=[ HAS_CODE ]\n    firstInstallTime=2026-03-07 18:05:34\n    installerPackageName=com.c\n"
    "    signatures=PackageSignatures{c005c71 [69b8f03]}\n    pkgFlags=[ HAS_CODE ]\n    install permissions:\n"
    "      android.permission.RECEIVE_BOOT_COMPLETED: granted=true\n"
    "    User 0:  installed=true hidden=false stopped=false notLaunched=false enabled=3\n      runtime permissions:\n        android.permission.CAMERA: granted=true, flags=[ USER_SET ]",
    # 9
    9: "    userId=10080\n    codePath=/data/app/com.a.b-X==\n    versionName=4.1\n    flags=[ HAS_CODE ]\n    firstInstallTime=2026-03-07 18:05:34\n"
    "    installerPackageName=com.c\n    signatures=PackageSignatures{b41e49e version:1, signatures:[2b86a8d5], past signatures:[]}\n    pkgFlags=[ HAS_CODE ]\n"
    "    install permissions:\n      android.permission.RECEIVE_BOOT_COMPLETED: granted=true\n"
    "    User 0: ceDataInode=7 installed=true hidden=false suspended=false stopped=false notLaunched=false enabled=3 instant=false virtual=false\n"
    "      runtime permissions:\n        android.permission.CAMERA: granted=true, flags=[ USER_SET ]",
    # 16
    16: "    appId=10080\n    codePath=/data/app/~~x==/com.a.b-y==\n    versionCode=1 minSdk=29 targetSdk=37\n    versionName=4.1\n    flags=[ HAS_CODE ]\n"
    "    lastUpdateTime=2026-10-09 06:11:38\n    installerPackageName=com.c\n    installerPackageUid=10001\n    initiatingPackageName=com.d\n"
    "    originatingPackageName=null\n    packageSource=3\n    signatures=PackageSignatures{7ca4f21 version:3, signatures:[2b86a8d5], past signatures:[]}\n"
    "    install permissions:\n      android.permission.RECEIVE_BOOT_COMPLETED: granted=true\n"
    "    User 0: ceDataInode=7 deDataInode=8 installed=true hidden=false suspended=false distractionFlags=0 stopped=false notLaunched=false enabled=3 instant=false virtual=false quarantined=false\n"
    "      installReason=0\n      dataDir=/data/user/0/com.a.b\n      firstInstallTime=2026-03-07 18:05:34\n"
    "      runtime permissions:\n        android.permission.CAMERA: granted=true, flags=[ USER_SET ]",
}


@pytest.mark.parametrize("release", PACKAGES)
def test_an_app_says_the_same_in_each_release(release):
    [app] = installed_apps(split(PACKAGE.format(PACKAGES[release])))
    assert (app.id, app.installer, app.version, app.installed) == (
        "com.a.b",
        "com.c",
        "4.1",
        "2026-03-07 18:05:34",
    )
    assert (app.is_off, app.is_system, app.users) == (True, False, (0,))
    assert app.granted == {"android.permission.CAMERA", "android.permission.RECEIVE_BOOT_COMPLETED"}


def test_what_only_some_releases_tell_is_empty_in_the_others():
    told = {release: next(installed_apps(split(PACKAGE.format(text)))) for release, text in PACKAGES.items()}
    assert all(isinstance(app, InstalledApp) for app in told.values())
    assert [told[release].signer for release in (7, 9, 16)] == ["", "2b86a8d5", "2b86a8d5"]
    assert [told[release].is_from_file for release in (7, 9, 16)] == [False, False, True]
    assert [told[release].initiator for release in (7, 9, 16)] == ["", "", "com.d"]
    assert told[7].shared_user == "com.a"


# AccessibilityManagerService.dump of 6 to 9: bound services by label only
OLD_READERS = "User state[attributes:{id=0, currentUser=true, touchExplorationEnabled=false}\n           services:{%s}]\n"


def test_android_6_to_9_tell_that_no_service_reads_the_screen():
    assert list(accessibility_on(split(OLD_READERS % ""))) == []


def test_android_6_to_9_do_not_name_the_services_that_read_the_screen():
    with pytest.raises(NotRecognised) as fault:
        list(accessibility_on(split(OLD_READERS % "Service[label=Sync, feedbackType[16], capabilities=1")))
    assert fault.value.cause is Cause.UNKNOWN_FORMAT


def test_android_6_and_7_name_the_readers_of_notifications_that_are_on():
    dump = (
        "  Notification listeners:\n    All notification listeners (1) enabled for current profiles:\n"
        "      ComponentInfo{com.c/com.c.N}\n    Live notification listeners (1):\n"
        "      ComponentInfo{com.d/com.d.N} (user 0): android.service.X@1\n"
    )
    assert [one.app for one in notification_readers(split(dump))] == ["com.c"]


# SettingsProvider.dump with what makers add behind a row
@pytest.mark.parametrize(
    "end",
    [
        "",
        " default:0 defaultSystemSet:true",
        " tag:null",
        " notPreservedInRestore",
        " isValuePreservedInRestore:true",
    ],
)
def test_a_setting_is_its_value_whatever_a_maker_writes_behind_it(end):
    row = f"GLOBAL SETTINGS (user 0)\n_id:3 name:package_verifier_enable pkg:android value:0{end}\n"
    assert [one.value for one in settings_dumped(split(row))] == ["0"]


def test_notes_of_apps_that_are_gone_are_read_once_each():
    line = (
        "ChangeId(189969744; name=DOWNSCALE_65; disabled; overridable)\nChangeId(1; name=DOWNSCALED; disabled; "
        "packageOverrides={com.a=false}; rawOverrides={com.a=false, org.gone.x=false}; overridable)"
    )
    assert [one.app for one in apps_noted(split(line))] == ["com.a", "org.gone.x"]
    with pytest.raises(NotRecognised):
        list(apps_noted(split("nothing")))


def test_open_guards_are_told_in_both_forms_and_ordinary_mounts_are_quiet():
    rows = (
        "/dev/block/dm-0 on / type ext4 (ro,seclabel,relatime)",
        "/dev/block/dm-12 on /system type ext4 (rw,seclabel)",
        "/dev/block/dm-3 /vendor ext4 rw,seclabel,relatime 0 0",
        "tmpfs on /product type tmpfs (rw,seclabel)",
        "/dev/fuse on /storage/emulated type fuse (rw)",
    )
    found = [(one.guard, one.place) for one in system_files_open(rows, "mount")]
    assert found == [(Guard.SYSTEM_FILES, "/system"), (Guard.SYSTEM_FILES, "/vendor")]
    assert [one.guard for one in selinux_open("Permissive\n", "getenforce")] == [Guard.SELINUX]
    assert list(selinux_open("Enforcing\n", "getenforce")) == []


def test_the_day_is_read_from_a_report_and_from_a_command():
    assert [one.day for one in report_day(split("== dumpstate: 2026-11-24 17:37:00\nx"))] == ["2026-11-24"]
    assert [one.day for one in phone_day("2026-11-24T08:00:00Z", "x")] == ["2026-11-24"]
    assert list(phone_day("date: not found", "x")) == []
