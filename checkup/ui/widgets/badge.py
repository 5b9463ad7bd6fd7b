"""A badge: one or two words on a soft ground that say how something stands, with a mark."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy

from checkup.ui.widgets.label import label

MARKS = {"attention": "◆", "good": "✓", "unknown": "–", "primary": "●", "surface": ""}
ROUNDING = 2  # pixels by which a line that is laid out may be longer than it measures


class Badge(QLabel):
    """Shows a word in a tone; the tone's mark tells the same without colour."""

    def __init__(self, tone: str = "unknown") -> None:
        super().__init__()
        made = label()
        self.setTextFormat(made.textFormat())
        self.setProperty("role", "badge")
        self.setWordWrap(True)
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_badge("", tone)

    def sizeHint(self) -> QSize:
        """One line where there is room; large text in a small window breaks it into two."""
        words = self.fontMetrics().size(0, self.text()) + QSize(ROUNDING, 0)
        return words.grownBy(self.contentsMargins())

    def show_badge(self, words: str, tone: str) -> None:
        """Show these words in this tone."""
        mark = MARKS.get(tone, "")
        self.setText(f"{mark} {words}".strip())
        self.setAccessibleName(words)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
