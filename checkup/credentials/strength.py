"""How long a password withstands guessing, with what people in Viet Nam often use known beforehand.

The judgement is zxcvbn's, given Vietnamese phrases, names and places in the forms they are typed,
and whatever is known of the person. It is an estimate: nobody can prove that a password is strong.

References: Wheeler, "zxcvbn: Low-Budget Password Strength Estimation" (USENIX Security 2016).
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from math import log10
from unicodedata import normalize

from checkup.credentials.vietnamese import Common, all_forms, common
from checkup.credentials.wordlists import without_marks
from checkup.model.value import Value

LONGEST = 64  # characters judged; what comes after can only make it stronger
MOST_PERSONAL = 50
SHORT = 10
LIMITS = (3.0, 6.0, 8.0, 10.0)  # log10 of guesses: from here on score 1, 2, 3, 4

PHONE = re.compile(r"(?:\+?84|0)[35789]\d{8}")
DATE = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])[-/. ]?(?:0?[1-9]|1[0-2])[-/. ]?(?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/. ]?(?:0[1-9]|1[0-2])[-/. ]?(?:0[1-9]|[12]\d|3[01])"
)
YEAR = re.compile(r"(?<!\d)(?:19[4-9]\d|20[0-4]\d)(?!\d)")
REPEATED = re.compile(r"(.+?)\1{2,}", re.DOTALL)
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz")
WALK = 4  # neighbouring keys in a row
WEAK = 3  # a score below needs a reason
BETWEEN = re.compile(r"(?<=\w)[ ._-]+(?=\w)|_")  # what people put between words and numbers
TAIL = re.compile(r"[\W_]*(\d{0,8})[\W_]*")
WORTH_OF_SIGNS = 1.0  # log10: which signs, and where
FEW = 4  # words: with no more names, dates and set phrases than these it is never called hard to guess,
NOT_HARD = 7.9  # log10: because whoever knows the person tries just those


class Reason(StrEnum):
    """What makes a password easier to guess."""

    EMPTY = "empty"
    SHORT = "short"
    PERSONAL = "personal"
    PHRASE = "phrase"
    NAME = "name"
    PLACE = "place"
    PHONE = "phone"
    DATE = "date"
    YEAR = "year"
    NUMBER = "number"
    WALK = "walk"
    REPEATED = "repeated"
    OFTEN_USED = "often_used"


PATTERNS = {Reason.PHONE: PHONE, Reason.DATE: DATE, Reason.YEAR: YEAR, Reason.REPEATED: REPEATED}


class Strength(Value, frozen=True, kw_only=True):
    """A judgement: `score` from 0 (at once) to 4 (very long), `guesses` as a base-10 logarithm."""

    score: int
    guesses_log10: float
    reasons: tuple[Reason, ...] = ()


def strength(password: str, personal: Sequence[str] = ()) -> Strength:
    """Judge a password; `personal` are words about the person. Nothing is kept of either."""
    judged = _plain_text(password)
    if not judged:
        return Strength(score=0, guesses_log10=0.0, reasons=(Reason.EMPTY,))
    known = [_plain_text(word) for word in personal[:MOST_PERSONAL]]
    known = [word for word in known if len(word) > 1]
    plain = without_marks(judged)
    joined = BETWEEN.sub("", plain)
    guesses = min(_guesses(form, known) for form in {judged, plain, joined})
    guesses = min(guesses, _guesses_of_words(joined))
    score = sum(guesses >= limit for limit in LIMITS)
    reasons: tuple[Reason, ...] = ()
    if score < len(LIMITS):
        short = (Reason.SHORT,) if len(plain) < SHORT else ()
        reasons = tuple(dict.fromkeys((*short, *_reasons(plain, known), *_reasons(joined, known))))
    if not reasons and score < WEAK:
        reasons = (Reason.OFTEN_USED,)
    return Strength(score=score, guesses_log10=guesses, reasons=reasons)


def _plain_text(text: str) -> str:
    """Return the part that is judged, in one form of Unicode and without halves of characters."""
    cut = normalize("NFC", text[: LONGEST * 4])[:LONGEST]
    return cut.encode("utf-8", "replace").decode("utf-8")


def _guesses(password: str, personal: list[str]) -> float:
    from zxcvbn_rs_py import zxcvbn

    phones = PHONE.findall(password)
    inputs = [*personal, *map(without_marks, personal), *all_known(), *phones]
    return max(0.0, float(zxcvbn(password, inputs).guesses_log10))


def _guesses_of_words(plain: str) -> float:
    """Return the guesses for names, phrases and places in a row with at most a number at the end."""
    words = re.match(rf"(?:{'|'.join(_longest_first())})+", plain)
    tail = TAIL.fullmatch(plain, words.end()) if words else None
    if words is None or tail is None:
        return float("inf")
    count = len(re.findall("|".join(_longest_first()), words[0]))
    number = tail[1]
    worth = 2.0 if YEAR.fullmatch(number) else 4.5 if DATE.fullmatch(number) else float(len(number))
    guesses = count * log10(_how_many()) + worth + WORTH_OF_SIGNS
    return min(guesses, NOT_HARD) if count <= FEW else guesses


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(map(re.escape, all_known()), key=len, reverse=True))


@cache
def _how_many() -> int:
    lists = common()
    return len(lists.phrases + lists.names + lists.places + lists.numbers)


@cache
def all_known() -> tuple[str, ...]:
    """Return all typed forms of what is common, read once."""
    lists = common()
    return (*all_forms(lists.phrases + lists.names + lists.places), *lists.numbers)


@cache
def _forms() -> dict[Reason, tuple[str, ...]]:
    lists: Common = common()
    return {
        Reason.PHRASE: tuple(all_forms(lists.phrases)),
        Reason.PLACE: tuple(all_forms(lists.places)),
        Reason.NUMBER: lists.numbers,
    }


def _reasons(plain: str, personal: list[str]) -> Iterator[Reason]:
    if any(without_marks(word) in plain for word in personal):
        yield Reason.PERSONAL
    for reason, forms in _forms().items():
        if any(form in plain for form in forms):
            yield reason
    if _has_name(plain):
        yield Reason.NAME
    yield from (reason for reason, pattern in PATTERNS.items() if pattern.search(plain))
    if _walks(plain):
        yield Reason.WALK


def _has_name(plain: str) -> bool:
    """Whether a name stands by itself; a long one may stand inside other letters."""
    runs = set(re.findall(r"[a-z]+", plain))
    return any(name in runs or (len(name) > WALK and name in plain) for name in all_forms(common().names))


def _walks(plain: str) -> bool:
    pieces = (plain[start : start + WALK] for start in range(len(plain) - WALK + 1))
    return any(piece in row or piece[::-1] in row for piece in pieces for row in ROWS)
