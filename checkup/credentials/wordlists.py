"""The word lists that passphrases are made of, read when they are asked for.

English: the long list of the Electronic Frontier Foundation, without its few hyphened words, so that
the hyphens between words stay unmistakable. Vietnamese: our own, typed without marks.

References: EFF, "Deep Dive: EFF's New Wordlists for Random Passphrases" (2016), CC BY 3.0.
"""

from unicodedata import combining, normalize

from checkup.content.root import resource
from checkup.content.texts import Language

LEAST = 2048  # words; a shorter list is not whole


class ListNotWhole(Exception):
    """A word list is missing or too short to make passphrases of."""


def words_of(language: Language) -> tuple[str, ...]:
    """Return the words of a language as they are typed, each once; raises ListNotWhole."""
    try:
        text = resource(f"words/{language.value}.txt").read_text("utf-8")
    except (OSError, ValueError) as error:
        raise ListNotWhole(language.value) from error
    lines = (line.strip() for line in text.splitlines())
    typed = (typed_plainly(line) for line in lines if line and not line.startswith("#"))
    words = tuple(dict.fromkeys(typed))
    if len(words) < LEAST:
        raise ListNotWhole(language.value)
    return words


def typed_plainly(word: str) -> str:
    """Return a word in small letters without marks, its syllables joined by hyphens."""
    return "-".join(without_marks(word).split())


def without_marks(text: str) -> str:
    """Return text in small letters without Vietnamese marks."""
    apart = normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not combining(letter))
