"""Makes a passphrase of words drawn evenly by the system's source of randomness.

What it is worth follows from the list and the number of words alone: somebody who knows both, and
that this program made it, still has to guess each draw.
"""

from collections.abc import Callable, Sequence
from math import log2
from secrets import randbelow

from checkup.content.texts import Language
from checkup.credentials.wordlists import words_of
from checkup.model.value import Value

FEWEST, MOST = 4, 12  # words
JOIN = "-"


class Passphrase(Value, frozen=True, kw_only=True):
    """A passphrase and what it is worth; shows itself without its words.

    `bits`: the base-2 logarithm of how many equally likely passphrases there are.
    """

    words: tuple[str, ...]
    bits: float

    @property
    def text(self) -> str:
        """What is typed."""
        return JOIN.join(self.words)

    def __repr__(self) -> str:
        return f"Passphrase({len(self.words)} words)"


def usual_words(language: Language) -> int:
    """Return how many words give about 65 bits or more: five English ones, six Vietnamese ones."""
    return 6 if language is Language.VIETNAMESE else 5


def passphrase(language: Language, words: int, below: Callable[[int], int] = randbelow) -> Passphrase:
    """Return a new passphrase; raises ValueError outside FEWEST..MOST, ListNotWhole.

    `below(n)` returns an evenly drawn number from 0 to n-1.
    """
    return drawn(words_of(language), words, below)


def drawn(listed: Sequence[str], words: int, below: Callable[[int], int] = randbelow) -> Passphrase:
    """Return a passphrase of words drawn from this list, whose words all differ."""
    if not FEWEST <= words <= MOST:
        raise ValueError(words)
    chosen = tuple(listed[below(len(listed))] for _ in range(words))
    return Passphrase(words=chosen, bits=words * log2(len(listed)))
