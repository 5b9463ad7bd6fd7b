"""Saves what is told into the open record, a moment after each change, beside the window."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from checkup.flow.record import RecordTrouble, trouble_of
from checkup.model.stop import Stop
from checkup.store.errors import KeysForgotten, StoreError
from checkup.ui.bridge import Job
from checkup.ui.desk import Desk

AFTER = 1200  # milliseconds: a note is typed in one go


class Autosave(QObject):
    """Listens to the desk while a record is open. A slow disk does not stop the window.

    Signals:
        saved: all that was told is in the file.
        failed: a RecordTrouble: a save did not work; said once until one works again.
    """

    saved = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, after: int = AFTER) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told: RecordTrouble | None = None
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self._begin)
        desk.visit_changed.connect(self._changed)

    def save(self) -> bool:
        """Save now, and wait for it; returns whether nothing is left unsaved."""
        self._timer.stop()
        try:
            self._desk.save()
        except KeysForgotten:
            return True  # it was saved before the key was forgotten
        except StoreError as error:
            self._tell(trouble_of(error))
            return False
        self._told = None
        return True

    @property
    def trouble(self) -> RecordTrouble | None:
        """Why the last save did not work; None where it did."""
        return self._told

    def save_again(self) -> None:
        """Save what could not be saved so far, and say it again where that fails."""
        self._told = None
        self._begin()

    def _begin(self) -> None:
        """Save beside the window; a change that comes meanwhile is saved after it."""
        if self._job is not None:
            self._timer.start()
            return
        if not self._desk.has_unsaved:
            return
        self._job = job = self._desk.work.job(self._task)
        job.came.connect(self._came)
        job.failed.connect(lambda _: self._desk.trouble.emit())
        job.ended.connect(self._ended)
        job.begin()

    def _task(self, _stop: Stop) -> Iterator[RecordTrouble | None]:
        try:
            self._desk.write()
        except KeysForgotten:
            return  # it is saved once the record is unlocked
        except StoreError as error:
            yield trouble_of(error)
        else:
            yield None

    def _came(self, trouble: RecordTrouble | None) -> None:
        if trouble is None:
            self._told = None
            self.saved.emit()
        else:
            self._tell(trouble)
        self._desk.open_changed.emit()

    def _ended(self) -> None:
        self._job = None

    def _changed(self) -> None:
        if self._desk.open is not None and not self._desk.open.read_only:
            self._timer.start()

    def _tell(self, trouble: RecordTrouble) -> None:
        if trouble is not self._told:
            self._told = trouble
            self.failed.emit(trouble)
