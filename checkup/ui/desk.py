"""The desk: what every conductor receives, and the one place where the visit is replaced."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, Signal

from checkup.content.texts import Language, Texts
from checkup.flow.keeping import KeepState, Kept, tells_nothing, with_visit, without
from checkup.flow.offline import is_offline
from checkup.flow.place import Place, StepId
from checkup.model.begun import Begun

TYPE_CHECKING = False  # as `typing` has it, which is not read for this: see __main__.py
if TYPE_CHECKING:
    from checkup.model.begun import Beginning
    from checkup.model.clock import Clock
    from checkup.model.visit import Visit
    from checkup.network import Door
    from checkup.ui.bridge import Work


class Desk(QObject):
    """Holds the visit, the words, the open record and the way to start work; made once by `app`.

    Signals:
        visit_changed: the visit was replaced.
        offline_changed: the person works offline now, or no longer.
        language_changed: the words are now those of another language.
        go_asked: somebody wants the window to show a place (a Place).
        on_asked: somebody wants the next place (as if the main button said so).
        help_asked: somebody wants the help directory.
        close_asked: the walk is over; the window should close.
        open_changed: a record was opened, saved, locked or closed.
        sent_changed: a question was sent over the network.
        trouble: work ended by an error nobody expected; the window says so calmly.
        leaving: the person leaves quickly or locks the record; clear what is ours elsewhere (the clipboard).
    """

    visit_changed = Signal()
    offline_changed = Signal()
    language_changed = Signal()
    go_asked = Signal(object)
    on_asked = Signal()
    help_asked = Signal()
    close_asked = Signal()
    open_changed = Signal()
    sent_changed = Signal()
    trouble = Signal()
    leaving = Signal()

    def __init__(self, begun: "Beginning", clock: "Clock", texts: Callable[[Language], Texts]) -> None:
        super().__init__()
        self._begun = begun
        self._texts_of = texts
        self.clock = clock
        self.texts = texts(Language(begun.language))
        self._open: Kept | None = None
        self._work: Work | None = None
        self._saved: Visit | None = None
        self._last_failed = self._has_let_go = False
        self._writing = Lock()
        self._forgetting: list[Callable[[Visit], Visit]] = []
        self.sent = 0

    @property
    def work(self) -> "Work":
        """The way to start work beside the window, and to end all of it."""
        if self._work is None:
            from checkup.ui.bridge import Work  # the first page starts none

            self._work = Work(self)
        return self._work

    @property
    def begun(self) -> "Beginning":
        """How the sitting was begun, without having its visit made where nothing needed one yet."""
        return self._begun

    @property
    def visit(self) -> "Visit":
        """What this sitting gathered so far."""
        if isinstance(self._begun, Begun):
            from checkup.model.clock import written

            self._begun = self._begun.visit(written(self.clock()))
        return self._begun

    def begin(self) -> None:
        """Have the visit made now, while nobody waits for it."""
        _ = self.visit

    def replace(self, visit: "Visit") -> None:
        """Put the visit that follows from an answer in the place of the old one."""
        if visit == self.visit or self._has_let_go:
            return
        was_offline = self.is_offline
        self._begun = visit
        self.visit_changed.emit()
        if self.is_offline != was_offline:
            self.offline_changed.emit()

    @property
    def is_offline(self) -> bool:
        """Whether the person works offline: nobody is asked, no page is opened."""
        return is_offline(self._begun)

    @property
    def door(self) -> "Door":
        """The way to the network, shut while the person works offline."""
        from checkup.network import Door

        return Door(lambda: self.is_offline)

    def forget(self, change: "Callable[[Visit], Visit]") -> None:
        """Take something out of this visit, and out of every visit of the open record with the next save."""
        if self._has_let_go:
            return
        if self._open is not None and not self._open.read_only:
            self._forgetting.append(change)
        self._begun = change(self.visit)
        self.visit_changed.emit()

    @property
    def has_something_to_lose(self) -> bool:
        """Whether closing without a record would lose what the person told or what was seen."""
        return not tells_nothing(self.visit)

    @property
    def open(self) -> Kept | None:
        """The record the person keeps, or None with "keep nothing"."""
        return self._open

    @property
    def keeps(self) -> KeepState:
        """What becomes of what is told now."""
        if self._open is None:
            return KeepState.NOTHING
        if self._open.read_only:
            return KeepState.READ_ONLY
        return KeepState.UNSAVED if self._last_failed else KeepState.RECORD

    @property
    def has_unsaved(self) -> bool:
        """Whether closing the open record now would lose something."""
        return self._open is not None and (self.visit != self._saved or bool(self._forgetting))

    def keep(self, record: Kept | None) -> None:
        """Take an opened record onto the desk, or put it away."""
        self._open, self._last_failed, self._has_let_go = record, False, False
        self._forgetting.clear()
        self._saved = self.visit if record is not None and self._is_held_by(record) else None
        self.open_changed.emit()

    def save(self) -> None:
        """Write the visit into the open record, if there is one that can be written.

        Raises an error of `store.errors` where it cannot; the visit stays on the desk.
        """
        try:
            self.write()
        finally:
            self.open_changed.emit()

    def write(self) -> None:
        """Do as `save`, without a signal: may be called beside the window.

        The visit is taken as it stands when its turn comes, so that no older one is written last.
        """
        kept = self._open
        if kept is None or kept.read_only:
            return
        with self._writing:
            visit, forgetting = self.visit, tuple(self._forgetting)
            if visit == self._saved and not forgetting:
                return
            self._last_failed = True
            for _ in range(2 if forgetting else 1):  # once more, so that the earlier copy forgets it too
                kept.save(with_visit(without(kept.record, forgetting), visit))
            del self._forgetting[: len(forgetting)]
            self._saved, self._last_failed = visit, False

    def save_elsewhere(self, path: Path) -> None:
        """Write the visit into a new file, which is the record from now on; raises as `save` does."""
        kept = self._open
        if kept is None:
            return
        with self._writing:
            record = without(kept.record, tuple(self._forgetting))
            kept.save_elsewhere(path, with_visit(record, self.visit))
            self._saved, self._last_failed = self.visit, False
        self.open_changed.emit()

    def _is_held_by(self, record: Kept) -> bool:
        """Whether nothing is told that is not in this record: one to read only counts as it was opened."""
        return record.read_only or self.visit in record.record.visits

    @property
    def has_let_go(self) -> bool:
        """Whether the record is locked and the visit no longer in memory."""
        return self._has_let_go

    def let_go(self) -> bool:
        """Lock the record and drop the visit, if the record gives all of it back; returns whether it does."""
        from checkup.flow.locking import can_be_read_back, left_behind

        kept = self._open
        if kept is None or self._forgetting or not can_be_read_back(kept.record, self.visit):
            return False
        self._begun = self._saved = left_behind(self.visit)
        self._has_let_go = True
        kept.lock()
        return True

    def take_back(self) -> None:
        """Take the visit out of the record that was unlocked."""
        from checkup.flow.locking import read_back

        if self._open is not None and self._has_let_go:
            self._begun = self._saved = read_back(self._open.record, self.visit)
            self._has_let_go = False

    def put_away(self) -> None:
        """Save and close the record on the way out; asks nothing, shows nothing."""
        if self._open is None:
            return
        from contextlib import suppress

        from checkup.store.errors import StoreError

        with suppress(StoreError):
            self.save()
        self._open.close()
        self._open = None

    def note_sent(self) -> None:
        """Count a question that was sent over the network; the top line tells it from now on."""
        self.sent += 1
        self.sent_changed.emit()

    def speak(self, language: Language) -> None:
        """Change the language; every page is shown again, none is lost."""
        from checkup.flow.start import spoken

        self.texts = self._texts_of(language)
        self._begun = spoken(self.visit, language)
        self.language_changed.emit()

    def go(self, place: Place) -> None:
        """Ask the window for a place."""
        self.go_asked.emit(place)

    def go_on(self) -> None:
        """Ask the window for the next place."""
        self.on_asked.emit()

    def enter(self, step: StepId, page: str, item: str = "") -> None:
        """Ask the window for a place by its names."""
        self.go(Place(step=step, page=page, item=item))
