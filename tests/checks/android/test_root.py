"""Full rights and an open system are one question; an ordinary phone is quiet."""

from checkup.checks.android.root import CHECK
from checkup.model.android import Guard, InstalledApp, OpenGuard, PhoneProperty, RootTrace
from checkup.model.finding import Level


def prop(name, value):
    return PhoneProperty(name=name, value=value)


def test_all_of_it_is_one_question(found):
    [finding] = found(
        CHECK,
        prop("ro.boot.verifiedbootstate", "orange"),
        prop("ro.boot.flash.locked", "0"),
        RootTrace(path="/system/bin/su"),
        InstalledApp(id="com.topjohnwu.magisk"),
        *(OpenGuard(guard=guard, place="/system") for guard in Guard),
    )
    assert finding.level is Level.ASK
    assert finding.signs == {
        *("boot_is_open", "root_file_there", "root_app_there"),
        *("guard_selinux_open", "guard_system_files_open"),
    }


def test_an_ordinary_phone_is_quiet(found):
    state = [prop("ro.boot.verifiedbootstate", "green"), prop("ro.build.tags", "release-keys")]
    assert found(CHECK, *state, InstalledApp(id="com.zing.zalo")) == []


def test_hostile_paths_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, RootTrace(path=hostile))
    assert finding.evidence[0].saw == hostile
