"""Before you start: each page, the record's pages as they stand, and the cover of a locked one."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import structs
from PySide6.QtWidgets import QApplication, QDialog

from checkup.flow import start
from checkup.flow.keeping import Kept
from checkup.flow.locking import Held
from checkup.flow.place import StepId
from checkup.flow.record import RecordTrouble
from checkup.flow.record_view import held_words
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Record
from checkup.ui.app import Program
from checkup.ui.pages.record import SuggestionAsked
from checkup.ui.record_care import care_for
from checkup.ui.steps.record import RecordConductor
from checkup.ui.steps.start import StartConductor


class Lying:
    """A record that lies nowhere: pictures write no files."""

    path = Path("/media/usb/notes.dat")
    read_only = False
    is_locked = False

    def __init__(self, record: Record) -> None:
        self.record = record

    def save(self, record: Record) -> None:
        self.record = record

    def lock(self) -> None:
        """Nothing to forget."""

    def close(self) -> None:
        """Nothing to let go of."""


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk, window = program.desk, program.window
    window.go(start.at(start.DEVICE))
    yield "device"
    desk.replace(start.on_device(desk.visit, DeviceSafety.NOT_SAFE))
    window.go(start.at(start.ELSEWHERE))
    yield "elsewhere"
    desk.replace(start.on_device(desk.visit, DeviceSafety.NOT_SURE))
    window.go(start.at(start.TRACES))
    bar = window.stack.currentWidget().verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(bar.maximum())
    yield "offline"
    window.top.network.click()
    yield "network"
    _close()
    desk.replace(start.on_device(desk.visit, DeviceSafety.SAFE))
    for page in (start.TRACES, start.KEEPING):
        window.go(start.at(page))
        yield page
    window.go(start.at(start.NEW))
    conductor = window.conductor(StepId.START)
    assert isinstance(conductor, StartConductor)
    records = conductor._record()
    assert isinstance(records, RecordConductor)
    records.new.acted.emit(SuggestionAsked())
    yield "new-record"
    window.go(start.at(start.OPEN))
    records._path = Path("/media/usb/notes.dat")
    records._open_changed(trouble=RecordTrouble.DAMAGED_EARLIER)
    yield "open-record"
    yield from _opened(program)


def _opened(program: Program) -> Iterator[str]:
    desk, window = program.desk, program.window
    phone = Result(
        subject=Subject(kind=SubjectKind.ANDROID, name="SM-A536E", mark="aa11"), when="2026-11-02T08:30:00Z"
    )
    visit = structs.replace(desk.visit, id="earlier", began="2026-11-02T08:00:00Z", phones=(phone,))
    desk.replace(structs.replace(desk.visit, phones=(phone,)))
    kept: Kept = Lying(Record(id="r", visits=(visit,)))  # type: ignore[assignment]
    program.care = care_for(window, desk, program.application)
    desk.keep(kept)
    window.go(start.at(start.OPENED))
    yield "opened"
    program.care.show_dialog()
    yield "dialog"
    _close()
    program.care._change()
    yield "change"
    _close()
    program.care.lock(was_idle=True)
    assert program.care.cover is not None
    program.care.cover.tell(RecordTrouble.WRONG_PASSPHRASE)
    yield "locked"
    program.care.cover.hold(held_words(Held.UNSAVED, RecordTrouble.FULL, desk.texts))
    program.care.cover.try_again()
    yield "held"
    desk.keep(None)


def _close() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
