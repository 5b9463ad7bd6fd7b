"""A date as a person reads it: a day, a month or a year, in the person's language."""

from checkup.content.texts import Texts
from checkup.model.help import first_day


def written_date(texts: Texts, iso: str) -> str:
    """Return `2025-10-04`, `2025-10` or `2025` in words; empty where it is no date."""
    day = first_day(iso)
    if day is None:
        return ""
    form = ("year", "month", "day")[iso.count("-")]
    month = texts.say(f"help.month.{day.month}")
    return texts.say(f"help.date.{form}", day=day.day, month=month, year=day.year)
