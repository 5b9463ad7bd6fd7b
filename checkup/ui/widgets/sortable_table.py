"""A table of prepared cells: sorted by a click on its titles, copied with the usual keys."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from checkup.flow.sign_ins_table import TableView as Cells

Index = QModelIndex | QPersistentModelIndex


class CellsModel(QAbstractTableModel):
    """Holds the cells; numbers sort as numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._cells = Cells(titles=(), rows=())

    def show_cells(self, cells: Cells) -> None:
        self.beginResetModel()
        self._cells = cells
        self.endResetModel()

    def row(self, number: int) -> tuple[str, ...]:
        """Return the cells of a row as they stand now."""
        return self._cells.rows[number]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells.titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        return self._cells.rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._cells.titles[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._cells.titles):
            return
        rows = sorted(
            self._cells.rows,
            key=lambda row: _sorts_as(row[column]),
            reverse=order is Qt.SortOrder.DescendingOrder,
        )
        self.layoutAboutToBeChanged.emit()
        self._cells = Cells(titles=self._cells.titles, rows=tuple(rows))
        self.layoutChanged.emit()


class SortableTable(QTableView):
    """Shows cells.

    Signals:
        copied: the chosen rows as text, a tab between cells.
    """

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cells = CellsModel()
        self.setModel(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setMinimumHeight(320)

    def show_cells(self, cells: Cells, name: str) -> None:
        """Show these cells, in the order given."""
        self.setAccessibleName(name)
        self.setSortingEnabled(False)
        self.cells.show_cells(cells)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        if len(cells.rows) <= 2000:
            self.resizeColumnsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(self.chosen_text())
            return
        super().keyPressEvent(event)

    def chosen_text(self) -> str:
        """Return the chosen rows as text."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return "\n".join("\t".join(self.cells.row(row)) for row in rows)


def _sorts_as(cell: str) -> tuple[bool, str]:
    return (False, cell.rjust(20)) if cell.isdigit() else (True, cell.casefold())
