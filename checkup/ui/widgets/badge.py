"""A badge: one or two words on a soft ground that say how something stands, with a mark."""

from PySide6.QtWidgets import QLabel, QSizePolicy

from checkup.ui.widgets.label import label

MARKS = {"attention": "◆", "good": "✓", "unknown": "–", "primary": "●", "surface": ""}


class Badge(QLabel):
    """Shows a word in a tone; the tone's mark tells the same without colour."""

    def __init__(self, tone: str = "unknown") -> None:
        super().__init__()
        made = label()
        self.setTextFormat(made.textFormat())
        self.setProperty("role", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.show_badge("", tone)

    def show_badge(self, words: str, tone: str) -> None:
        """Show these words in this tone."""
        mark = MARKS.get(tone, "")
        self.setText(f"{mark} {words}".strip())
        self.setAccessibleName(words)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
