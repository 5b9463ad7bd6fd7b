"""The window: rail, top line, pages, foot; it shows places and knows conductors, not pages."""

from collections.abc import Callable, Mapping

from PySide6 import QtCore
from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from checkup.content.texts import Language
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Walk
from checkup.ui.announcing import announce
from checkup.ui.conductor import Conductor, Foot
from checkup.ui.desk import Desk
from checkup.ui.foot import FootBar
from checkup.ui.layers import Layers
from checkup.ui.page import Page
from checkup.ui.pile import Pile
from checkup.ui.rail import Rail, is_narrow
from checkup.ui.tab_order import move_focus
from checkup.ui.theme import Theme
from checkup.ui.top_line import Sending, TopLine

SMALLEST = QSize(640, 480)
OPENS_AT = QSize(1120, 760)

Makers = Mapping[StepId, Callable[[Desk], Conductor]]
"""How to make the conductor of a step; called when the step is first entered."""


class Window(QMainWindow):
    """The program's only window.

    Signals:
        leave_asked: the button "Leave quickly".
        theme_asked: a Theme the person chose.
        closing: the window was told to close; `hold()` in a slot keeps it open.
        painted: the first page was just painted.
        arrived: it has reached the screen; what it did not need may follow now.
    """

    leave_asked = Signal()
    theme_asked = Signal(object)
    closing = Signal()
    painted = Signal()
    arrived = Signal()

    def __init__(self, desk: Desk, walk: Walk, makers: Makers, theme: Theme) -> None:
        super().__init__()
        self.desk, self.walk, self.theme = desk, walk, theme
        self._makers = makers
        self._conductors: dict[StepId, Conductor] = {}
        self._pages: set[Page] = set()
        self._held = self._is_painted = False
        self.rail, self.top, self.foot = Rail(walk.steps), TopLine(), FootBar()
        self.stack = Pile()
        self._show_rail()  # before it is dressed: dressing it anew would load all of QStyle
        self._lay_out()
        self._connect()
        self.setMinimumSize(SMALLEST)
        self.resize(OPENS_AT.boundedTo(self.screen().availableSize()))

    def open(self) -> None:
        """Show where the walk stands; called once before the window is shown."""
        self._speak()
        self._show(self.walk.here, entering=True)

    def conductor(self, step: StepId) -> Conductor:
        """Return the conductor of a step, made when first asked for."""
        if step not in self._conductors:
            made = self._makers[step](self.desk)
            made.setParent(self)
            made.foot_changed.connect(self._show_foot)
            self._conductors[step] = made
        return self._conductors[step]

    def go(self, place: Place) -> None:
        """Leave the page shown and show another."""
        self.conductor(self.walk.here.step).left(self.walk.here)
        self.walk.go(place)
        self._show(place, entering=True)

    def go_on(self) -> None:
        """Go to the next place, if there is one."""
        if (place := self.walk.next(self.desk.visit)) is not None:
            self.go(place)

    def go_back(self) -> None:
        """Go where "back" leads, if there is a way back and the walk is to be seen."""
        if self.is_covered:
            return
        here = self.walk.here
        if (place := self.walk.go_back(self.desk.visit)) is not None:
            self.conductor(here.step).left(here)
            self._show(place, entering=True)

    def wear(self, theme: Theme) -> None:
        """Take note of the theme the program wears now."""
        self.theme = theme
        self._fit()
        self._show_rail()

    def end(self) -> None:
        """Stop all work of all steps."""
        for conductor in self._conductors.values():
            conductor.end()
        self.desk.work.stop_all()

    @property
    def is_covered(self) -> bool:
        """Whether something else than the walk is shown."""
        return self.layers.is_covered

    def focus_again(self, before: QWidget | None) -> None:
        """Give the keyboard back to what had it, or to the page where that is gone."""
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self._arrive(self._here().page(self.walk.here))

    def take_cover(self) -> None:
        """Show the walk again, its page made anew."""
        self.layers.uncover()
        self._show_top()
        self._show(self.walk.here, entering=True)

    def let_go(self) -> None:
        """Drop every conductor and page, while the walk is covered; `take_cover` makes what is shown anew."""
        for conductor in self._conductors.values():
            conductor.end()
            conductor.deleteLater()
        for page in self._pages:
            self.stack.removeWidget(page)
            page.deleteLater()
        self._conductors.clear()
        self._pages.clear()
        self.foot.show_foot(Foot(), "", can_go_back=False)

    def hold(self) -> None:
        """Keep the window open; to be called while `closing` is emitted."""
        self._held = True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        return move_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._held = False
        self.closing.emit()
        if self._held:
            event.ignore()
        else:
            self.end()
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
            # The turn after this one: what was painted is handed to the screen between them.
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, self.arrived.emit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        """Put the parts together from the outermost in: each is dressed for its place once."""
        self.layers = Layers()
        self.setCentralWidget(self.layers)
        whole = QWidget()
        self.layers.addWidget(whole)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        right = QWidget()
        right.setObjectName("right")
        row.addWidget(right, 1)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.rail.step_asked.connect(self._step_pressed)
        self.rail.help_asked.connect(self.desk.help_asked)
        self.rail.language_asked.connect(self._language_pressed)
        self.rail.size_asked.connect(lambda steps: self.theme_asked.emit(self.theme.larger(steps)))
        self.top.leave_asked.connect(self.leave_asked)
        self.foot.back.connect(self.go_back)
        self.foot.main.connect(self._main_pressed)
        self.foot.other.connect(lambda name: self._here().pressed(self.walk.here, name))
        self.desk.go_asked.connect(self.go)
        self.desk.on_asked.connect(self.go_on)
        self.desk.visit_changed.connect(self._visit_changed)
        self.desk.language_changed.connect(self._language_changed)
        self.desk.open_changed.connect(self._show_top)
        self.desk.sent_changed.connect(self._show_top)
        self.desk.offline_changed.connect(self._offline_changed)
        self.arrived.connect(self._listen)  # no key is pressed before a page is there

    def _listen(self) -> None:
        """Answer to the keys that work on every page."""
        from PySide6.QtGui import QKeySequence, QShortcut

        self.top.arrange()
        for keys, action in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self.theme_asked.emit(self.theme.larger(1))),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.theme_asked.emit(self.theme.larger(-1))),
            (QKeySequence.StandardKey.HelpContents, self.desk.help_asked.emit),
            (QKeySequence(QtCore.Qt.Modifier.ALT | QtCore.Qt.Key.Key_Left), self.go_back),
        ):
            QShortcut(keys, self).activated.connect(action)

    def _here(self) -> Conductor:
        return self.conductor(self.walk.here.step)

    def _show(self, place: Place, *, entering: bool) -> None:
        conductor = self.conductor(place.step)
        page = conductor.page(place)
        if page not in self._pages:
            self._pages.add(page)
            page.fit(self.theme.percent, narrow=is_narrow(self.width(), self.theme.percent))
            self.stack.addWidget(page)
        conductor.show(place)
        self.stack.setCurrentWidget(page)
        self._show_rail()
        self._show_foot()
        if entering:
            self._arrive(page)

    def _arrive(self, page: Page) -> None:
        page.verticalScrollBar().setValue(0)
        if self.is_covered:  # the cover has the keyboard, and says nothing of what is under it
            return
        field, say = page.first_focus(), self.desk.texts.say
        (field or page.title).setFocus()
        if self._is_painted:  # a screen reader reads the first page with the window itself
            # the title that has the focus is read for that, and once is enough
            named = say("window.page_opened_named", name=page.title.text())
            announce(page, named if field else say("window.page_opened"))

    def _show_rail(self) -> None:
        self.rail.show_rail(self.desk.texts, self.walk.marks(self.desk.begun), self.theme.percent)

    def _show_top(self) -> None:
        desk = self.desk
        sending = Sending(count=desk.sent, is_offline=desk.is_offline)
        self.top.show_top(desk.texts, sending, keeps=desk.keeps, is_open=desk.open is not None)

    def _show_foot(self) -> None:
        if not self._conductors:  # let go: there is no page
            return
        can_go_back = self.walk.has_been and self.walk.previous(self.desk.visit) is not None
        foot = self._here().foot(self.walk.here)
        self.foot.show_foot(foot, self.desk.texts.say("window.back"), can_go_back=can_go_back)

    def _fit(self) -> None:
        percent = self.theme.percent
        narrow = is_narrow(self.width(), percent)
        self.rail.fit(narrow=narrow, percent=percent)
        self.top.fit(percent, narrow=narrow)
        self.foot.fit(percent, narrow=narrow)
        for page in self._pages:
            page.fit(percent, narrow=narrow)

    def _main_pressed(self) -> None:
        if self._here().main_pressed(self.walk.here):
            self.go_on()

    def _step_pressed(self, step: StepId) -> None:
        place = self.walk.first_of(step, self.desk.visit)
        if place is not None and step is not self.walk.here.step:
            self.go(place)

    def _language_pressed(self, language: Language) -> None:
        self.desk.speak(language)

    def _visit_changed(self) -> None:
        self._show_rail()
        self._show_foot()

    def _offline_changed(self) -> None:
        self._show_top()
        self._show(self.walk.here, entering=False)

    def _language_changed(self) -> None:
        self._speak()
        self._show(self.walk.here, entering=False)

    def _speak(self) -> None:
        self.setWindowTitle(self.desk.texts.say("window.title"))
        self._show_top()
