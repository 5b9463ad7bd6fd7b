"""The words of both languages say the same things: same keys, same fields, nothing empty or left over."""

import re
import string
import unicodedata

import pytest

from checkup.content.root import root
from checkup.content.texts import Language

ENGLISH, VIETNAMESE = Language.ENGLISH, Language.VIETNAMESE
# Letters Vietnamese writes with marks; a line of several words without one is English left over.
MARKED = re.compile(r"[^\x00-\x7f]")
WORD = re.compile(r"[A-Za-zÀ-ỹ]{2,}")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_words(words):
    assert len(words[ENGLISH].areas) > 3


def test_both_languages_have_the_same_files(words):
    assert words[ENGLISH].areas == words[VIETNAMESE].areas


def keys_without_plurals(words, language):
    """Return the keys, those of a count without their forms: the languages differ in these."""
    here, english = words[language], words[ENGLISH]
    plural = {key for key in english.tables if english.is_plural(key)}
    return {key.rpartition(".")[0] if key.rpartition(".")[0] in plural else key for key in here.leaves}


def test_both_languages_have_the_same_keys(words):
    english, vietnamese = (keys_without_plurals(words, language) for language in (ENGLISH, VIETNAMESE))

    assert {"only in English": english - vietnamese, "only in Vietnamese": vietnamese - english} == {
        "only in English": set(),
        "only in Vietnamese": set(),
    }


def test_counts_have_one_and_other_in_english_and_other_in_vietnamese(words):
    plural = {key for key, forms in words[ENGLISH].tables.items() if forms == {"one", "other"}}
    wrong = {key for key in plural if words[VIETNAMESE].tables.get(key) != {"other"}}
    alone = {key for key, forms in words[ENGLISH].tables.items() if "one" in forms and "other" not in forms}

    assert wrong == set()
    assert alone == set()


def test_both_languages_have_the_same_fields(words):
    english, vietnamese = words[ENGLISH].leaves, words[VIETNAMESE].leaves
    wrong = {
        key: (sorted(fields(english[key])), sorted(fields(vietnamese[key])))
        for key in english.keys() & vietnamese.keys()
        if fields(english[key]) != fields(vietnamese[key])
    }
    assert wrong == {}


@pytest.mark.parametrize("language", Language)
def test_fields_are_plain_names(words, language):
    wrong = {
        key: sorted(names)
        for key, text in words[language].leaves.items()
        if (names := {name for name in fields(text) if not name.isidentifier()})
    }
    assert wrong == {}


@pytest.mark.parametrize("language", Language)
def test_no_text_is_empty_or_has_stray_blanks(words, language):
    wrong = {
        key
        for key, text in words[language].leaves.items()
        # a text of several lines is laid out as a terminal shows it
        if not text.strip() or ("\n" not in text and (text != text.strip() or "  " in text))
    }
    assert wrong == set()


@pytest.mark.parametrize("language", Language)
def test_no_text_holds_signs_that_do_not_show(words, language):
    hidden = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
    wrong = {
        key
        for key, text in words[language].leaves.items()
        if any(unicodedata.category(sign) in hidden for sign in text.replace("\n", ""))
    }
    assert wrong == set()


def test_every_resource_is_written_composed():
    wrong = [
        path.relative_to(root()).as_posix()
        for path in root().rglob("*")
        if path.suffix in (".toml", ".md", ".txt", ".json")
        and not unicodedata.is_normalized("NFC", path.read_text("utf-8"))
    ]
    assert wrong == []


def test_no_english_is_left_in_the_vietnamese(words):
    english, vietnamese = words[ENGLISH].leaves, words[VIETNAMESE].leaves
    left = {
        key: text
        for key, text in vietnamese.items()
        if len(WORD.findall(re.sub(r"\{\w+\}", "", text))) > 3
        and (text == english.get(key) or not MARKED.search(text))
    }
    assert left == {}
