"""Screen sharing that is on: asked about where nobody has to say yes, else a setting."""

from checkup.checks.computer.screen_sharing import CHECK
from checkup.model.desktop import ScreenSharing
from checkup.model.finding import Level


def sharing(**fields: object) -> ScreenSharing:
    seen = {
        "seen_in": "/home/lan/.config/krfbrc",
        "service": "krfb",
        "name": "KDE Desktop Sharing (krfb)",
        "path": "/usr/bin/krfb",
        "line": "allowUnattendedAccess=true",
        "who": "lan",
    }
    return ScreenSharing(**(seen | fields))


def test_one_that_needs_no_answer_is_asked_about(found):
    [finding] = found(CHECK, sharing(needs_no_answer=True, allows_control=True))
    assert finding.level is Level.ASK
    assert finding.signs == {
        "screen_sharing_on",
        "screen_sharing_needs_no_answer",
        "screen_sharing_allows_control",
    }
    assert finding.evidence[0].saw == "allowUnattendedAccess=true"


def test_one_that_asks_each_time_or_may_is_a_setting(found):
    for answer in (False, None):
        [finding] = found(CHECK, sharing(needs_no_answer=answer))
        assert (finding.level, finding.signs) == (Level.SETTING, {"screen_sharing_on"})


def test_none_switched_on_is_quiet(found):
    assert found(CHECK) == []


def test_a_known_program_joins_its_other_signs(found, known):
    [finding] = found(CHECK, sharing(service="x11vnc", name="x11vnc", path="/usr/bin/x11vnc"))
    assert known.family("x11vnc") is not None
    assert finding.about == "x11vnc"


def test_one_that_is_on_no_list_is_named_by_its_program(found):
    [finding] = found(CHECK, sharing(service="unheard-of"))
    assert finding.about == "/usr/bin/krfb"


def test_several_places_of_one_service_are_one_story(found):
    findings = found(CHECK, sharing(), sharing(seen_in="/etc/systemd/user/x.wants/krfb.service"))
    assert len({finding.about for finding in findings}) == 1


def test_hostile_lines_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, sharing(line=hostile, who=hostile))
    assert finding.evidence[0].saw == hostile
