"""The window with an open record, locked; run by path, in a process of its own whose memory a test searches.

`locked_memory.py RECORD` reads one line of markers from standard input: the passphrase, then texts. It makes
the record with the passphrase typed by keys, tells the texts where a person would, shows the plan, and
answers "open"; after any line it locks and answers "locked" a second later; after another line it unlocks
(the line is the passphrase) and answers with the texts it finds again.
"""

import ctypes
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import structs
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from checkup.content.texts import Language
from checkup.flow import start
from checkup.flow.place import StepId
from checkup.flow.plan import PLAN
from checkup.model.clock import now
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.reply import Reply
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.ui import record_care
from checkup.ui.app import Program
from checkup.ui.freed_memory import overwrite_freed
from checkup.ui.steps.record import RecordConductor
from checkup.ui.steps.start import StartConductor

PR_SET_DUMPABLE = 4


def line() -> str:
    """Read a line without a buffer that would keep it."""
    found = bytearray()
    while (one := os.read(0, 1)) not in (b"\n", b""):
        found += one
    return found.decode()


def say(words: str) -> None:
    os.write(1, (words + "\n").encode())


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        QTest.qWait(10)


class Hands:
    """What a person does; keeps no marker."""

    def __init__(self, application: QApplication) -> None:
        self.program = Program(application, Language.ENGLISH, now)
        self.window, self.desk = self.program.window, self.program.desk
        self.overwritten = 0
        record_care.overwrite_freed = self._overwrite
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        QTest.qWait(50)

    def _overwrite(self) -> None:
        overwrite_freed()
        self.overwritten += 1  # on a busy machine a second may be over before

    def keep(self, path: Path, passphrase: str) -> None:
        self.desk.replace(start.on_device(self.desk.visit, DeviceSafety.SAFE))
        self.window.go(start.at(start.NEW))
        conductor = self.window.conductor(StepId.START)
        assert isinstance(conductor, StartConductor)
        records = conductor._record()
        assert isinstance(records, RecordConductor)
        for field in (records.new.fields.first, records.new.fields.second):
            field.setFocus()
            QTest.keyClicks(field, passphrase)
        records._make(path)
        wait_until(lambda: self.desk.open is not None)

    def tell(self, reply: str, name: str, saw: str, note: str) -> None:
        found = Finding(
            check="computer.known_programs",
            level=Level.STRONG,
            about=name,
            name=name,
            reasons=(Reason(sign="runs_now", what=saw),),
            evidence=(Evidence(where=saw, saw=saw),),
        )
        result = Result(
            subject=Subject(kind=SubjectKind.COMPUTER, name=name),
            when="2026-11-24T08:00:00Z",
            findings=(found,),
        )
        visit = structs.replace(self.desk.visit, replies=(Reply(question="x", words=reply),), computer=result)
        self.desk.replace(visit)
        for step in StepId:
            place = self.window.walk.first_of(step, self.desk.visit)
            assert place is not None
            self.window.go(place)
            QTest.qWait(5)
        self.desk.enter(StepId.PLAN, PLAN)
        page = self.window.stack.currentWidget()
        field = page.findChildren(QPlainTextEdit)[0]
        field.setFocus()
        QTest.keyClicks(field, note)
        wait_until(lambda: not self.desk.has_unsaved)

    def lock(self) -> None:
        assert self.program.care is not None
        before = self.overwritten
        self.program.care.lock()
        QTest.qWait(1000)
        assert self.desk.has_let_go
        wait_until(lambda: self.overwritten == before + len(record_care.OVERWRITES_AFTER))

    def unlock(self, passphrase: str) -> str:
        care = self.program.care
        assert care is not None
        assert care.cover is not None
        QTest.keyClicks(care.cover.fields.first, passphrase)
        care.cover.open.click()
        wait_until(lambda: care.cover is None)
        visit = self.desk.visit
        assert visit.computer is not None
        finding = visit.computer.findings[0]
        shown = [one.text() for one in self.window.findChildren(QWidget) if isinstance(one, QLabel)]
        where = f"{self.window.walk.here.step}/{self.window.walk.here.page}"
        return " ".join(
            (where, visit.replies[0].words, finding.name, finding.reasons[0].what, visit.notes[-1].note)
            if any(finding.name in text for text in shown)
            else (where, "not shown")
        )


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication([])
    hands = Hands(application)
    gc.enable()
    if sys.platform.startswith("linux"):  # the program forbids it; the test that searches asks for it
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    passphrase, *texts = line().split("\t")
    hands.keep(Path(sys.argv[1]), passphrase)
    hands.tell(*texts)
    del passphrase, texts
    say("open")
    while order := line():
        if order == "lock":
            hands.lock()
            del order
            say("locked")
        else:
            say(hands.unlock(order))
    hands.window.end()
    hands.desk.put_away()
    hands.desk.work.close_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
