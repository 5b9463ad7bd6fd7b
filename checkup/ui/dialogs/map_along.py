"""Asks in which form the map goes along, with a list of what the paper or file will contain."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from checkup.content.texts import Texts
from checkup.flow.access_take import MapForm, MapTake
from checkup.ui.dialogs.along import AlongDialog
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label


class MapAlongDialog(AlongDialog):
    """`contents` says what a choice will contain, `when_chosen` gets the choice once the person agreed."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        contents: Callable[[MapTake], tuple[str, ...]],
        when_chosen: Callable[[MapTake], object],
        percent: int = 100,
    ) -> None:
        say = texts.say
        super().__init__(parent, say("access.take.title"), percent)
        self._texts, self._contents, self._when_chosen = texts, contents, when_chosen
        self.form = MapForm.PDF
        self.forms = Choices(tall=True)
        self.forms.chosen.connect(self._formed)
        self.names = QCheckBox(say("access.take.names"))
        self.names.toggled.connect(self._show)
        self.holds = label()
        heads = (say("plan.take_along.how"), say("access.take.holds"))
        parts = (label(heads[0], "strong"), self.forms, self.names, label(heads[1], "strong"), self.holds)
        self.lay_out(texts, parts, parent.window().height())
        self._show()
        self.no.setFocus()

    def _show(self) -> None:
        say = self._texts.say
        choices = tuple(
            Choice(
                id=form.value,
                label=say(f"access.take.forms.{form.value}"),
                detail=say(f"access.take.forms_about.{form.value}"),
                chosen=form is self.form,
            )
            for form in MapForm
        )
        self.forms.show_choices(choices, say("plan.take_along.how"))
        self.holds.setText("\n".join(f"– {line}" for line in self._contents(self._take())))

    def _take(self) -> MapTake:
        return MapTake(form=self.form, with_names=self.names.isChecked())

    def _formed(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.form = MapForm(ids[0])
        self._show()

    def agreed(self) -> None:
        self.accept()
        self._when_chosen(self._take())
