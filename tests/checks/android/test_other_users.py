"""A work profile is asked about; clones, guests and others are named; the owner is quiet."""

from checkup.checks.android.other_users import CHECK
from checkup.model.android import PhoneUser
from checkup.model.finding import Level


def user(number, **fields):
    return PhoneUser(number=number, **fields)


def test_a_work_profile_is_asked_about_in_new_and_old_dumps(found):
    [new] = found(CHECK, user(10, name="Work", type="android.os.usertype.profile.MANAGED"))
    [old] = found(CHECK, user(10, name="Work", flags=0x30))
    assert (new.level, old.level) == (Level.ASK, Level.ASK)


def test_dual_apps_are_only_named(found):
    findings = found(
        CHECK,
        user(999, name="XSpace", flags=0x4C13),
        user(95, name="DUAL_APP", flags=0x20),
        user(900, name="应用分身", flags=0x1010),  # as makers without a type of their own write it
    )
    assert len(findings) == 3
    assert {(one.level, *one.signs) for one in findings} == {(Level.SETTING, "cloned_apps_there")}


def test_another_person_is_named(found):
    [finding] = found(CHECK, user(11, name="Lan", type="android.os.usertype.full.SECONDARY"))
    assert finding.signs == {"other_person_there"}


def test_the_owner_is_quiet(found):
    assert found(CHECK, user(0, name="Owner", flags=0x4C13)) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, user(12, name=hostile))
    assert finding.about == "user:12"
