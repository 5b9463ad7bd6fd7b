"""A button whose words wrap is pressed wherever it is touched, its words included."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkup.ui.widgets.wrapping_button import WrappingButton

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown(qtbot: QtBot) -> tuple[QWidget, WrappingButton]:
    window = QWidget()
    qtbot.addWidget(window)
    made = WrappingButton()
    QVBoxLayout(window).addWidget(made)
    window.resize(300, 200)
    with qtbot.waitExposed(window):
        window.show()
    return window, made


def test_a_click_on_the_words_presses_the_button_once(qtbot: QtBot) -> None:
    window, made = shown(qtbot)
    made.show_words("Words", "and more of them")
    clicks: list[None] = []
    made.clicked.connect(lambda: clicks.append(None))
    middle = made.words.mapTo(window, QPoint(made.words.width() // 2, made.words.height() // 2))
    assert window.childAt(middle) is made.words

    QTest.mouseClick(window.windowHandle(), LEFT, NONE, middle)

    assert len(clicks) == 1
    assert made.underMouse()


def test_the_line_under_the_words_comes_and_goes_with_them(qtbot: QtBot) -> None:
    _, made = shown(qtbot)
    made.show_words("Words")
    alone = made.sizeHint().height()
    made.show_words("Words", "more")
    assert made.sizeHint().height() > alone

    made.show_words("Words")

    assert made.sizeHint().height() == alone
