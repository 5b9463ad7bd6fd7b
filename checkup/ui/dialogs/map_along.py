"""Asks in which form the map goes along, with a list of what the paper or file will contain."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from checkup.content.texts import Texts
from checkup.flow.access_take import MapForm, MapTake
from checkup.ui.dialogs.along import AlongDialog, Forms
from checkup.ui.widgets.check_box import check_box
from checkup.ui.widgets.label import label


class MapAlongDialog(AlongDialog):
    """`contents` says what a choice will contain, `when_chosen` gets the choice once the person agreed."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        contents: Callable[[MapTake], tuple[str, ...]],
        when_chosen: Callable[[MapTake], object],
    ) -> None:
        say = texts.say
        super().__init__(parent, say("access.take.title"))
        self._contents, self._when_chosen = contents, when_chosen

        def words(form: MapForm) -> tuple[str, str]:
            return say(f"access.take.forms.{form}"), say(f"access.take.forms_about.{form}")

        self.forms = Forms(tuple(MapForm), say("plan.take_along.how"), words, self._tell)
        self.names = check_box(say("access.take.names"))
        self.names.toggled.connect(self._tell)
        self.holds = label()
        heads = (say("plan.take_along.how"), say("access.take.holds"))
        choices = self.forms.choices
        parts = (label(heads[0], "strong"), choices, self.names, label(heads[1], "strong"), self.holds)
        self.lay_out(texts, parts, parent.window().height())
        self._tell()
        self.no.setFocus()

    def _tell(self) -> None:
        self.holds.setText("\n".join(f"– {line}" for line in self._contents(self._take())))

    def _take(self) -> MapTake:
        return MapTake(form=self.forms.chosen, with_names=self.names.isChecked())

    def agreed(self) -> None:
        self.accept()
        self._when_chosen(self._take())
