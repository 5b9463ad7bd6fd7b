"""Rights on a Mac: an unknown program that reads keys is asked about, makers many people know are quiet."""

import pytest

from checkup.checks.computer.privacy_grants import CHECK
from checkup.model.finding import Level
from checkup.model.privacy import PrivacyGrant, Right


def grant(client: str, right: Right = Right.READ_KEYS) -> PrivacyGrant:
    return PrivacyGrant(seen_in="TCC.db", client=client, right=right, when="2026-01-01T00:00:00Z")


def test_all_rights_of_an_unknown_program_are_one_card(found):
    [finding] = found(CHECK, grant("com.unknown.agent"), grant("com.unknown.agent", Right.SEE_SCREEN))
    assert (finding.level, finding.about) == (Level.ASK, "app:com.unknown.agent")
    assert finding.signs == {"right_read_keys", "right_see_screen"}


@pytest.mark.parametrize("client", ["us.zoom.xos", "com.apple.Terminal", "org.pqrs.Karabiner-Core-Service"])
def test_makers_many_people_know_are_quiet(found, client):
    assert found(CHECK, grant(client, Right.CONTROL)) == []


def test_camera_and_microphone_alone_are_quiet(found):
    assert found(CHECK, grant("com.unknown.agent", Right.CAMERA)) == []


def test_a_hostile_name_is_carried(found, hostile):
    [finding] = found(CHECK, grant(hostile))
    assert finding.evidence[0].saw.endswith(hostile)
