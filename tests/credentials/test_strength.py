import subprocess
import sys
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.credentials.strength import Reason, strength


@pytest.mark.parametrize(
    "password",
    [
        "anhyeuem",
        "anhyeeuem",
        "matkhau",
        "maajtkhaaur",
        "mật khẩu",
        "ma65tkha63u",
        "hanoi68",
        "hà nội 68",
        "haf nooij",
        "anh yeeu em",
        "ANH YE6U EM",
        "maatj-khaaur_123",
        "motconvitxoerahaicaicanh",
        "0912 345 678",
        "qwertyuiop",
        "0912345678",
    ],
)
def test_what_people_in_viet_nam_often_use_is_weak(password):
    assert strength(password).score <= 1


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("anhyeuem", Reason.PHRASE),
        ("0387654321", Reason.PHONE),
        ("0387 654 321", Reason.PHONE),
        ("anh yêu em", Reason.PHRASE),
        (normalize("NFD", "mật khẩu"), Reason.PHRASE),
        ("maatj khaaur 1", Reason.PHRASE),
        ("x25/12/1990", Reason.DATE),
        ("25121990", Reason.DATE),
        ("linh1999", Reason.YEAR),
        ("nguyenlan1990", Reason.NAME),
        ("danang", Reason.PLACE),
        ("asdfg77", Reason.WALK),
        ("7979", Reason.NUMBER),
        ("aaaa", Reason.REPEATED),
        ("", Reason.EMPTY),
    ],
)
def test_the_reason_is_told(password, reason):
    assert reason in strength(password).reasons


@pytest.mark.parametrize(
    "password",
    [
        "nguyenlan1990",
        "Nguyễn Thị Lan 1990",
        "nguyeexn thij lan 1990",
        "nguye64n thi5 lan 1990",
        "phạm-minh-anh.2001",
        "lan25121990",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_with_a_year_or_a_birthday_are_never_called_hard_to_guess(password, form):
    assert strength(normalize(form, password)).score <= 2


@pytest.mark.parametrize("password", ["curtsy-urgent-same-stylized", "tau-thuy-chau-hoa-cho-con-dan-luoi"])
def test_passphrases_drawn_by_chance_are_strong(password):
    assert strength(password).score == 4


def test_a_row_of_many_names_can_still_be_hard():
    assert strength("tuyenlanhoangthaochauvyquynhduong").score >= 3


def test_a_word_about_the_person_makes_it_weaker_and_is_told():
    alone, known = strength("zubrowkat77"), strength("zubrowkat77", ["Zubrowkat"])
    assert known.guesses_log10 < alone.guesses_log10
    assert Reason.PERSONAL in known.reasons


def test_signs_without_a_pattern_are_strong():
    assert strength("x9#Kd!w02mQz").score == 4


def test_both_ways_to_write_marks_are_judged_alike():
    words = "đường về quê ngoại"
    assert strength(normalize("NFD", words)) == strength(normalize("NFC", words))


@given(st.text(max_size=120))
def test_any_text_gets_a_judgement(password):
    judged = strength(password)
    assert 0 <= judged.score <= 4
    assert judged.guesses_log10 >= 0
    assert judged.score >= 3 or judged.reasons


@pytest.mark.parametrize(
    "password", ["\x00\x01\x1b", "\ud800abc", "🦆" * 50, "́" * 40000, "a" * 32768, "9" * 32768]
)
def test_odd_and_long_input_is_judged(password):
    assert 0 <= strength(password).score <= 4


@given(st.text(alphabet="abcxyz019", min_size=1, max_size=12))
def test_saying_it_twice_with_other_signs_between_is_never_weaker(password):
    assert strength(password + "#Kd!w0Qz" + password).guesses_log10 >= strength(password).guesses_log10


def test_a_judgement_holds_nothing_that_was_typed():
    assert "zubrowkat" not in repr(strength("zubrowkat77", ["zubrowkat"]))


def test_the_judge_is_loaded_only_when_asked():
    code = "import sys, checkup.credentials.strength; print('zxcvbn_rs_py' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
