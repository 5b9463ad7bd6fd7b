"""The ssh server: one that runs is asked about, open settings can be made safer."""

import pytest

from checkup.checks.computer.ssh_server import CHECK
from checkup.model.finding import Level
from checkup.model.login import SshServerSetting
from checkup.model.program import ListeningPort, RunningProgram


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


def running(*command: str, path: str = "", number: int = 9) -> RunningProgram:
    return RunningProgram(seen_in=f"/proc/{number}", number=number, name="sshd", path=path, command=command)


LISTENER = "sshd: /usr/sbin/sshd -D -f /home/lan/.x/conf [listener] 0 of 10-100 startups"


@pytest.mark.parametrize(
    "program",
    [
        running(LISTENER, path="/usr/sbin/sshd"),
        running(LISTENER),  # its file is the administrator's to see
        running("/usr/sbin/sshd", "-D", path="/usr/sbin/sshd"),
        running("./sshd", "-p", "2222", path="/home/lan/.x/sshd"),
    ],
)
def test_one_that_waits_is_asked_about_with_its_command_and_ports(found, program):
    ports = (
        ListeningPort(seen_in="/proc/net/tcp", port=2222, address="192.168.1.7", number=9),
        ListeningPort(seen_in="/proc/net/tcp", port=631, address="127.0.0.1", number=8),
    )
    [finding] = found(CHECK, program, *ports)
    assert (finding.level, finding.about) == (Level.ASK, "/usr/sbin/sshd")
    assert finding.signs == {"runs_now", "listens_to_others"}
    assert [one.where for one in finding.evidence] == ["/proc/9", "/proc/net/tcp"]
    assert "sshd" in finding.evidence[0].saw


def test_one_that_only_this_computer_reaches_says_so(found):
    port = ListeningPort(seen_in="/proc/net/tcp", port=2222, address="127.0.0.1", number=9)
    [finding] = found(CHECK, running(LISTENER), port)
    assert finding.signs == {"runs_now", "listens_here_only"}


@pytest.mark.parametrize(
    "program",
    [
        running("sshd: lan [priv]", path="/usr/sbin/sshd"),
        running("sshd: lan@pts/0", path="/usr/sbin/sshd"),
        running("ssh", "nas.lan", path="/usr/bin/ssh"),
        running("vim", "sshd", path="/usr/bin/vim"),
        running(),
    ],
)
def test_what_only_has_the_word_is_no_server(found, program):
    assert found(CHECK, program) == []
