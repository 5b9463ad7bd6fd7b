"""Names that matter and are led elsewhere or blocked are asked about; ordinary files are quiet."""

import pytest

from checkup.checks.computer.hosts_file import A_LIST, CHECK, MOST_SHOWN
from checkup.model.finding import Level
from checkup.model.nameservice import HostsEntry

NOWHERE = "0.0.0.0"  # noqa: S104 - written into a hosts file, nothing is bound


def entry(address: str, name: str, line: int = 5) -> HostsEntry:
    return HostsEntry(seen_in="/etc/hosts", address=address, name=name, line=line)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("203.0.113.7", "www.vietcombank.com.vn"),
        ("8.8.4.4", "mail.google.com"),
        ("192.168.1.4", "facebook.com"),
    ],
)
def test_a_bank_or_mail_led_elsewhere_is_asked_about(found, address, name):
    [finding] = found(CHECK, entry(address, name))
    assert (finding.level, finding.signs) == (Level.ASK, {"hosts_important_led"})
    assert finding.evidence[0].saw == f"{address} {name}"
    assert finding.evidence[0].where == "/etc/hosts:5"


@pytest.mark.parametrize("name", ["update.kaspersky.com", "techsafety.org", "security.debian.org"])
def test_help_and_antivirus_that_are_blocked_are_asked_about(found, name):
    [finding] = found(CHECK, entry(NOWHERE, name))
    assert finding.signs == {"hosts_important_blocked"}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("127.0.0.1", "localhost"),
        ("127.0.1.1", "may-cua-lan"),
        ("127.0.1.1", "may.example.com"),
        ("::1", "ip6-localhost"),
        ("ff02::1", "ip6-allnodes"),
        ("192.168.1.2", "printer.lan"),
        ("10.0.0.3", "host.docker.internal"),
        ("127.0.0.1", "facebook.com"),
    ],
)
def test_lines_of_an_ordinary_desktop_are_quiet(found, address, name):
    assert found(CHECK, entry(address, name)) == []


def advertising(count: int) -> list[HostsEntry]:
    return [entry(NOWHERE, f"ads{number}.example.net", number) for number in range(count)]


def test_a_long_list_against_advertising_is_quiet_with_the_counters_it_blocks(found):
    assert found(CHECK, *advertising(A_LIST + 1), entry(NOWHERE, "app-analytics.avast.com")) == []


def test_a_help_page_or_bank_slipped_into_a_long_list_is_asked_about(found):
    for odd in (entry(NOWHERE, "www.techsafety.org"), entry("203.0.113.7", "online.acb.com.vn")):
        [finding] = found(CHECK, *advertising(A_LIST + 1), odd)
        assert finding.level is Level.ASK


def test_any_other_name_led_elsewhere_is_a_setting_with_a_limit_of_lines(found):
    many = [entry("203.0.113.7", f"host{number}.example.net") for number in range(100)]
    [finding] = found(CHECK, *many)
    assert (finding.level, len(finding.evidence)) == (Level.SETTING, MOST_SHOWN)
    assert finding.reasons[0].count == 100


def test_a_name_that_only_looks_like_a_bank_is_not_one(found):
    [finding] = found(CHECK, entry("203.0.113.7", "notfacebook.com"))
    assert finding.level is Level.SETTING


def test_an_odd_address_is_told_and_breaks_nothing(found):
    [finding] = found(CHECK, entry("not-an-address", "facebook.com"))
    assert finding.level is Level.ASK


def test_hostile_names_go_through_unharmed(found, hostile):
    for finding in found(CHECK, entry("203.0.113.7", hostile)):
        assert finding.reasons[0].what == hostile
