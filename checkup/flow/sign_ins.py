"""Data exports in the step "Accounts and sessions": reading them, and how answers change the visit."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import structs

from checkup.collect.exports import Began, gathered
from checkup.model.answer import Answer, CardAnswer
from checkup.model.looked import Unread
from checkup.model.sign_in import SignInHistory
from checkup.model.stop import Stop
from checkup.model.value import Value
from checkup.model.visit import Visit
from checkup.signins.tally import Tally
from checkup.signins.together import by_hand

STEP = 10_000
MOST_ROWS_KEPT = 20
"""Rows of a group that the record keeps: a sample, never all of a million."""


class Reading(Value, frozen=True, kw_only=True):
    """A reading under way: how many rows so far."""

    rows: int = 0


def read_exports(paths: Sequence[Path], stop: Stop) -> Iterator[Reading | SignInHistory]:
    """Read exports from disk; yield how far it is, and the history at the end, also when stopped."""
    tally, rows, told = Tally(), 0, 0
    yield Reading()
    for event in gathered(paths, stop):
        match event:
            case list():
                tally.add(event)
                rows += len(event)
                if rows >= told + STEP:
                    told = rows
                    yield Reading(rows=rows)
            case Began():
                tally.source = event.where
            case Unread():
                tally.missed(event)
    yield tally.history()


def took(visit: Visit, history: SignInHistory) -> Visit:
    """Return the visit with what was read; answers about devices seen again stay."""
    groups = tuple(structs.replace(group, rows=group.rows[:MOST_ROWS_KEPT]) for group in history.groups)
    return structs.replace(visit, sign_ins=structs.replace(history, groups=groups))


def forgot(visit: Visit) -> Visit:
    """Return the visit without anything of the exports; lines by hand stay, with their answers."""
    own = {group.id for group in by_hand(visit)}
    answers = tuple(card for card in visit.sign_in_answers if card.about in own)
    return structs.replace(visit, sign_ins=None, sign_in_answers=answers)


def answered_group(visit: Visit, group: str, answer: Answer) -> Visit:
    """Return the visit after one of the four answers about a device, in all services at the same time."""
    others = tuple(card for card in visit.sign_in_answers if card.about != group)
    return structs.replace(visit, sign_in_answers=(*others, CardAnswer(about=group, answer=answer)))
