"""The page "Your plan": stages as sections, their steps as rows of a card."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkup.flow.plan_view import PlanView, StageView, StepView
from checkup.model.step import Stage
from checkup.ui.page import Page
from checkup.ui.pages.plan_acts import BriefAsked
from checkup.ui.pages.plan_step import StepRow
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.wide_row import WideRow


class PlanPage(Page):
    """Shows a PlanView; `acted` carries the values of `plan_acts`."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self.turn = label(role="small"), button(look="quiet")
        self.turn.clicked.connect(lambda: self.acted.emit(BriefAsked()))
        self.add(WideRow(self.count, self.turn))
        self.stages = {stage: StagePart() for stage in Stage}
        for part in self.stages.values():
            part.acted.connect(self.acted)
            part.hide()
            self.add(part)
        self.finish()

    def show_view(self, view: object) -> None:
        assert isinstance(view, PlanView)  # noqa: S101 - the conductor's slip, which a test finds
        self.head(view.title, view.lead)
        self.count.setText(view.count)
        self.turn.setText(view.turn)
        shown = {stage.stage: stage for stage in view.stages}
        for stage, part in self.stages.items():
            part.setVisible(stage in shown)
            if stage in shown:
                part.show_stage(shown[stage])
            else:
                part.empty()
        order = [control for part in self.stages.values() for control in part.controls()]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def rows(self) -> dict[str, StepRow]:
        """Return the rows shown, by the id of their step."""
        return {name: row for part in self.stages.values() for name, row in part.rows.items()}


class StagePart(QWidget):
    """One stage: its heading, what it is for, and a card with its steps.

    Signals:
        acted: a value of `plan_acts`.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.about = label(role="title"), label(role="quiet")
        self.count = label(role="small")
        self.count.setWordWrap(False)
        self.card = Card()
        self.card.column.setSpacing(6)
        self.rows: dict[str, StepRow] = {}
        self._lines: list[QFrame] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        self._head = WideRow(self.title, self.count)
        column.addWidget(self._head)
        column.addWidget(self.about)
        column.addSpacing(4)
        column.addWidget(self.card)

    def show_stage(self, view: StageView) -> None:
        """Show these steps; rows that were here keep their place, focus and what is unfolded."""
        self.title.setText(view.title)
        self.about.setText(view.about)
        for part, words in ((self._head, view.title), (self.about, view.about)):
            part.setVisible(bool(words))
        self.count.setText(view.count)
        self.setAccessibleName(f"{view.title}. {view.count}")
        if tuple(self.rows) != tuple(step.id for step in view.steps):
            self._rebuild(view)
        for step in view.steps:
            self.rows[step.id].show_step(step)

    def empty(self) -> None:
        """Forget the steps: the stage has none any more."""
        while self.rows:
            _remove(self.rows.popitem()[1])
        while self._lines:
            _remove(self._lines.pop())

    def controls(self) -> list[QWidget]:
        """Return what the tab key visits, in order."""
        return [control for row in self.rows.values() for control in row.controls()]

    def _rebuild(self, view: StageView) -> None:
        wanted = {step.id for step in view.steps}
        for name in [name for name in self.rows if name not in wanted]:
            _remove(self.rows.pop(name))
        for line in self._lines:
            _remove(line)
        self._lines = []
        self.rows = {step.id: self.rows.get(step.id) or self._row(step) for step in view.steps}
        for row in self.rows.values():
            if self.card.column.indexOf(row) >= 0:
                self.card.column.removeWidget(row)
        for number, row in enumerate(self.rows.values()):
            if number:
                self._lines.append(_line())
                self.card.add(self._lines[-1])
            self.card.add(row)

    def _row(self, view: StepView) -> StepRow:
        row = StepRow(view)
        row.acted.connect(self.acted)
        return row


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line


def _remove(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
