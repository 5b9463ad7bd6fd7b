"""A choice as a button that can hold a wrapping label and a quiet line under it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from checkup.ui.widgets.label import label


class ChoiceButton(QPushButton):
    """A wide button: a mark and words, and a detail that wraps; as tall as its text needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("look", "tall_choice")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = label(role="choice")
        self._detail = label(role="choice_detail")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 12)
        column.setSpacing(2)
        for part in (self._words, self._detail):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        self.toggled.connect(lambda: self._mark())

    def show_words(self, words: str, detail: str) -> None:
        """Show the choice's words and, unless empty, the line under them."""
        self._plain = words
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._mark()

    _plain = ""

    def _mark(self) -> None:
        """Tell the state by a mark too, never by colour alone."""
        self._words.setText(f"{'●' if self.isChecked() else '○'}  {self._plain}")
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout else super().minimumSizeHint()
