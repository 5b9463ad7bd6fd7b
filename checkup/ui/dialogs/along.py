"""The frame of the questions in which form something goes along: a caution, the choices, two buttons."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from checkup.content.texts import Texts
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label
from checkup.ui.widgets.scrolling import Scrolling

TALLEST = 720  # px
FormOf = TypeVar("FormOf", bound=StrEnum)


class Forms(Generic[FormOf]):
    """The forms that are offered, of which one is chosen: the first, until the person takes another.

    `words` gives what a form is called and what it is for; `when_chosen` is called after each choice.
    """

    def __init__(
        self,
        offered: Sequence[FormOf],
        name: str,
        words: Callable[[FormOf], tuple[str, str]],
        when_chosen: Callable[[], object] = bool,
    ) -> None:
        self._offered, self._name, self._words, self._when_chosen = offered, name, words, when_chosen
        self.chosen = offered[0]
        self.choices = Choices(tall=True)
        self.choices.chosen.connect(self._took)
        self._show()

    def _show(self) -> None:
        said = [(one, *self._words(one)) for one in self._offered]
        choices = tuple(
            Choice(id=one.value, label=words, detail=about, chosen=one is self.chosen)
            for one, words, about in said
        )
        self.choices.show_choices(choices, self._name)

    def _took(self, ids: tuple[str, ...]) -> None:
        self.chosen = next((one for one in self._offered if one.value in ids), self.chosen)
        self._show()
        self._when_chosen()


class AlongDialog(Dialog):
    """Says first that the thing is not encrypted; its parts scroll. `no` and `yes` are its buttons."""

    no: QPushButton
    yes: QPushButton

    def lay_out(self, texts: Texts, parts: Iterable[QWidget], height: int) -> None:
        """Put the parts below the caution, and the buttons; `height` is that of the window below."""
        say = texts.say
        caution = Card("attention")
        caution.add(label(say("plan.take_along.not_encrypted")))
        area = Scrolling(10)
        for part in (caution, *parts):
            area.column.addWidget(part)
        area.column.addStretch(1)
        self.add(area)
        self.no = self.add_button(say("plan.take_along.cancel"))
        self.yes = self.add_button(say("plan.take_along.go_on"), "main")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.agreed)
        self.resize(self.width(), min(TALLEST, height - 20))

    def agreed(self) -> None:
        """Hand on what was chosen, and close."""
        raise NotImplementedError
