"""One key covers the walk with a plain page, and leads back: for somebody who comes in.

Nothing ends and nothing is saved or lost by it; an open record still locks after a while. What is typed
on the page is dropped with it.

References: threat-model section 9 ("one key covers the screen with a plain page").
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from checkup.content.texts import Texts
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import heading
from checkup.ui.window import Window

KEY = Qt.Key.Key_Escape


class PlainPage(QWidget):
    """A dull heading and room to write.

    Signals:
        back_asked: the person wants the walk again.
    """

    back_asked = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 24, 36, 24)
        column.setSpacing(12)
        self.title, self.room = heading(), QPlainTextEdit()
        self.title.setText(texts.say("window.title"))
        self.room.setAccessibleName(texts.say("window.title"))
        self.room.setTabChangesFocus(True)
        self.back = button(texts.say("window.back"), "quiet")
        self.back.clicked.connect(self.back_asked)
        column.addWidget(self.title)
        column.addWidget(self.room, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)


class PlainCover(QObject):
    """Puts the page over the walk and takes it away; made once the first page is there."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.page: PlainPage | None = None
        self._key = QShortcut(QKeySequence(KEY), window)
        self._key.activated.connect(self.turn)

    def turn(self) -> None:
        """Cover the walk, or show it again; a locked record stays covered as it is."""
        window = self._window
        if self.page is not None and window.layers.is_covered_by(self.page):
            self.page = None
            window.layers.uncover()
            window.focus_again(self._before)
        elif not window.is_covered:
            self._before = window.focusWidget()
            self.page = PlainPage(window.desk.texts)
            self.page.back_asked.connect(self.turn)
            window.layers.cover(self.page)
            self.page.room.setFocus()
