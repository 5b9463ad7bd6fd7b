"""Working offline: how it begins, and that the person decides, until the device is judged anew."""

import pytest

from checkup.content.texts import Language, Texts
from checkup.flow.offline import is_offline, offline_question, switched
from checkup.flow.start import on_device
from checkup.flow.start_view import traces_view
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit

BEGUN = Visit(id="v", began="2026-11-24T08:00:00Z")


@pytest.mark.parametrize(
    ("device", "offline"),
    [
        (None, True),
        (DeviceSafety.NOT_SAFE, True),
        (DeviceSafety.NOT_SURE, True),
        (DeviceSafety.SAFE, False),
    ],
)
def test_it_begins_offline_unless_the_device_is_called_right(
    device: DeviceSafety | None, offline: bool
) -> None:
    visit = on_device(BEGUN, device) if device else BEGUN

    assert is_offline(visit) is offline


@pytest.mark.parametrize("device", DeviceSafety)
@pytest.mark.parametrize("offline", [True, False])
def test_what_the_person_chose_holds(device: DeviceSafety, offline: bool) -> None:
    assert is_offline(switched(on_device(BEGUN, device), offline=offline)) is offline


def test_another_answer_about_the_device_begins_it_anew_and_the_same_answer_does_not() -> None:
    allowed = switched(on_device(BEGUN, DeviceSafety.NOT_SURE), offline=False)

    assert not is_offline(on_device(allowed, DeviceSafety.NOT_SURE))
    right = on_device(allowed, DeviceSafety.SAFE)
    assert is_offline(on_device(right, DeviceSafety.NOT_SURE))


@pytest.mark.parametrize("language", Language)
def test_one_who_is_not_sure_is_told_once_why_it_begins_offline(language: Language) -> None:
    texts = Texts(language)
    unsure = on_device(BEGUN, DeviceSafety.NOT_SURE)
    why = texts.say("offline.not_sure")

    assert offline_question(unsure, texts).lines.count(why) == 1
    for other in (switched(unsure, offline=True), on_device(BEGUN, DeviceSafety.SAFE), BEGUN):
        assert why not in offline_question(other, texts).lines
    offline, asks = traces_view(unsure, texts).asked[0].choices
    assert (offline.chosen, asks.chosen) == (True, False)
    assert offline.detail == texts.say("offline.choice.offline_begun")


def test_the_question_turns_the_switch_the_other_way() -> None:
    for offline in (True, False):
        visit = switched(BEGUN, offline=offline)
        assert offline_question(visit, Texts(Language.ENGLISH)).then_offline is not offline


def test_what_was_to_be_reached_is_named_as_text() -> None:
    lines = offline_question(BEGUN, Texts(Language.ENGLISH), host="exa\u202emple.org").lines

    assert "\u202e" not in lines[0]
    assert "exa" in lines[0]
