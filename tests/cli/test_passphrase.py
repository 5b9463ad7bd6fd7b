"""`passphrase`: as many words as asked for, of the language, with what they are worth."""

import pytest

from checkup.content.texts import Language
from checkup.credentials.wordlists import ListNotWhole, words_of


@pytest.mark.parametrize(("language", "usual"), [(Language.ENGLISH, 5), (Language.VIETNAMESE, 6)])
def test_the_words_are_of_the_list_of_the_language(checkup, language, usual):
    told = checkup("passphrase", "--json", "--language", language.value).json

    assert len(told["words"]) == usual
    assert set(told["words"]) <= set(words_of(language))
    assert told["passphrase"] == "-".join(told["words"])
    assert (told["language"], told["command"]) == (language.value, "passphrase")
    assert told["bits"] >= 64


def test_as_many_words_as_asked_for(checkup):
    assert len(checkup("passphrase", "--words", "12", "--json").json["words"]) == 12


@pytest.mark.parametrize(("language", "said"), [("en", "bits of chance"), ("vi", "bit ngẫu nhiên")])
def test_it_stands_alone_on_the_first_line_and_its_worth_below(checkup, language, said):
    ran = checkup("passphrase", "--language", language)

    first, empty, *worth = ran.out.splitlines()
    assert " " not in first
    assert empty == ""
    assert said in " ".join(worth)
    assert ran.err == ""


def test_quiet_is_the_passphrase_and_nothing_else(checkup):
    assert len(checkup("passphrase", "--quiet").out.splitlines()) == 1


def test_another_one_each_time(checkup):
    assert checkup("passphrase", "--quiet").out != checkup("passphrase", "--quiet").out


@pytest.mark.parametrize("words", ["3", "13", "-1", "many"])
def test_a_number_of_words_that_makes_no_sense_is_one_sentence(checkup, words):
    ran = checkup("passphrase", "--words", words)

    assert ran.status == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_a_list_that_is_not_whole_makes_no_passphrase(checkup, monkeypatch):
    def missing(*_):
        raise ListNotWhole("en")

    monkeypatch.setattr("checkup.cli.passphrase.passphrase", missing)
    ran = checkup("passphrase")

    assert (ran.status, ran.out) == (3, "")
    assert "list of words" in ran.err
