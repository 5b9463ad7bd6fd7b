"""The conductor of the record's pages: a new one, opening one, what came out of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from msgspec import structs
from PySide6.QtWidgets import QWidget

from checkup.content.texts import Language
from checkup.credentials.passphrase import passphrase, usual_words
from checkup.credentials.strength import strength
from checkup.flow import start
from checkup.flow.keeping import Kept
from checkup.flow.place import Place, StepId
from checkup.flow.record import (
    SUFFIX,
    Attempt,
    RecordTrouble,
    made,
    opened,
    rescued_to,
)
from checkup.flow.record_view import Judged, new_record_view, open_record_view
from checkup.flow.taken_up_view import taken_up_view
from checkup.flow.taking_up import taken_up
from checkup.model.situation import Keeping
from checkup.model.stop import Stop
from checkup.ui.announcing import announce
from checkup.ui.bridge import Job
from checkup.ui.conductor import Conductor, Foot
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.page import Page
from checkup.ui.pages.record import (
    FileAsked,
    NewRecordPage,
    OpenAsked,
    OpenRecordPage,
    PassphraseTyped,
    RescueAsked,
    SuggestionAsked,
    WhereAsked,
)
from checkup.ui.pages.start import StartPage

Tries = Callable[[], Kept | Attempt]


class RecordConductor(Conductor):
    """What is typed stays in the page's fields, is handed to the work once, and is forgotten."""

    step = StepId.START

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.new, self.open, self.opened = NewRecordPage(), OpenRecordPage(), StartPage()
        self.new.acted.connect(self._new_acted)
        self.open.acted.connect(self._open_acted)
        self._judged = Judged()
        self._path: Path | None = None
        self._trouble: RecordTrouble | None = None
        self._job: Job | None = None
        self.dialog: ChooseFile | None = None

    def page(self, place: Place) -> Page:
        return {start.NEW: self.new, start.OPEN: self.open}.get(place.page, self.opened)

    def show(self, place: Place) -> None:
        match place.page:
            case start.NEW:
                self._show_new()
            case start.OPEN:
                self._show_open()
            case _:
                if self.desk.open is not None:
                    view = taken_up_view(self.desk.open, self.desk.visit, self.desk.texts)
                    self.opened.show_view(view)

    def foot(self, place: Place) -> Foot:
        say = self.desk.texts.say
        idle = self._job is None
        match place.page:
            case start.NEW:
                return Foot(main=say("record.new.where"), main_enabled=self._can_make, no_back=not idle)
            case start.OPEN:
                ready = self._path is not None and self.open.fields.both_typed
                return Foot(main=say("record.open.open"), main_enabled=idle and ready, no_back=not idle)
            case _:
                return Foot(main=say("window.next"))

    def main_pressed(self, place: Place) -> bool:
        match place.page:
            case start.NEW:
                self._ask_where(self._make)
                return False
            case start.OPEN:
                self._open()
                return False
            case _:
                return True

    @property
    def _can_make(self) -> bool:
        fields = self.new.fields
        return self._job is None and fields.both_typed and fields.is_repeated

    def left(self, place: Place) -> None:  # noqa: ARG002 - all pages hold a passphrase
        self.new.fields.forget()
        self.open.fields.forget()
        self._judged = Judged()
        self._trouble = None

    def end(self) -> None:
        self.left(start.at(start.NEW))

    def _new_acted(self, act: object) -> None:
        match act:
            case PassphraseTyped():
                self._judge()
            case WhereAsked() if self._can_make:
                self._ask_where(self._make)
            case SuggestionAsked():
                language = Language(self.desk.visit.language)
                words = passphrase(language, usual_words(language)).text
                self.new.fields.fill(words)
                self._judge(suggested=words)

    def _open_acted(self, act: object) -> None:
        match act:
            case FileAsked():
                self._ask_which()
            case PassphraseTyped():
                self._open_changed(trouble=None)
            case OpenAsked(read_only=read_only) if self._path and self.open.fields.both_typed:
                self._open(read_only=read_only)
            case RescueAsked():
                self._ask_where(self._rescue)

    def _judge(self, *, suggested: str = "") -> None:
        fields = self.new.fields
        typed = fields.text
        self._judged = Judged(
            strength=strength(typed) if typed else None,
            is_repeated=fields.is_repeated or not fields.both_typed,
            suggested=suggested,
        )
        self._show_new()

    def _ask_where(self, then: Callable[[Path], object]) -> None:
        say = self.desk.texts.say
        asked = FileQuestion(
            title=say("record.where"), name=say("record.file_name"), suffix=SUFFIX, replaces=False
        )
        self._dialog(asked, then)

    def _ask_which(self) -> None:
        self._dialog(FileQuestion(title=self.desk.texts.say("record.which")), self._which)

    def _dialog(self, asked: FileQuestion, then: Callable[[Path], object]) -> None:
        self.dialog = ChooseFile(self._over(), self.desk.texts, asked, then)
        self.dialog.open()

    def _which(self, path: Path) -> None:
        self._path = path
        self._open_changed(trouble=None)
        self.open.fields.first.setFocus()

    def _make(self, path: Path) -> None:
        typed, visit = self.new.fields.text, structs.replace(self.desk.visit, keeping=Keeping.RECORD)
        self._judged = structs.replace(self._judged, busy=True, trouble=None)
        self._begin(lambda: made(path, typed, visit))

    def _open(self, *, read_only: bool = False) -> None:
        path, typed = self._path, self.open.fields.text
        if path is not None:
            self._begin(lambda: opened(path, typed, read_only=read_only))

    def _rescue(self, to: Path) -> None:
        path, typed = self._path, self.open.fields.text
        if path is not None:
            self._begin(lambda: rescued_to(path, typed, to))

    def _begin(self, tries: Tries) -> None:
        """Try beside the window; one attempt at a time."""
        if self._job is not None:
            return

        def task(stop: Stop) -> Iterator[object]:
            kept = tries()
            if stop.asked and not isinstance(kept, Attempt):
                kept.close()  # nobody waits for it any more
            else:
                yield kept

        self._job = job = self.desk.work.job(task)
        job.came.connect(self._came)
        job.failed.connect(lambda _: self.desk.trouble.emit())
        job.ended.connect(self._ended)
        job.begin()
        self._show_both()

    def _came(self, outcome: object) -> None:
        if isinstance(outcome, Attempt):
            self._trouble = outcome.trouble
            self._judged = structs.replace(self._judged, trouble=outcome.trouble, busy=False)
        else:
            self._take(cast("Kept", outcome))

    def _ended(self) -> None:
        self._job = None
        self._judged = structs.replace(self._judged, busy=False)
        self._show_both()
        page = next((page for page in (self.new, self.open) if page.isVisible()), None)
        if page is not None and self._trouble is not None:  # the field lost the focus while it was busy
            page.fields.first.setFocus()
            page.fields.first.selectAll()
            announce(page, page.said.text())

    def _take(self, kept: Kept) -> None:
        """Lay the record on the desk and go on: to what it held, or with the walk where it is new.

        Whoever went elsewhere in the walk meanwhile stays there.
        """
        mine = self.desk.visit.id
        is_new = [visit.id for visit in kept.record.visits] == [mine]
        self.desk.replace(taken_up(kept.record, self.desk.visit))
        self.desk.keep(kept)
        self._job = None
        if not (self.new.isVisible() or self.open.isVisible()):
            return
        if is_new:
            self.desk.go_on()
        else:
            self.desk.go(start.at(start.OPENED))

    def _open_changed(self, *, trouble: RecordTrouble | None) -> None:
        self._trouble = trouble
        self._show_open()

    def _show_both(self) -> None:
        self._show_new()
        self._show_open()

    def _show_new(self) -> None:
        self.new.show_view(new_record_view(self._judged, self.desk.texts))
        self.foot_changed.emit()

    def _show_open(self) -> None:
        busy = self._job is not None
        self.open.show_view(open_record_view(self._path, self._trouble, self.desk.texts, busy=busy))
        self.foot_changed.emit()

    def _over(self) -> QWidget:
        shown = next((page for page in (self.new, self.open) if page.isVisible()), self.new)
        return shown.window()
