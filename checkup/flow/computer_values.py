"""The values that the page "This computer" shows, all words already in them."""

from checkup.flow.computer_cards import CardView
from checkup.flow.same_phone import SameView
from checkup.flow.since_view import SinceView
from checkup.model.finding import Level
from checkup.model.value import Value


class ReadyView(Value, frozen=True, kw_only=True):
    """Before the look: what it will look at and what it does not do."""

    places_title: str
    places: tuple[str, ...]
    promises: tuple[str, ...]
    trouble: str = ""


class RunningView(Value, frozen=True, kw_only=True):
    """While it goes on: which check, how many of how many, and a way to stop."""

    words: str
    count: str
    number: int
    total: int
    stop: str
    can_stop: bool


class Section(Value, frozen=True, kw_only=True):
    """The cards of one level under its heading."""

    level: Level
    title: str
    cards: tuple[CardView, ...]


class ClearView(Value, frozen=True, kw_only=True):
    """The checks that saw nothing to mention: one line, and the list behind it."""

    badge: str
    title: str
    show: str
    hide: str
    rows: tuple[str, ...]


class GapRow(Value, frozen=True, kw_only=True):
    """One check that could not look, or not everywhere; `places` are all, `where` the first of them."""

    check: str
    check_id: str
    why: str
    where: str
    places: str


class GapsView(Value, frozen=True, kw_only=True):
    """What could not be looked at, as a table that can be sorted and copied."""

    title: str
    lead: str
    columns: tuple[str, str, str]
    rows: tuple[GapRow, ...]
    copy: str


class ReminderView(Value, frozen=True, kw_only=True):
    """What is to be put back as it was, now that the look is over."""

    title: str
    lines: tuple[str, ...]


class RightsView(Value, frozen=True, kw_only=True):
    """The card: what would be read, what it leaves behind, one button.

    Without a button it says why there is none.
    """

    title: str
    lead: str
    reads_title: str = ""
    reads: tuple[str, ...] = ()
    leaves: str = ""
    button: str = ""


class ResultView(Value, frozen=True, kw_only=True):
    """What was seen, what was not, and what could not be looked at."""

    caution: str = ""
    note: str = ""
    sections: tuple[Section, ...] = ()
    clear: ClearView | None = None
    gaps: GapsView | None = None
    not_proof: str = ""
    since: SinceView | None = None
    same: SameView | None = None
    reminder: ReminderView | None = None
    rights: RightsView | None = None


class DiskChoice(Value, frozen=True, kw_only=True):
    """One disk that was looked at, by the name of its result."""

    name: str
    label: str
    detail: str
    chosen: bool


class DisksView(Value, frozen=True, kw_only=True):
    """All disks of the visit, where they are more than one."""

    title: str
    disks: tuple[DiskChoice, ...]


class ComputerView(Value, frozen=True, kw_only=True):
    """The page. `result` stands beside `running` while things come in, and alone after it.

    `elsewhere` is the quiet button that leads to another disk, `remove` the one that takes a disk's
    result out of the visit; `disks` are those one can choose from.
    """

    title: str
    lead: str
    elsewhere: str = ""
    remove: str = ""
    disks: DisksView | None = None
    ready: ReadyView | None = None
    running: RunningView | None = None
    result: ResultView | None = None
