"""The sign-ins over time, as lines of a picture, and what is said of one place in it."""

from checkup.content.texts import Texts
from checkup.flow.sign_in_words import SignInWords
from checkup.model.sign_in import SignInHistory
from checkup.model.value import Value

MOST_LINES = 40


class PictureLine(Value, frozen=True, kw_only=True):
    """One device in one service; `bins` are (hour since 1970 in UTC, width in hours, rows)."""

    name: str
    service: str
    bins: tuple[tuple[int, int, int], ...]


def picture_lines(history: SignInHistory, words: SignInWords) -> tuple[PictureLine, ...]:
    """Return the lines of the picture, no more than can be told apart."""
    lines = []
    for group in history.groups:
        name = words.name(group)
        lines += [
            PictureLine(
                name=name,
                service=words.service(one.service),
                bins=tuple((hour, one.step, count) for hour, count in one.bins),
            )
            for one in group.stretches
            if one.bins
        ]
        if len(lines) >= MOST_LINES:
            break
    return tuple(lines[:MOST_LINES])


def pointed_at(one: PictureLine, hours: tuple[int, int], rows: int, texts: Texts) -> str:
    """Return what stands under the pointer or the keyboard's mark in the picture."""
    from checkup.flow.written_date import written_date

    first, last = (written_date(texts, _day(hour)) for hour in (hours[0], max(hours[0], hours[1] - 1)))
    key = "signins.page.pointed_day" if first == last else "signins.page.pointed"
    return texts.say(key, name=one.name, service=one.service, first=first, last=last, count=rows)


def _day(hour: int) -> str:
    from datetime import UTC, datetime, timedelta

    return f"{datetime(1970, 1, 1, tzinfo=UTC) + timedelta(hours=hour):%Y-%m-%d}"
