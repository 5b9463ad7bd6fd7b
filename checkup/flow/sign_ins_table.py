"""The sign-ins as a table: every row that was kept, sortable by letters in each column."""

from checkup.content.texts import Texts
from checkup.flow.sign_in_words import SignInWords
from checkup.model.clock import read
from checkup.model.shown import shown
from checkup.model.sign_in import Sighting, SignInHistory
from checkup.model.value import Value


class TableView(Value, frozen=True, kw_only=True):
    """A table: titles of columns, and cells in the same order."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


COLUMNS = ("device", "service", "kind", "last", "count", "address", "address_kind", "place", "app")


def sign_ins_table(history: SignInHistory, words: SignInWords, texts: Texts) -> TableView:
    """Return the table of a history."""
    return TableView(
        titles=tuple(texts.say(f"signins.page.columns.{name}") for name in COLUMNS),
        rows=tuple(_row(words.name(group), one, words) for group in history.groups for one in group.rows),
    )


def _row(name: str, one: Sighting, words: SignInWords) -> tuple[str, ...]:
    row = one.row
    place = ", ".join(filter(None, (shown(row.place), shown(row.country))))
    return (
        name,
        words.service(row.service),
        words.kind(row.kind),
        _sortable(row.when) or shown(row.when_raw),
        str(one.count),
        shown(row.ip),
        words.address(row),
        place,
        shown(row.app),
    )


def _sortable(when: str) -> str:
    """Return a time in this computer's zone, written so that sorting by letters sorts by time."""
    moment = read(when) if when else None
    try:
        return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else ""
    except (OverflowError, OSError, ValueError):
        return when
