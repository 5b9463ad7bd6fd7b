"""Screen Time alone is a setting; a child's role or another organiser is a question."""

from checkup.checks.iphone.screen_time import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import ScreenTime, ScreenTimeKind


def test_screen_time_alone_is_a_setting(found):
    [card] = found(CHECK, ScreenTime(kind=ScreenTimeKind.ON))
    assert (card.level, card.signs) == (Level.SETTING, {"screen_time_on"})


def test_a_role_in_a_family_is_a_question(found):
    [card] = found(
        CHECK,
        ScreenTime(kind=ScreenTimeKind.ON),
        ScreenTime(kind=ScreenTimeKind.CHILD),
        ScreenTime(kind=ScreenTimeKind.PASSCODE),
        ScreenTime(kind=ScreenTimeKind.ORGANISER, who="Khoa"),
    )
    assert card.level is Level.ASK
    assert card.signs == {"screen_time_on", "family_child", "screen_time_passcode", "family_organiser"}


def test_nothing_stored_is_quiet(found):
    assert found(CHECK) == []


def test_an_odd_name_harms_nothing(found, hostile):
    assert len(found(CHECK, ScreenTime(kind=ScreenTimeKind.ORGANISER, who=hostile))) == 1
