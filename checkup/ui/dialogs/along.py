"""The frame of the questions in which form something goes along: a caution, the choices, two buttons."""

from collections.abc import Iterable

from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from checkup.content.texts import Texts
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label

TALLEST = 720  # px


class AlongDialog(Dialog):
    """Says first that the thing is not encrypted; its parts scroll. `no` and `yes` are its buttons."""

    no: QPushButton
    yes: QPushButton

    def lay_out(self, texts: Texts, parts: Iterable[QWidget], height: int) -> None:
        """Put the parts below the caution, and the buttons; `height` is that of the window below."""
        say = texts.say
        caution = Card("attention")
        caution.add(label(say("plan.take_along.not_encrypted")))
        inside = QWidget()
        inside.setObjectName("ground")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for part in (caution, *parts):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.add(area)
        self.no = self.add_button(say("plan.take_along.cancel"))
        self.yes = self.add_button(say("plan.take_along.go_on"), "main")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.agreed)
        self.resize(self.width(), min(TALLEST, height - 20))

    def agreed(self) -> None:
        """Hand on what was chosen, and close."""
        raise NotImplementedError
