"""Forgetting what exports gave: said with its counts before, and what was written by hand stays."""

import pytest

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.accounts import toggled
from checkup.flow.by_hand import SeenLine, with_line
from checkup.flow.sign_ins import answered_group, forgot, took
from checkup.flow.sign_ins_forget import forget_lines
from checkup.model.answer import Answer
from checkup.model.sign_in import SignInGroup, SignInHistory
from checkup.model.visit import Visit
from checkup.signins.reviews import reviews
from checkup.signins.together import all_groups

SERVICES = Services()
READ = SignInGroup(id="device:pixel 8", device="Pixel 8", services=("google", "tiktok"), count=7)


def visit():
    told = toggled(Visit(id="v", began=""), SERVICES, "zalo", chosen=True)
    told = with_line(told, "zalo", SeenLine(device="SM-A536E", when="1 Mar"))
    told = took(told, SignInHistory(groups=(READ,), read=(("google", 5), ("tiktok", 2)), left_out=1))
    (other,) = [group.id for group in all_groups(told) if group.id != READ.id]
    told = answered_group(told, other, Answer.UNSURE)
    return answered_group(told, READ.id, Answer.NOT_MINE)


def test_the_plan_no_longer_knows_of_it():
    assert {one.service for one in reviews(visit())} == {"google", "tiktok", "zalo"}
    assert {one.service for one in reviews(forgot(visit()))} == {"zalo"}


def test_what_was_written_by_hand_and_the_answer_to_it_stay():
    left = forgot(visit())

    assert left.sign_ins is None
    assert [card.answer for card in left.sign_in_answers] == [Answer.UNSURE]
    assert len(all_groups(left)) == 1


@pytest.mark.parametrize("language", list(Language))
def test_the_question_counts_rows_devices_and_answers(language):
    lines = forget_lines(visit(), SERVICES, Texts(language))

    assert lines[0].startswith(("7 ", "Đã đọc 7 "))
    assert "Google 5, TikTok 2" in lines[0]
    assert "2" in lines[1]
    assert "1" in lines[2]
    assert len(lines) == 5


def test_where_nothing_was_answered_no_answers_are_counted():
    lines = forget_lines(took(Visit(id="v", began=""), SignInHistory()), SERVICES, Texts(Language.ENGLISH))

    assert len(lines) == 2
