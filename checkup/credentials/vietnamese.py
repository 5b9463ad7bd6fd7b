"""How Vietnamese words look inside passwords: without marks, and as typed in Telex and VNI.

References: TCVN 5712 letters; the Telex and VNI typing conventions.
"""

import re
import tomllib
from collections.abc import Iterator
from enum import Enum
from unicodedata import normalize

from checkup.content.root import resource
from checkup.credentials.wordlists import without_marks
from checkup.model.value import Value

TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
HAT, BREVE, HORN = "\u0302", "\u0306", "\u031b"
VNI_SHAPES = {HAT: "6", HORN: "7", BREVE: "8"}

SHAPE_AFTER_TONE = re.compile(f"([{''.join(TELEX)}])([{''.join(VNI_SHAPES)}])")
CONSONANTS_LAST = re.compile(r"[bcdghklmnpqrstvx]+$")


class Where(Enum):
    """Where in a syllable the key of its tone is pressed: after its letter, its vowels, or all of it."""

    LETTER = 0
    VOWELS = 1
    END = 2


class Common(Value, frozen=True, kw_only=True):
    """What passwords are often made of, by kind; with marks."""

    phrases: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    numbers: tuple[str, ...]


def common() -> Common:
    """Return the lists in resources/words/common-vi.toml."""
    read = tomllib.loads(resource("words/common-vi.toml").read_text("utf-8"))
    return Common(**{kind: tuple(words) for kind, words in read.items()})


def typed_forms(words: str) -> tuple[str, ...]:
    """Return the ways a word or phrase is typed without spaces, each once, the plain one first."""
    syllables = words.lower().split()
    forms = ["".join(without_marks(syllable) for syllable in syllables)]
    forms += [
        "".join(_typed(syllable, vni=vni, where=where) for syllable in syllables) for vni, where in _WAYS
    ]
    return tuple(dict.fromkeys(forms))


_WAYS = tuple((vni, where) for vni in (False, True) for where in Where)


def _typed(syllable: str, *, vni: bool, where: Where) -> str:
    """Return a syllable as the keys that are pressed for it."""
    keys, tones, letter = "", "", ""
    for sign in SHAPE_AFTER_TONE.sub(r"\2\1", normalize("NFD", syllable)):
        if tone := (VNI if vni else TELEX).get(sign):
            tones, keys = (tones, keys + tone) if where is Where.LETTER else (tones + tone, keys)
        elif sign in VNI_SHAPES:
            keys += VNI_SHAPES[sign] if vni else (letter if sign == HAT else "w")
        elif sign == "đ":
            keys += "d9" if vni else "dd"
        else:
            letter = sign
            keys += sign
    if where is Where.VOWELS and (consonants := CONSONANTS_LAST.search(without_marks(syllable))):
        before = len(keys) - len(consonants[0])
        return keys[:before] + tones + keys[before:]
    return keys + tones


def all_forms(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the typed forms of each."""
    for word in words:
        yield from typed_forms(word)
