"""Sign-ins over the network are asked about, one card for each other end; those at the desk are quiet."""

from checkup.checks.computer.remote_sign_ins import CHECK, MOST_ENDS, MOST_EVIDENCE
from checkup.model.finding import Level
from checkup.model.login import PastSignIn


def sign_in(**fields: object) -> PastSignIn:
    seen = {
        "seen_in": "/var/log/wtmp",
        "who": "lan",
        "remote": "192.168.1.9",
        "since": "2026-11-20T20:00:00Z",
    }
    return PastSignIn(**(seen | fields))


def test_a_sign_in_from_afar_is_asked_about_with_its_time(found):
    [finding] = found(CHECK, sign_in())
    assert (finding.level, finding.about) == (Level.ASK, "remote:192.168.1.9")
    assert finding.signs == {"remote_sign_in"}
    assert finding.evidence[0].when == "2026-11-20T20:00:00Z"


def test_sign_ins_at_the_computer_itself_are_quiet(found):
    assert found(CHECK, sign_in(remote="", terminal="tty2"), sign_in(remote="", is_now=True)) == []


def test_one_that_still_lasts_says_so(found):
    [finding] = found(CHECK, sign_in(), sign_in(is_now=True, since="2026-11-24T20:00:00Z"))
    assert finding.signs == {"remote_sign_in_now"}
    assert finding.reasons[0].count == 2
    assert finding.reasons[0].when == "2026-11-24T20:00:00Z"


def test_many_sign_ins_from_one_end_are_one_card_with_the_newest(found):
    many = [sign_in(since=f"2026-10-{day:02}T08:00:00Z") for day in range(1, 31)]
    [finding] = found(CHECK, *many)
    assert len(finding.evidence) == MOST_EVIDENCE
    assert finding.evidence[0].when == "2026-10-30T08:00:00Z"


def test_beyond_a_few_ends_the_older_ones_share_a_card(found):
    many = [sign_in(remote=f"10.0.0.{day}", since=f"2026-10-{day:02}T08:00:00Z") for day in range(1, 31)]
    findings = found(CHECK, *many)
    assert len(findings) == MOST_ENDS + 1
    assert findings[0].about == "remote:10.0.0.30"
    assert findings[-1].about == "remote:older"
    assert findings[-1].reasons[0].count == 30 - MOST_ENDS


def test_a_sign_in_without_a_time_is_still_told(found):
    [finding] = found(CHECK, sign_in(since=""))
    assert finding.evidence[0].when == ""


def test_hostile_names_go_through_unharmed(found, hostile):
    for finding in found(CHECK, sign_in(remote=hostile, who=hostile, terminal=hostile)):
        assert finding.reasons[0].what == hostile
