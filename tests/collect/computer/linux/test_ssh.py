"""Keys and server settings of ssh, from wherever sshd_config says."""

import base64

import pytest

from checkup.collect.computer.linux.ssh import authorised_keys, ssh_server_settings
from checkup.model.looked import Cause

BODY = base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0\x20" + b"k" * 32).decode()
KEY = f"ssh-ed25519 {BODY} minh@laptop\n"
SERVER = {"/usr/sbin/sshd": "x"}


def values(reading):
    return {one.name: (one.value, one.seen_in) for one in reading}


def test_a_key_is_found_with_its_owner_line_and_comment(lans):
    [key] = authorised_keys(lans({"/home/lan/.ssh/authorized_keys": f"# mine\n\n{KEY}"}))
    assert (key.who, key.line, key.comment) == ("lan", 3, "minh@laptop")
    assert key.fingerprint.startswith("SHA256:")


def test_keys_lie_where_the_servers_settings_say(lans):
    files = {
        "/etc/ssh/sshd_config": "AuthorizedKeysFile /etc/keys/%u %h/.k\n",
        "/etc/keys/lan": KEY,
        "/home/lan/.k": KEY,
    }
    assert [one.seen_in for one in authorised_keys(lans(files))] == ["/etc/keys/lan", "/home/lan/.k"]


def test_lines_that_are_no_key_are_counted_as_a_gap(lans):
    reading = authorised_keys(lans({"/home/lan/.ssh/authorized_keys": f"what is this\n{KEY}"}))
    assert (len(reading.items), reading.unread[0].reason) == (1, Cause.UNKNOWN_FORMAT)


def test_a_closed_home_and_a_closed_file_are_gaps(lans):
    files = {"/home/minh/.ssh/authorized_keys": KEY, "/home/lan/.ssh/authorized_keys": KEY}
    for closed in ("/home/minh", "/home/minh/.ssh/authorized_keys"):
        reading = authorised_keys(lans(files, closed=(closed,)))
        assert [one.who for one in reading] == ["lan"]
        assert {one.reason for one in reading.unread} == {Cause.NOT_PERMITTED}


def test_without_a_server_there_are_no_settings(lans):
    assert ssh_server_settings(lans({"/etc/ssh/sshd_config": "PasswordAuthentication yes\n"})).items == ()


def test_the_first_value_counts_and_included_files_stand_where_they_are_named(lans):
    files = {
        "/etc/ssh/sshd_config": (
            "Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin no\nPasswordAuthentication no\n"
        ),
        "/etc/ssh/sshd_config.d/9.conf": "PermitRootLogin yes\n",
    }
    found = values(ssh_server_settings(lans(SERVER | files)))
    assert found["permitrootlogin"] == ("yes", "/etc/ssh/sshd_config.d/9.conf")
    assert found["passwordauthentication"] == ("no", "/etc/ssh/sshd_config")


def test_what_holds_for_some_connections_alone_is_left_out(lans):
    files = {"/etc/ssh/sshd_config": "Match User backup\n  PermitRootLogin yes\n"}
    assert values(ssh_server_settings(lans(SERVER | files)))["permitrootlogin"][0] == "prohibit-password"


@pytest.mark.parametrize("text", ["Include /etc/ssh/sshd_config\n", "Include *\n", '"\n', "\x00\x1b[2J\n"])
def test_settings_that_include_themselves_and_odd_lines_come_to_an_end(lans, text):
    assert values(ssh_server_settings(lans(SERVER | {"/etc/ssh/sshd_config": text})))
