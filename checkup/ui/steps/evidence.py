"""Pictures on the page of one account: read and made small beside the window; a question before one goes."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from checkup.flow.evidence import (
    MOST,
    Brought,
    Refusal,
    belongs_to,
    brought,
    kept,
    pictures_of,
    without_picture,
)
from checkup.flow.evidence_view import evidence_view, picture_name, refused
from checkup.model.picture import Picture
from checkup.model.stop import Stop
from checkup.model.value import Value
from checkup.ui.announcing import announce
from checkup.ui.bridge import Job
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.dialogs.confirm import Confirm, Question
from checkup.ui.thumbnail import thumbnail
from checkup.ui.widgets.evidence_card import (
    EvidenceCard,
    PasteAsked,
    PictureAsked,
    PictureRemoved,
    PicturesDropped,
    PictureTold,
)
from checkup.ui.widgets.local_files import local_files

MIME = ("image/png", "image/jpeg", "image/webp", "image/heic")
MOST_PASTED = 40_000_000  # pixels of a picture that is on the clipboard without its file's bytes


class Small(Value, frozen=True, kw_only=True):
    """A small view that was made, or None where none can be."""

    sha256: str
    image: QImage | None = None


class EvidencePart(QObject):
    """Conducts the card of pictures.

    Signals:
        changed: the card should be shown again.
    """

    changed = Signal()

    def __init__(self, desk: Desk, card: EvidenceCard) -> None:
        super().__init__(desk)
        self._desk = desk
        self._card = card
        self._service = ""
        self._said = ""
        self._images: dict[str, QImage | None] = {}
        self._jobs: list[Job] = []
        self._is_over = False
        self.dialog: ChooseFile | Confirm | None = None
        card.said.connect(self._acted)
        desk.open_changed.connect(self._forget_closed)

    def show(self, service: str) -> None:
        """Show the pictures of an account."""
        if service != self._service:
            self._service, self._said = service, ""
        desk = self._desk
        view = evidence_view(desk.visit, service, desk.keeps, desk.texts, self._said)
        self._card.show_evidence(view, self._images)
        missing = [one for one in pictures_of(desk.visit, service) if one.sha256 not in self._images]
        if missing and not self._jobs:
            self._begin(lambda stop: _small_views(missing, stop))

    def end(self) -> None:
        """Ask all work to end."""
        self._is_over = True
        for job in self._jobs:
            job.stop()

    def _acted(self, said: object) -> None:
        match said:
            case PicturesDropped():
                self.read(said.paths)
            case PictureAsked():
                self._choose()
            case PasteAsked():
                self._paste()
            case PictureTold():
                visit = belongs_to(self._desk.visit, self._service, said.sha256, said.session)
                self._desk.replace(visit)
            case PictureRemoved():
                self._ask(said.sha256)

    def read(self, paths: tuple[Path, ...]) -> None:
        """Read these files beside the window and keep those that are pictures."""

        def task(stop: Stop) -> Iterator[object]:
            for path in paths[: MOST + 1]:
                if stop.asked:
                    return
                yield brought(path)

        self._said = ""
        self._begin(task)

    def _begin(self, task: Callable[[Stop], Iterator[object]]) -> None:
        job = self._desk.work.job(task)
        self._jobs.append(job)
        job.came.connect(self._came)
        job.failed.connect(self._could_not)
        job.ended.connect(lambda: self._ended(job))
        job.begin()

    def _came(self, event: object) -> None:
        match event:
            case Brought():
                self._keep(event)
            case Small():
                self._images[event.sha256] = event.image

    def _could_not(self, error: object) -> None:
        del error  # its text may be private
        for one in self._desk.visit.pictures:
            self._images.setdefault(one.sha256, None)
        self._desk.trouble.emit()

    def _ended(self, job: Job) -> None:
        self._jobs.remove(job)
        if not self._is_over:
            self.changed.emit()

    def _keep(self, one: Brought) -> None:
        now = self._desk.clock().astimezone()
        outcome = kept(self._desk.visit, self._service, one, now)
        if isinstance(outcome, Refusal):
            self._refuse(outcome, one.name)
        else:
            self._desk.replace(outcome)

    def _refuse(self, refusal: Refusal, name: str) -> None:
        words = refused(refusal, name, self._desk.texts)
        self._said = "\n".join(dict.fromkeys(filter(None, (*self._said.splitlines(), words))))
        announce(self._card, words)

    def _paste(self) -> None:
        self._said = ""
        data = QGuiApplication.clipboard().mimeData()
        if files := local_files(data):
            self.read(files)
            return
        if found := _pasted(data):
            self._keep(Brought(data=found))
        else:
            self._refuse(Refusal.NOTHING_TO_PASTE, "")
        self.changed.emit()

    def _choose(self) -> None:
        texts = self._desk.texts
        asked = FileQuestion(title=texts.say("evidence.choose_title"))
        self.dialog = ChooseFile(self._over(), texts, asked, lambda path: self.read((path,)))
        self.dialog.open()

    def _ask(self, sha256: str) -> None:
        say, service = self._desk.texts.say, self._service
        found = [one for one in pictures_of(self._desk.visit, service) if one.sha256 == sha256]
        if not found:
            return
        question = Question(
            title=say("evidence.remove_question.title"),
            lines=(
                say("evidence.remove_question.about", name=picture_name(found[0], self._desk.texts)),
                say("evidence.remove_question.stays"),
            ),
            yes=say("evidence.remove_question.yes"),
            no=say("evidence.remove_question.no"),
        )
        self.dialog = Confirm(self._over(), question, lambda: self._remove(service, sha256))
        self.dialog.open()

    def _remove(self, service: str, sha256: str) -> None:
        self._desk.forget(partial(without_picture, service=service, sha256=sha256))
        self._images.pop(sha256, None)
        self.changed.emit()
        self._card.choose.setFocus()

    def _forget_closed(self) -> None:
        """Let go of small views of pictures that are no longer on the desk."""
        held = {one.sha256 for one in self._desk.visit.pictures}
        for sha256 in [name for name in self._images if name not in held]:
            del self._images[sha256]

    def _over(self) -> QWidget:
        return self._card.window()


def _small_views(pictures: list[Picture], stop: Stop) -> Iterator[Small]:
    for one in pictures:
        if stop.asked:
            return
        yield Small(sha256=one.sha256, image=thumbnail(one))


def _pasted(data: QMimeData) -> bytes:
    """Return a picture's own bytes where the clipboard has them, else copied pixels as PNG; or nothing."""
    for mime in MIME:
        if found := bytes(data.data(mime).data()):
            return found
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull() or image.width() * image.height() > MOST_PASTED:
        return b""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
