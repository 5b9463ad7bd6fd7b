"""The base of all dialogs: opens over the window without stopping it, so that leaving always works."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkup.ui.tab_order import move_focus
from checkup.ui.theme import Theme
from checkup.ui.widgets.button import button
from checkup.ui.widgets.by_number import never_scroll_sideways
from checkup.ui.widgets.label import heading, label

WIDTH = 520  # px at 100 %


class Dialog(QDialog):
    """A heading, a body, and buttons at the foot; the last one added is the main one.

    Show it with `open()` and listen to `accepted` and `rejected`; never with `exec()`. Its title bar
    says nothing that the main window's does not.
    """

    def __init__(self, parent: QWidget, title: str, percent: int | None = None) -> None:
        super().__init__(parent)
        self.percent = percent = percent or _percent_of(parent.window())
        self.setWindowTitle(parent.window().windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(max(WIDTH, parent.window().width() - 40))
        self.resize(min(WIDTH * percent // 100, parent.window().width() - 40), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # see _fit_height
        self._whole = column
        column.setSpacing(12)
        self.title = heading()
        self.title.setText(title)
        self.setAccessibleName(title)
        self.head = QHBoxLayout()
        self.head.setSpacing(24)
        self.head.addWidget(self.title)
        self._holder, self._is_fitted = QWidget(), False
        self.body = QVBoxLayout(self._holder)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        self._buttons.addStretch(1)
        column.addLayout(self.head)
        column.addWidget(self._holder, 1)
        column.addSpacing(6)
        column.addLayout(self._buttons)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's own
        if visible and not self._is_fitted:
            self._is_fitted = True
            self._fit()
        self._fit_height()  # before Qt makes it as high as it thinks
        super().setVisible(visible)

    def _fit(self) -> None:
        """Let the body scroll where all of it would be higher than the window: the buttons stay in sight."""
        for one in (self, *self.findChildren(QWidget)):
            one.ensurePolished()  # else it is measured in another font
        window, column = self.parentWidget(), self._whole
        room = window.window().height() - 40 if window else 0  # with a title bar
        if self.findChildren(QScrollArea):  # it has a part that scrolls
            self.resize(self.width(), min(self.height(), max(room, self.minimumSizeHint().height())))
            return
        if column.totalHeightForWidth(self.width()) <= room:
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        never_scroll_sideways(area)
        column.replaceWidget(self._holder, area)
        area.setWidget(self._holder)
        self.resize(self.width(), room)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for area in self.findChildren(QScrollArea):  # the keyboard comes to them, and a screen reader says so
            if not area.accessibleName():
                area.setAccessibleName(self.title.text())
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return done

    def _fit_height(self) -> None:
        """Be as tall as the words need at this width.

        WORKAROUND: Qt keeps room for them as if they were set in a square, which stands as uneven gaps
        between them: doc.qt.io/qt-6/layout.html#layout-issues. One with a part that scrolls has the
        height it was given.
        """
        if self._is_fitted and not self.findChildren(QScrollArea):
            needed = self._whole.totalHeightForWidth(self.width())
            if needed > 0 and self.height() != needed:
                self.resize(self.width(), needed)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        return move_focus(self, forward=forward)

    def say(self, text: str, role: str = "text") -> None:
        """Add a paragraph to the body."""
        if text:
            self.body.addWidget(label(text, role, selectable=role == "mono"))

    def add(self, widget: QWidget) -> None:
        """Add a widget to the body."""
        self.body.addWidget(widget)

    def add_button(self, text: str, look: str = "plain") -> QPushButton:
        """Add a button at the right of the foot; connect it to `accept` or `reject`."""
        made = button(text, look)
        self._buttons.addWidget(made)
        return made


def _percent_of(window: QWidget) -> int:
    """Return the text size of the window or dialog that a dialog opens over."""
    if isinstance(window, Dialog):
        return window.percent
    theme = getattr(window, "theme", None)
    return theme.percent if isinstance(theme, Theme) else 100
