"""Logs of remote control become one card a program, with times; odd lines break nothing."""

from checkup.checks.computer.remote_sessions import CHECK
from checkup.model.finding import Level
from checkup.model.remote_session import RemoteSession


def session(**fields: object) -> RemoteSession:
    return RemoteSession(
        **({"program": "anydesk", "seen_in": "trace", "peer": "1", "since": "2026-01-01 10:00"} | fields)
    )


def test_all_connections_of_one_program_are_one_card_with_the_latest_first(found):
    late = session(peer="2", since="2026-03-01 10:00", line="late", needs_no_answer=True)
    [finding] = found(CHECK, session(), late)
    assert (finding.level, finding.about, finding.name) == (Level.ASK, "anydesk", "AnyDesk")
    assert finding.signs == {"remote_session", "remote_session_unasked", "remote_session_peers"}
    assert (finding.reasons[0].when, finding.reasons[0].count) == ("2026-03-01 10:00", 2)
    assert finding.evidence[0].saw == "late"


def test_no_log_is_quiet(found):
    assert found(CHECK) == []


def test_a_hostile_peer_is_carried_as_it_is(found, hostile):
    [finding] = found(CHECK, session(peer=hostile, line=hostile))
    assert finding.reasons[0].what == hostile
