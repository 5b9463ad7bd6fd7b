import random
import re
from collections import Counter
from importlib.resources import files
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.content.texts import Language
from checkup.credentials.passphrase import FEWEST, MOST, drawn, passphrase, usual_words
from checkup.credentials.wordlists import ListNotWhole, words_of


@pytest.mark.parametrize("language", list(Language))
def test_every_word_is_typed_with_plain_letters_and_stands_once(language):
    words = words_of(language)
    assert len(words) == len(set(words))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)?", word) for word in words)


def test_the_vietnamese_words_are_worth_eleven_bits_each():
    assert passphrase(Language.VIETNAMESE, 6).bits == pytest.approx(66)


def test_the_english_words_are_the_packages():
    listed = files("xkcdpass").joinpath("static", "eff-long").read_text("utf-8").split()
    assert words_of(Language.ENGLISH) == tuple(word for word in listed if word.isalpha())


@given(st.integers(2, 5000), st.integers(FEWEST, MOST))
def test_the_worth_follows_from_the_list_and_the_count(size, count):
    made = drawn([f"w{number}" for number in range(size)], count)
    assert len(made.words) == count
    assert made.bits == pytest.approx(count * log2(size))


@pytest.mark.parametrize("count", [-1, 0, FEWEST - 1, MOST + 1])
def test_too_few_or_too_many_words_are_refused(count):
    with pytest.raises(ValueError, match=str(count)):
        passphrase(Language.ENGLISH, count)


def test_every_word_is_drawn_about_equally_often():
    source = random.Random(20)  # noqa: S311 - the same numbers at every run
    listed = [f"w{number}" for number in range(64)]
    seen = Counter(word for _ in range(4000) for word in drawn(listed, 4, source.randrange).words)
    expected = 4000 * 4 / 64
    assert sum((seen[word] - expected) ** 2 / expected for word in listed) < 110  # 63 degrees, p < 0.001


def test_the_words_are_not_in_its_representation():
    made = passphrase(Language.ENGLISH, 5)
    assert repr(made) == "Passphrase(5 words)"
    assert str(made) == "Passphrase(5 words)"


@pytest.mark.parametrize("language", list(Language))
def test_the_usual_number_of_words_is_worth_64_bits(language):
    assert passphrase(language, usual_words(language)).bits >= 64


def test_a_cut_list_is_not_used(monkeypatch, tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.txt").write_text("one\ntwo\n")
    monkeypatch.setattr("checkup.credentials.wordlists.resource", lambda name: tmp_path / name)
    with pytest.raises(ListNotWhole):
        words_of(Language.ENGLISH)


def test_a_typing_program_for_vietnamese_leaves_the_words_as_they_are():
    syllables = {part for word in words_of(Language.VIETNAMESE) for part in word.split("-")}
    # Telex: a doubled letter or w changes the letter before, a tone's key the vowels before it
    telex = re.compile(r"aa|ee|oo|dd|w|[aeiouy].*[sfrxjz]")
    assert sorted(one for one in syllables if telex.search(one)) == []


def test_two_draws_never_read_the_same():
    words = words_of(Language.VIETNAMESE)
    assert {word.count("-") for word in words} == {1}  # so a hyphened text parts in one way only
    assert not any("-" in word for word in words_of(Language.ENGLISH))
