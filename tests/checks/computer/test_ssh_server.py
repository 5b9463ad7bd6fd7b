"""Settings of the ssh server: open ones can be made safer, a program that hands out keys is asked about."""

import pytest

from checkup.checks.computer.ssh_server import CHECK
from checkup.model.finding import Level
from checkup.model.login import SshServerSetting


def setting(name: str, value: str, line: int = 7) -> SshServerSetting:
    return SshServerSetting(seen_in="/etc/ssh/sshd_config", name=name, value=value, line=line)


@pytest.mark.parametrize(
    ("name", "sign"),
    [("passwordauthentication", "ssh_password_sign_in"), ("permitrootlogin", "ssh_root_sign_in")],
)
def test_open_settings_can_be_made_safer(found, name, sign):
    [finding] = found(CHECK, setting(name, "yes"))
    assert finding.level is Level.SETTING
    assert finding.signs == {sign}
    assert finding.evidence[0].where == "/etc/ssh/sshd_config:7"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("passwordauthentication", "no"),
        ("permitrootlogin", "prohibit-password"),
        ("permitrootlogin", "no"),
        ("authorizedkeyscommand", "none"),
        ("authorizedkeyscommand", ""),
        ("x11forwarding", "yes"),
    ],
)
def test_ordinary_settings_are_quiet(found, name, value):
    assert found(CHECK, setting(name, value)) == []


def test_a_program_that_hands_out_keys_is_asked_about(found):
    [finding] = found(CHECK, setting("authorizedkeyscommand", "/opt/keys %u"))
    assert finding.level is Level.ASK
    assert finding.reasons[0].what == "/opt/keys %u"


def test_several_settings_are_one_story(found):
    findings = found(
        CHECK, setting("passwordauthentication", "yes"), setting("authorizedkeyscommand", "/opt/keys")
    )
    assert {finding.about for finding in findings} == {"/usr/sbin/sshd"}


def test_a_built_in_value_names_no_line(found):
    [finding] = found(CHECK, setting("passwordauthentication", "YES", line=0))
    assert finding.evidence[0].where == "/etc/ssh/sshd_config"


def test_hostile_values_go_through_unharmed(found, hostile):
    for finding in found(CHECK, setting("authorizedkeyscommand", hostile)):
        assert finding.reasons[0].what == hostile
    assert found(CHECK, setting(hostile, "yes")) == []
