"""A person who is never asked for a password is asked about; passwords and packages are quiet."""

from checkup.checks.computer.sudo_rights import CHECK
from checkup.model.finding import Level
from checkup.model.permission import PolicyRule, SudoRight


def right(who: str, **fields: object) -> SudoRight:
    return SudoRight(
        **(
            {"seen_in": "/etc/sudoers.d/x", "who": who, "line": f"{who} ALL=(ALL) ALL", "file_package": ""}
            | fields
        )
    )


def test_everything_without_a_password_is_asked_about(found):
    [finding] = found(CHECK, right("lan", needs_no_password=True, is_for_everything=True))
    assert (finding.level, finding.name) == (Level.ASK, "lan")
    assert finding.evidence[0].where == "/etc/sudoers.d/x"


def test_some_things_without_a_password_are_a_setting(found):
    [finding] = found(CHECK, right("lan", needs_no_password=True))
    assert (finding.level, finding.signs) == (Level.SETTING, {"does_some_things_unasked"})


def test_a_group_without_a_password_is_a_setting(found):
    [finding] = found(CHECK, right("%sudo", needs_no_password=True, is_for_everything=True))
    assert finding.level is Level.SETTING


def test_rights_with_a_password_are_quiet(found):
    assert found(CHECK, right("lan", is_for_everything=True), right("%sudo", is_for_everything=True)) == []


def test_the_administrator_and_packages_are_quiet(found):
    assert found(CHECK, right("root", needs_no_password=True, is_for_everything=True)) == []
    assert found(CHECK, right("backup", needs_no_password=True, file_package="backuppc")) == []


def rule(**fields: object) -> PolicyRule:
    given = {"seen_in": "/etc/polkit-1/rules.d/10-x.rules", "name": "10-x.rules", "line": "return YES;"}
    return PolicyRule(**(given | {"file_package": ""} | fields))


def test_a_rule_of_polkit_that_asks_nothing_is_a_setting_and_one_of_a_package_is_quiet(found):
    [finding] = found(CHECK, rule())
    assert (finding.level, finding.name, finding.signs) == (
        Level.SETTING,
        "10-x.rules",
        {"policy_asks_nothing"},
    )
    assert found(CHECK, rule(file_package="cups")) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, right(hostile, needs_no_password=True, line=hostile))
    assert finding.evidence[0].saw == hostile
