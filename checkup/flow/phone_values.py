"""The values that the pages of "Your phone" show, all words already in them."""

from enum import StrEnum

from checkup.flow.record_view import Fields
from checkup.model.value import Value


class Option(Value, frozen=True, kw_only=True):
    """One choice: its words, and a quiet line under them."""

    id: str
    label: str
    detail: str = ""
    chosen: bool = False


class WhichView(Value, frozen=True, kw_only=True):
    """The first page: which phone, whose it is, and a way to the lists of known programs."""

    title: str
    lead: str
    which_title: str
    which: tuple[Option, ...]
    whose_title: str
    whose: tuple[Option, ...]
    lists: str


class Drawing(StrEnum):
    """The pictures drawn by us; each has its words beside it."""

    SETTINGS = "settings"  # the row tapped seven times
    SWITCH = "switch"  # one switch in a list
    CABLE = "cable"  # phone and computer, joined
    ALLOW = "allow"  # the question on the phone
    LOCK = "lock"  # a backup with a lock


class GuideCard(Value, frozen=True, kw_only=True):
    """A card of the guide: lines, and a picture that shows the same."""

    title: str
    lines: tuple[str, ...]
    drawing: Drawing | None = None


class GuideView(Value, frozen=True, kw_only=True):
    """A page of cards to read."""

    title: str
    lead: str
    cards: tuple[GuideCard, ...]


class SourceView(Value, frozen=True, kw_only=True):
    """Where the facts come from.

    An empty `choose_file` or `choose_folder` means that it takes none; `phones` are those on the
    cable where there are several.
    """

    title: str
    lead: str
    sources_title: str
    sources: tuple[Option, ...]
    brought_title: str
    choose_file: str
    choose_folder: str
    drop: str
    chosen: str
    cable: str = ""
    phones_title: str = ""
    phones: tuple[Option, ...] = ()
    password: Fields | None = None
    password_about: str = ""
    trouble: str = ""
