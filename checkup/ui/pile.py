"""Widgets one over another, of which one is shown: of Qt's own a screen reader says "layered pane".

References: AT-SPI role "layered pane", which Qt gives to every QStackedWidget; Orca reads it out, without a
name, each time the focus comes into one.
"""

from PySide6.QtWidgets import QStackedLayout, QWidget


class Pile(QWidget):
    """Shows one of its widgets, the first at the beginning; a screen reader goes through it unheard."""

    def __init__(self) -> None:
        super().__init__()
        self._pile = QStackedLayout(self)

    def addWidget(self, widget: QWidget) -> None:
        """Put a widget into the pile; it is not shown by that, unless it is the first."""
        self._pile.addWidget(widget)

    def removeWidget(self, widget: QWidget) -> None:
        """Take a widget out of the pile, without deleting it."""
        self._pile.removeWidget(widget)

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show this widget of the pile."""
        self._pile.setCurrentWidget(widget)

    def currentWidget(self) -> QWidget | None:
        """Return what is shown."""
        return self._pile.currentWidget()

    def widget(self, index: int) -> QWidget | None:
        """Return the widget at this place, counted from 0; None where there is none."""
        return self._pile.widget(index)
