"""Text as it was found: monospaced, broken anywhere so that a long path fits, to be read and copied."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy


class FoundText(QPlainTextEdit):
    """Shows lines of outside text, already made visible; as tall as they need, never a scroll bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "found")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[str, ...], name: str) -> None:
        """Show these lines; `name` says to a screen reader what they are."""
        self.setAccessibleName(name)
        text = "\n".join(lines)
        if text != self.toPlainText():
            self.setPlainText(text)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> int:
        """Return the height in px of all lines at this width."""
        line = self.fontMetrics().lineSpacing()
        lines = int(self.document().size().height())  # a plain-text document counts lines, not px
        margins = self.contentsMargins()
        space = 2 * int(self.document().documentMargin()) + margins.top() + margins.bottom()
        return max(lines, 1) * line + space + 4

    def _fit(self) -> None:
        if self.height() != self._needed():
            self.setFixedHeight(self._needed())
            self.updateGeometry()
