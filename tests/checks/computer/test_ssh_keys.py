"""Keys that open this computer from afar are asked about; limited ones can only be made safer."""

import pytest

from checkup.checks.computer.ssh_keys import CHECK
from checkup.model.finding import Level
from checkup.model.login import AuthorisedKey

FINGERPRINT = "SHA256:" + "k" * 43


def key(**fields: object) -> AuthorisedKey:
    seen = {"seen_in": "/home/lan/.ssh/authorized_keys", "who": "lan", "fingerprint": FINGERPRINT, "line": 3}
    return AuthorisedKey(**(seen | fields))


def test_a_key_is_asked_about_and_says_where_it_stands(found):
    [finding] = found(CHECK, key(comment="minh@laptop", when="2026-11-01T00:00:00Z"))
    assert (finding.level, finding.name) == (Level.ASK, "minh@laptop")
    assert finding.signs == {"ssh_key"}
    assert finding.evidence[0].where == "/home/lan/.ssh/authorized_keys:3"
    assert finding.evidence[0].when == "2026-11-01T00:00:00Z"


def test_no_key_is_quiet(found):
    assert found(CHECK) == []


@pytest.mark.parametrize("option", ['command="/usr/bin/backup"', "restrict", 'Command="x"'])
def test_a_key_that_may_do_one_thing_is_a_setting(found, option):
    [finding] = found(CHECK, key(options=(option,)))
    assert finding.level is Level.SETTING
    assert finding.signs == {"ssh_key_limited"}


def test_options_that_limit_nothing_do_not_calm(found):
    [finding] = found(CHECK, key(options=("no-pty", 'from="10.0.0.0/8"')))
    assert finding.level is Level.ASK


def test_one_key_in_two_files_has_one_subject(found):
    findings = found(CHECK, key(), key(seen_in="/root/.ssh/authorized_keys", who="root"))
    assert len({finding.about for finding in findings}) == 1


def test_a_key_without_a_comment_is_named_by_its_fingerprint(found):
    [finding] = found(CHECK, key())
    assert finding.name == FINGERPRINT


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, key(comment=hostile, options=(hostile,)))
    assert finding.reasons[0].what == (hostile or FINGERPRINT)
