"""What scrolls in a dialog ends where its words end."""

from pytestqt.qtbot import QtBot

from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.scrolling import Scrolling


def test_at_the_end_stands_the_last_part_and_no_empty_room(qtbot: QtBot) -> None:
    area = Scrolling(10)
    qtbot.addWidget(area)
    cards = []
    for _ in range(6):
        card = Card()
        for _ in range(4):
            card.add(label("A line that is long enough to be broken where there is little room for it."))
        cards.append(card)
        area.column.addWidget(card)
    area.column.addStretch(1)
    area.resize(420, 300)
    area.show()
    qtbot.waitExposed(area)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    assert area.widget().height() - cards[-1].geometry().bottom() <= 12
