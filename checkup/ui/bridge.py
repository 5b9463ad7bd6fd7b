"""The one bridge to threads: work that yields events runs beside the window, its events come here.

Nothing else in the program knows threads. The work gets a `Stop` and looks at it; its events are
handed over one by one through a relay that lives in the window's thread, so that even a plain
function connected to `came` runs there.
"""

from collections.abc import Callable, Iterator

from PySide6 import QtCore
from PySide6.QtCore import QObject, QThread, Signal, Slot

from checkup.model.stop import Stop

Task = Callable[[Stop], Iterator[object]]
"""Work: a generator function. What it yields arrives at `Job.came`, one event after the other."""


class _Worker(QObject):
    """Lives in the other thread and walks the generator."""

    came = Signal(object)
    failed = Signal(object)
    done = Signal()

    def __init__(self, task: Task, stop: Stop) -> None:
        super().__init__()
        self._task = task
        self._stop = stop

    @Slot()
    def run(self) -> None:
        try:
            for event in self._task(self._stop):
                self.came.emit(event)
        except Exception as error:  # noqa: BLE001 - one of the three places: becomes `Job.failed`
            self.failed.emit(error)
        finally:
            self.done.emit()


class Job(QObject):
    """One piece of work under way.

    Signals (all in the window's thread):
        came: an event the work yielded.
        failed: the exception that ended the work early; its text may be private, show none of it.
        ended: after the last event, whether it ended by itself, failed or was stopped.
    """

    came = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Stop()
        self._thread = QThread()
        self._worker = _Worker(task, self._stop)
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        queued = QtCore.Qt.ConnectionType.QueuedConnection
        self._worker.came.connect(self._came, queued)
        self._worker.failed.connect(self._failed, queued)
        self._worker.done.connect(self._done, queued)

    def begin(self) -> None:
        """Start; connect the signals before."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to end soon; `ended` comes when it has."""
        self._stop.ask()

    @property
    def running(self) -> bool:
        """Whether the work has not ended yet."""
        return self._thread.isRunning()

    def close(self, milliseconds: int = 1000) -> bool:
        """Ask to end, hear nothing more of it, and wait at most so long; return whether it ended."""
        self._stop.ask()
        self.blockSignals(True)  # noqa: FBT003 - Qt takes no keyword here
        self._thread.quit()
        return self._thread.wait(milliseconds)

    @Slot(object)
    def _came(self, event: object) -> None:
        self.came.emit(event)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self.failed.emit(error)

    @Slot()
    def _done(self) -> None:
        self._thread.quit()
        self._thread.wait()
        self.ended.emit()


class Work(QObject):
    """Makes jobs and knows those under way, so that the window can end them all.

    Signals:
        all_ended: the last job that was under way has ended.
    """

    all_ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []

    def job(self, task: Task) -> Job:
        """Return a job for this work, not yet begun."""
        job = Job(task, self)
        self._jobs.append(job)
        job.ended.connect(lambda: self._forget(job))
        return job

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is under way."""
        return not self._jobs

    def stop_all(self) -> None:
        """Ask everything to end; waits for nothing."""
        for job in self._jobs:
            job.stop()

    def close_all(self, milliseconds: int = 1000) -> bool:
        """End everything, waiting at most so long for each; return whether all of it ended."""
        self._jobs = [job for job in self._jobs if not job.close(milliseconds)]
        return not self._jobs

    def _forget(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
            if not self._jobs:
                self.all_ended.emit()
