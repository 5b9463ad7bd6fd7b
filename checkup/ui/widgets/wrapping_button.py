"""A button whose words wrap: Qt's own cut them, and Vietnamese words are long."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from checkup.ui.widgets.label import label


class WrappingButton(QPushButton):
    """A button as tall as its words need: a line that wraps, and a quiet one under it."""

    def __init__(self, role: str = "choice", margins: tuple[int, int, int, int] = (16, 11, 16, 12)) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self._has_width = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.words = label(role=role)
        self.detail = label(role=f"{role}_detail")
        self.detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins)
        column.setSpacing(2)
        for part in (self.words, self.detail):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)

    def show_words(self, words: str, detail: str = "") -> None:
        """Show the words and, unless empty, the line under them."""
        self.words.setText(words)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        if self._has_width:  # before that there is nothing to measure for, and Qt tells it before it shows us
            self._grow()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.heightForWidth(max(self.width(), 40)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_width = True
        self._grow()

    def _grow(self) -> None:
        """Ask for the height that the words need at this width."""
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 40)))
        self.updateGeometry()


class ChoiceButton(WrappingButton):
    """A choice that is on or off, told by a mark too, never by colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("look", "tall_choice")
        self._plain = ""
        self.toggled.connect(self._mark)

    def show_words(self, words: str, detail: str = "") -> None:
        self._plain = words
        super().show_words(words, detail)
        self._mark()

    def _mark(self) -> None:
        self.words.setText(f"{'●' if self.isChecked() else '○'}  {self._plain}")
