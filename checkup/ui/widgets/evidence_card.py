"""The card of pictures kept about an account: choose, drop or paste; a small view, and what it belongs to."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkup.flow.evidence_view import EvidenceView, PictureRow
from checkup.model.value import Value
from checkup.ui.widgets.button import button
from checkup.ui.widgets.drop_card import DropCard
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label

SIDE = 112  # px of a small view


class PicturesDropped(Value, frozen=True, kw_only=True):
    """These files were dropped on the card."""

    paths: tuple[Path, ...]


class PictureAsked(Value, frozen=True, kw_only=True):
    """The person wants to choose a file."""


class PasteAsked(Value, frozen=True, kw_only=True):
    """The person wants to paste what lies on the clipboard."""


class PictureRemoved(Value, frozen=True, kw_only=True):
    """The person wants to take a picture away; to be asked about."""

    sha256: str


class PictureTold(Value, frozen=True, kw_only=True):
    """The person said which line of the list a picture shows; "" is the whole page."""

    sha256: str
    session: str


class PicturePart(QWidget):
    """One picture with its words.

    Signals:
        said: a PictureRemoved or PictureTold.
    """

    said = Signal(object)

    def __init__(self, sha256: str) -> None:
        super().__init__()
        self.image = QLabel()
        self.image.setFixedSize(QSize(SIDE, SIDE))
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name, self.detail = label(role="strong", selectable=True), label(role="small")
        self.instead, self.belongs = label(role="small"), label(role="caption")
        self.session = QComboBox()
        self.session.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.session.setMinimumContentsLength(16)
        self.belongs.setBuddy(self.session)
        self.remove = button(look="quiet")
        column = QVBoxLayout()
        column.setSpacing(4)
        for part in (self.name, self.detail, self.instead, self.belongs, self.session):
            column.addWidget(part)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.image, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.session.activated.connect(
            lambda at: self.said.emit(PictureTold(sha256=sha256, session=self.session.itemData(at)))
        )
        self.remove.clicked.connect(lambda: self.said.emit(PictureRemoved(sha256=sha256)))

    def show_row(self, row: PictureRow, image: QImage | None, *, looked: bool) -> None:
        """Show a row; `looked` is false while the small view is still being made."""
        self.name.setText(row.name)
        self.detail.setText(row.detail)
        self.image.setVisible(image is not None)
        self.image.setAccessibleName(row.spoken)
        if image is not None:
            self.image.setPixmap(_fitted(image, self.devicePixelRatioF()))
        self.instead.setText(row.instead)
        self.instead.setVisible(image is None and looked)
        self.belongs.setText(row.belongs)
        self.belongs.setAccessibleName(f"{row.belongs}: {row.name}")
        self.session.setAccessibleName(f"{row.belongs}: {row.name}")
        with QSignalBlocker(self.session):
            self.session.clear()
            for choice in row.choices:
                self.session.addItem(choice.label, choice.session)
            self.session.setCurrentIndex(max(self.session.findData(row.session), 0))
        for part in (self.belongs, self.session):
            part.setVisible(bool(row.choices))
        self.remove.setText(row.remove)
        self.remove.setAccessibleName(f"{row.remove} {row.name}")


class EvidenceCard(DropCard):
    """Takes pictures and shows those that are kept.

    Signals:
        said: a value of this file.
    """

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.dropped.connect(lambda paths: self.said.emit(PicturesDropped(paths=paths)))
        self._title, self._lead = label(role="strong"), label(role="quiet")
        self.choose, self.paste = button(), button()
        self.told = label()
        self.keeps, self.inside = label(role="small"), label(role="small")
        self.parts: dict[str, PicturePart] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.paste)
        for part in (self._title, self._lead, buttons, self.told, self.keeps):
            self.add(part)
        self.column.addLayout(self._rows)
        self.add(self.inside)
        self.choose.clicked.connect(lambda: self.said.emit(PictureAsked()))
        self.paste.clicked.connect(lambda: self.said.emit(PasteAsked()))

    def show_evidence(self, view: EvidenceView, images: Mapping[str, QImage | None]) -> None:
        """Show a view; `images` are the small views made so far, None for what cannot be shown."""
        for part, words in (
            (self._title, view.title),
            (self._lead, view.lead),
            (self.choose, view.choose),
            (self.paste, view.paste),
            (self.keeps, view.keeps),
        ):
            part.setText(words)
        for part, words in ((self.told, view.said), (self.inside, view.inside)):
            part.setText(words)
            part.setVisible(bool(words))
        if tuple(self.parts) != tuple(row.sha256 for row in view.rows):
            self._rebuild(view)
        for row in view.rows:
            self.parts[row.sha256].show_row(row, images.get(row.sha256), looked=row.sha256 in images)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.said.emit(PasteAsked())
            return
        super().keyPressEvent(event)

    def _rebuild(self, view: EvidenceView) -> None:
        wanted = {row.sha256 for row in view.rows}
        for name in [name for name in self.parts if name not in wanted]:
            old = self.parts.pop(name)
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.parts = {row.sha256: self.parts.get(row.sha256) or self._made(row.sha256) for row in view.rows}
        for part in self.parts.values():
            self._rows.removeWidget(part)
            self._rows.addWidget(part)

    def _made(self, sha256: str) -> PicturePart:
        made = PicturePart(sha256)
        made.said.connect(self.said)
        return made


def _fitted(image: QImage, density: float) -> QPixmap:
    side = round(SIDE * density)
    small = image.scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pixmap = QPixmap.fromImage(small)
    pixmap.setDevicePixelRatio(density)
    return pixmap
