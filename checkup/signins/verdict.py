"""How a group stands: expected, to be recognised, unexpected, or cannot be told; by answers and own devices.

An answer of the person counts before everything else. A place never makes a group expected: whoever
lives in the same home signs in from the same address.
"""

import re
from collections.abc import Iterable, Mapping

from checkup.model.answer import Answer, CardAnswer
from checkup.model.sign_in import SignInGroup, Verdict

OF_ANSWER = {
    Answer.MINE: Verdict.EXPECTED,
    Answer.KNOWN: Verdict.TO_RECOGNISE,
    Answer.NOT_MINE: Verdict.UNEXPECTED,
    Answer.UNSURE: Verdict.TO_RECOGNISE,
}
_WORD = re.compile(r"\w+")
_DULL = frozenset({"galaxy", "5g", "4g", "my", "của", "tôi", "phone", "điện", "thoại", "máy", "tính", "the"})


def verdict(group: SignInGroup, answer: Answer | None, own: Iterable[str]) -> Verdict:
    """Return how a group stands. `own` are the person's devices as they call them; none: nothing listed."""
    if answer is not None:
        return OF_ANSWER[answer]
    listed = tuple(own)
    if not group.device:
        return Verdict.CANNOT_TELL
    if any(is_same(group.device, name) for name in listed):
        return Verdict.EXPECTED
    return Verdict.UNEXPECTED if listed else Verdict.TO_RECOGNISE


def is_same(device: str, listed: str) -> bool:
    """Whether a listed device may be this model: all the words of one name stand in the other."""
    model, own = _words(device), _words(listed)
    return bool(model and own) and (model <= own or (own <= model and any(map(_is_telling, own))))


def answers_of(cards: Iterable[CardAnswer]) -> Mapping[str, Answer]:
    """Return the answers by the group's id."""
    return {card.about: card.answer for card in cards}


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold())) - _DULL


def _is_telling(word: str) -> bool:
    """Whether a word tells a model: a maker alone does not, a word with a digit does."""
    return any(character.isdigit() for character in word)
