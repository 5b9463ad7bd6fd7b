"""What could not be looked at: a table that can be sorted and copied, always open."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from checkup.flow.computer_values import GapRow, GapsView
from checkup.ui.pages.computer_acts import CopyAsked
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label

COLUMNS = (30, 38, 32)  # percent of the width
ROW = Qt.ItemDataRole.UserRole


class GapsTable(QTableWidget):
    """The rows; as tall as they need, so that the page scrolls and not the table.

    Signals:
        copy_asked: the chosen rows as text, one a line, parts parted by tabs.
    """

    copy_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: tuple[GapRow, ...] = ()
        header.sortIndicatorChanged.connect(self._fit)

    def show_rows(self, rows: tuple[GapRow, ...], columns: tuple[str, ...]) -> None:
        """Show these rows in the order the person chose."""
        self.setHorizontalHeaderLabels(list(columns))
        if rows != self._rows:
            self._rows = rows
            self.setSortingEnabled(False)
            self.setRowCount(len(rows))
            for number, row in enumerate(rows):
                for column, text in enumerate((row.check, row.why, row.where)):
                    item = QTableWidgetItem(text)
                    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                    item.setData(ROW, number)
                    self.setItem(number, column, item)
            self.setSortingEnabled(True)
        self._fit()

    def text(self, numbers: list[int] | None = None) -> str:
        """Return the rows shown, or those chosen, as text."""
        shown = [self._row_of(place) for place in (range(self.rowCount()) if numbers is None else numbers)]
        return "\n".join("\t".join((row.check, row.why, row.places)) for row in shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = sorted({index.row() for index in self.selectedIndexes()})
            if chosen:
                self.copy_asked.emit(self.text(chosen))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _row_of(self, place: int) -> GapRow:
        item = self.item(place, 0)
        number = item.data(ROW) if item is not None else 0
        return self._rows[number]

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, percent in enumerate(COLUMNS):
            self.setColumnWidth(column, width * percent // 100)
        self.resizeRowsToContents()
        height = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 4
        if self.height() != height:
            self.setFixedHeight(height)


class GapsPart(Card):
    """The table under its heading, with a button that copies all of it.

    Signals:
        acted: a CopyAsked.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.lead = label(role="strong"), label(role="quiet")
        self.table, self.copy = GapsTable(), button(look="quiet")
        self.add(self.title)
        self.add(self.lead)
        self.add(self.table)
        self.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.copy.clicked.connect(lambda: self._copied(self.table.text()))
        self.table.copy_asked.connect(self._copied)

    def show_gaps(self, view: GapsView) -> None:
        """Show the rows; the order the person chose stays."""
        self.title.setText(view.title)
        self.lead.setText(view.lead)
        self.table.setAccessibleName(view.title)
        self.table.setAccessibleDescription(view.lead)
        self.table.show_rows(view.rows, view.columns)
        self.copy.setText(view.copy)
        self.copy.setAccessibleName(view.copy)

    def _copied(self, text: str) -> None:
        self.acted.emit(CopyAsked(text=text))
