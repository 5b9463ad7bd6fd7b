"""A card: a white surface with rounded corners that holds what belongs together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A surface with a column inside; `tone` gives it a soft ground.

    Tones: surface, attention, good, unknown, primary.
    """

    def __init__(self, tone: str = "surface") -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("tone", tone)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.setSpacing(8)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the card."""
        self.column.addWidget(widget)
