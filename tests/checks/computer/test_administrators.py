"""Other accounts with full rights are asked about; the person's own and the system's are quiet."""

import pytest

from checkup.checks.computer.administrators import CHECK
from checkup.model.finding import Level
from checkup.model.login import Account


def account(name: str, number: int, *groups: str, **fields: object) -> Account:
    seen = {"seen_in": "/etc/passwd", "home": f"/home/{name}", "shell": "/bin/bash"}
    return Account(name=name, number=number, groups=groups, **(seen | fields))


ROOT = account("root", 0, "root", home="/root")
LAN = account("lan", 1000, "lan", "sudo", is_own=True)


def test_a_second_administrator_is_asked_about(found):
    [finding] = found(CHECK, ROOT, LAN, account("minh", 1001, "minh", "sudo"))
    assert (finding.level, finding.about) == (Level.ASK, "account:minh")
    assert finding.signs == {"account_administrator"}
    assert finding.reasons[0].what == "sudo"


def test_the_persons_own_account_and_root_are_quiet(found):
    assert found(CHECK, ROOT, LAN) == []


def test_another_account_without_rights_is_quiet(found):
    assert found(CHECK, LAN, account("con", 1001, "con", "audio")) == []


def test_the_first_of_the_computer_is_asked_about_where_it_is_not_the_persons(found):
    [finding] = found(CHECK, account("minh", 1000, "wheel"), account("lan", 1001, "lan", is_own=True))
    assert finding.about == "account:minh"


def test_on_a_disk_nobody_is_own_and_the_first_person_is_quiet(found):
    assert found(CHECK, account("lan", 1000, "sudo")) == []


@pytest.mark.parametrize("group", ["docker", "lxd", "libvirt", "disk"])
def test_groups_as_good_as_full_rights_are_named(found, group):
    [finding] = found(CHECK, LAN, account("minh", 1001, group))
    assert finding.signs == {"account_nearly_administrator"}
    assert finding.reasons[0].what == group


def test_an_account_equal_to_root_is_asked_about(found):
    [finding] = found(CHECK, ROOT, LAN, account("sysd", 0))
    assert finding.signs == {"account_same_as_root"}


def test_an_account_that_keeps_out_of_sight_is_asked_about_with_all_signs(found):
    [finding] = found(CHECK, LAN, account("minh", 1001, "sudo", is_left_out=True))
    assert finding.signs == {"account_administrator", "account_left_out"}


def test_a_person_dressed_as_a_system_account_is_asked_about(found):
    [finding] = found(CHECK, LAN, account("systemd-x", 998))
    assert finding.signs == {"account_like_system"}


def test_system_accounts_that_cannot_sign_in_are_quiet(found):
    syslog = account("syslog", 104, "adm", home="/home/syslog", may_sign_in=False)
    backup = account("postgres", 115, "ssl-cert", home="/var/lib/postgresql")
    assert found(CHECK, LAN, syslog, backup) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, LAN, account(hostile, 1001, "sudo", hostile, home=hostile))
    assert finding.reasons[0].who == hostile
