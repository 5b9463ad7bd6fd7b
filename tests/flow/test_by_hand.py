"""Lines written down by hand are the same records as those of an export."""

from hypothesis import given
from hypothesis import strategies as st

from checkup.content.services import Services
from checkup.flow.accounts import review_of, toggled
from checkup.flow.by_hand import MOST_LINES, SeenLine, with_line, with_note, without_line
from checkup.flow.sign_ins import answered_group, took
from checkup.model.answer import Answer
from checkup.model.sign_in import SignInGroup, SignInHistory
from checkup.model.visit import Visit
from checkup.signins.reviews import reviews
from checkup.signins.together import all_groups

SERVICES = Services()
VISIT = toggled(Visit(id="v", began=""), SERVICES, "zalo", chosen=True)
SEEN = SeenLine(device="SM-A536E", place="Hà Nội", when="hôm qua")


def test_a_line_by_hand_joins_the_device_of_the_exports():
    group = SignInGroup(
        id="device:samsung galaxy a53 5g", device="Samsung Galaxy A53 5G", services=("google",), count=7
    )
    visit = with_line(took(VISIT, SignInHistory(groups=(group,))), "zalo", SEEN)
    (joined,) = all_groups(visit)
    assert (joined.services, joined.count, joined.by_hand) == (("google", "zalo"), 8, True)
    said = {one.service: one.answer for one in reviews(answered_group(visit, group.id, Answer.NOT_MINE))}
    assert said == {"google": Answer.NOT_MINE, "zalo": Answer.NOT_MINE}


def test_a_time_stays_as_it_was_written_and_is_not_guessed():
    review = review_of(with_line(VISIT, "zalo", SEEN), "zalo")
    assert review is not None
    assert (review.lines[0].when, review.lines[0].when_raw, review.lines[0].zone_known) == (
        "",
        "hôm qua",
        False,
    )


def test_an_empty_line_and_a_service_not_chosen_change_nothing():
    assert with_line(VISIT, "zalo", SeenLine(device="  ")) == VISIT
    assert with_line(VISIT, "google", SEEN) == VISIT


def test_a_line_can_be_taken_away_again():
    assert without_line(with_line(VISIT, "zalo", SEEN), "zalo", 0) == VISIT


def test_lines_and_note_are_bounded():
    visit = VISIT
    for number in range(MOST_LINES + 20):
        visit = with_line(visit, "zalo", SeenLine(device=f"x {number}"))
    review = review_of(with_note(visit, "zalo", "n" * 99_999), "zalo")
    assert review is not None
    assert (len(review.lines), len(review.note)) == (MOST_LINES, 4000)


@given(device=st.text(max_size=900), place=st.text(max_size=900), when=st.text(max_size=900))
def test_anything_typed_is_kept_within_bounds(device, place, when):
    visit = with_line(VISIT, "zalo", SeenLine(device=device, place=place, when=when))
    assert all(len(line.device) <= 512 for review in visit.accounts for line in review.lines)
    all_groups(visit)
