"""The order of the tab key: as things stand on the screen, whenever they were made.

WORKAROUND: Qt's own order is that of making, so a card that appears later would come after the foot
of the window, and after the rail (QWidgetPrivate::insertIntoFocusChainBefore). Here the layouts are
read from the top each time the key is pressed.
"""

from collections.abc import Iterator

from PySide6 import QtCore
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QWidget


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to the next control of a window, or the one before; whether there is one."""
    stops = [one for one in _in_order(window) if _takes_tab(one)]
    if not stops:
        return False
    at = _index(stops, window.focusWidget(), forward=forward)
    reason = QtCore.Qt.FocusReason.TabFocusReason if forward else QtCore.Qt.FocusReason.BacktabFocusReason
    target = stops[(at + (1 if forward else -1)) % len(stops)]
    target.setFocus(reason)
    _bring_into_sight(target)
    return True


def _bring_into_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _index(stops: list[QWidget], focused: QWidget | None, *, forward: bool) -> int:
    """Return where the keyboard is; a choice that Tab itself does not come to counts as its group's stop."""
    while focused is not None:
        if focused in stops:
            return stops.index(focused)
        inside = [number for number, one in enumerate(stops) if focused.isAncestorOf(one)]
        if inside:
            return inside[-1] if forward else inside[0]
        focused = focused.parentWidget()
    return -1 if forward else 0


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy().value & QtCore.Qt.FocusPolicy.TabFocus.value
    return bool(policy) and widget.isEnabled()


def _in_order(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None or not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QMainWindow):
        yield from _in_order(widget.centralWidget())
    elif isinstance(widget, QScrollArea):
        yield from _in_order(widget.widget())
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inner = item.layout() if item is not None else None
        if inner is not None:
            yield from _in_layout(inner)
        elif item is not None:
            yield from _in_order(item.widget())
