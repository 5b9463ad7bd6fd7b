"""Saves what is told into the open record, a moment after each change."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from checkup.flow.record import RecordTrouble, trouble_of
from checkup.store.errors import KeysForgotten, StoreError
from checkup.ui.desk import Desk

AFTER = 1200  # milliseconds: a note is typed in one go, a save takes some milliseconds


class Autosave(QObject):
    """Listens to the desk while a record is open.

    Signals:
        failed: a RecordTrouble: a save did not work; said once until one works again.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk, after: int = AFTER) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told: RecordTrouble | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self.save)
        desk.visit_changed.connect(self._changed)

    @Slot()
    def save(self) -> bool:
        """Save now; returns whether nothing is left unsaved."""
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

    def _changed(self) -> None:
        if self._desk.open is not None:
            self._timer.start()

    def _tell(self, trouble: RecordTrouble) -> None:
        if trouble is not self._told:
            self._told = trouble
            self.failed.emit(trouble)
