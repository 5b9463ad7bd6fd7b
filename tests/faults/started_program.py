"""The program in a process of its own, at "This computer", with one thing going wrong; run by path.

`started_program.py MODE [RECORD]` starts the window, does what the mode says once the first page is
painted, and answers with lines of JSON. Each mode is a function here.
"""

import json
import os
import sys
import threading
import time

SECRET = "Bí mật của tôi <b>9-1-1</b>"


def say(**facts: object) -> None:
    os.write(1, (json.dumps(facts) + "\n").encode())


class Modes:
    """What happens after the first page is there."""

    def __init__(self, program: object, record: str) -> None:
        self.program, self.record = program, record
        self.window, self.desk = program.window, program.desk

    # --- something breaks -----------------------------------------------------------------------

    def slot(self) -> None:
        """A slot raises."""
        later(1, broken)
        self.tell_soon()

    def worker(self) -> None:
        """Work beside the window raises midway."""

        def breaks(stop: object):
            yield 1
            broken()

        job = self.desk.work.job(breaks)
        job.ended.connect(self.tell_soon)
        job.begin()

    def look(self) -> None:
        """The look at this computer breaks off."""

        def breaks(stop: object):
            broken()
            yield

        self.conductor()._look = breaks
        self.conductor().begin()
        self.tell_soon()

    def thread(self) -> None:
        """A plain thread raises."""
        thread = threading.Thread(target=broken)
        thread.start()
        thread.join()
        self.tell_soon()

    def unraisable(self) -> None:
        """Something raises where nobody can be told: while it is thrown away."""

        class Leaving:
            def __del__(self) -> None:
                broken()

        Leaving()
        self.tell_soon()

    def tell_soon(self) -> None:
        """Tell what is on the screen once the program had time to answer, then end."""
        later(50, self.tell)

    def tell(self) -> None:
        from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

        shown = [
            widget.text() if isinstance(widget, QLabel) else widget.toPlainText()
            for top in self.program.application.topLevelWidgets()
            for widget in top.findChildren(QWidget)
            if isinstance(widget, QLabel | QPlainTextEdit) and widget.isVisible()
        ]
        dialog = self.program.application.activeModalWidget()
        say(
            visible=self.window.isVisible(),
            shown=shown,
            dialog=dialog.title.text() if dialog else "",
            notes=[note.note for note in self.desk.visit.notes],
        )
        self.program.application.exit(0)

    # --- leaving quickly ------------------------------------------------------------------------

    def leave_idle(self) -> None:
        self.leave()

    def leave_looking(self) -> None:
        """In the middle of a real look."""
        self.conductor().begin()
        later(20, self.leave)

    def leave_stuck(self) -> None:
        """While work beside the window neither ends nor looks at its stop."""

        def stuck(stop: object):
            yield 1
            time.sleep(60)

        job = self.desk.work.job(stuck)
        job.came.connect(lambda _: self.leave())
        job.begin()

    def leave_busy(self) -> None:
        """While work beside the window keeps Python busy."""

        def busy(stop: object):
            yield 1
            while True:
                sum(range(1000))

        job = self.desk.work.job(busy)
        job.came.connect(lambda _: self.leave())
        job.begin()

    def leave_dialog(self) -> None:
        """With a dialog open over the window."""
        self.desk.trouble.emit()
        later(20, self.leave)

    def leave_record(self) -> None:
        """With an open record: what was told since is saved on the way out."""
        from pathlib import Path

        from checkup.model.visit import Record
        from checkup.store.record_file import create

        self.desk.keep(create(Path(self.record), SECRET, Record(id="r")))
        self.leave()

    def leave_saving(self) -> None:
        """While a slow disk still writes the last change; another was made since."""
        from pathlib import Path

        from msgspec import structs

        from checkup.model.step import StepNote
        from checkup.model.visit import Record
        from checkup.store.disk import Disk
        from checkup.store.record_file import create

        class Slow(Disk):
            syncs = 0

            def sync(self, descriptor: int) -> None:
                self.syncs += 1
                time.sleep(0.4)
                super().sync(descriptor)

        def told(words: str) -> None:
            notes = (StepNote(step="s", note=words),)
            self.desk.replace(structs.replace(self.desk.visit, notes=notes))

        slow = Slow()
        self.desk.keep(create(Path(self.record), SECRET, Record(id="r"), slow))
        begun = slow.syncs
        told("older")
        self.program.care._autosave._begin()
        while slow.syncs == begun:
            time.sleep(0.001)  # the job is in the middle of its save
        told("newer")
        self.leave()

    def leave_locked(self) -> None:
        """With a locked record."""
        from pathlib import Path

        from checkup.model.visit import Record
        from checkup.store.record_file import create

        self.desk.keep(create(Path(self.record), SECRET, Record(id="r")))
        self.program.care.lock()
        self.leave()

    def leave_copied(self) -> None:
        """With something of ours on the clipboard."""
        from PySide6.QtGui import QGuiApplication

        from checkup.ui.pages.computer_acts import CopyAsked

        self.conductor()._acted(CopyAsked(text=SECRET))
        self.desk.leaving.connect(lambda: later(0, lambda: say(clipboard=QGuiApplication.clipboard().text())))
        self.leave()

    def leave(self) -> None:
        application = self.program.application
        began = time.monotonic()
        self.window.top.leave_asked.emit()
        hidden = time.monotonic() - began
        tops = application.topLevelWidgets()
        left = [top.windowTitle() for top in tops if top.isVisible() or top.windowTitle()]
        say(hidden=hidden, left=left, at=began)

    # --- the process ----------------------------------------------------------------------------

    def process(self) -> None:
        """Tell what the system says of this process, once its first page has settled."""
        import resource
        from pathlib import Path

        def tell() -> None:
            dumpable = Path("/proc/self/coredump_filter").stat().st_uid == 0 and _dumpable()
            say(core=resource.getrlimit(resource.RLIMIT_CORE)[0], dumpable=dumpable, argv=sys.argv)
            self.program.application.exit(0)

        later(50, tell)

    def shown_only(self) -> None:
        """Tell that the first page was painted."""
        say(width=self.window.width(), height=self.window.height())
        self.program.application.exit(0)

    def conductor(self):
        return self.window.conductor(self.window.walk.here.step)


def _dumpable() -> int:
    import ctypes

    return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)


def broken() -> None:
    raise RuntimeError(SECRET)


def later(milliseconds: int, action: object) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(milliseconds, action)


def main(words: list[str]) -> int:
    from msgspec import structs

    from checkup.flow import computer
    from checkup.flow.place import Place, StepId
    from checkup.flow.walk import Walk
    from checkup.model.begun import Begun
    from checkup.model.situation import DeviceSafety
    from checkup.model.step import StepNote
    from checkup.ui import app
    from checkup.ui.steps.computer import ComputerConductor

    class Started(app.Program):
        def __init__(self, *parts: object) -> None:
            super().__init__(*parts)
            told = structs.replace(self.desk.visit, notes=(StepNote(step="s", note="my note"),))
            self.desk.replace(told)
            self.modes = Modes(self, words[1] if len(words) > 1 else "")
            # After what the program itself does once its page is on the screen.
            self.window.arrived.connect(lambda: later(0, getattr(self.modes, words[0])))

    first = Place(step=StepId.COMPUTER, page=computer.LOOK)
    app.Program = Started
    app.Begun = lambda **facts: Begun(**facts, device=DeviceSafety.SAFE)
    app.Walk = lambda routes, begins: Walk(routes, first)
    app.routes = lambda: {StepId.COMPUTER: computer.computer_route(())}
    app.makers = lambda: {StepId.COMPUTER: ComputerConductor}
    return app.main([])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
