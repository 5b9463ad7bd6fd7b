"""Checking of apps switched off is asked about; switched on it is quiet."""

from checkup.checks.android.play_protect import CHECK
from checkup.model.android import PhoneSetting
from checkup.model.finding import Level


def setting(name, value):
    return PhoneSetting(area="global", name=name, value=value)


def test_switched_off_is_one_question(found):
    off = [setting("package_verifier_user_consent", "-1"), setting("package_verifier_enable", "0")]
    [finding] = found(CHECK, *off)
    assert (finding.level, len(finding.evidence)) == (Level.ASK, 2)


def test_switched_on_is_quiet(found):
    on = [setting("package_verifier_user_consent", "1"), setting("package_verifier_enable", "1")]
    assert found(CHECK, *on, setting("adb_enabled", "0")) == []


def test_hostile_values_are_quiet(found, hostile):
    assert found(CHECK, setting("package_verifier_enable", hostile)) == []
