"""One look under way beside the window: begun, followed, stopped; its result is handed over at the end."""

from collections.abc import Callable, Iterator

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from checkup.flow.progress import Asks, Progress, Waits, after
from checkup.model.stop import Stop
from checkup.scan import Ended, Event
from checkup.ui.bridge import Job, Work

Look = Callable[[Stop], Iterator[Event | Asks | Waits]]


class RunningLook(QObject):
    """At most one look at a time; `progress` is None while none goes on.

    Signals:
        changed: the progress is another one.
        came: the Result of the look.
        failed: what ended the look early; its text may be private.
        ended: after all of it; `progress` is None again.
    """

    changed = Signal()
    came = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._job: Job | None = None
        self.progress: Progress | None = None

    def begin(self, look: Look) -> None:
        """Start a look, unless one goes on."""
        if self._job is not None:
            return
        self.progress = Progress()
        self._job = self._work.job(look)
        self._job.came.connect(self._came)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._ended)
        self._job.begin()

    def stop(self) -> None:
        """Ask it to end; what there is until then comes as its result."""
        if self._job is not None and self.progress is not None:
            self._job.stop()
            self.progress = structs.replace(self.progress, stopping=True)
            self.changed.emit()

    def end(self) -> None:
        """Ask it to end because the window closes; shows nothing more."""
        if self._job is not None:
            self._job.stop()

    def _came(self, event: Event | Asks | Waits) -> None:
        if isinstance(event, Ended):
            self.came.emit(event.result)
        elif self.progress is not None:
            self.progress = after(self.progress, event)
            self.changed.emit()

    def _ended(self) -> None:
        self._job, self.progress = None, None
        self.ended.emit()
