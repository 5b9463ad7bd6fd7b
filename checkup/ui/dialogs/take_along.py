"""Asks in which form the plan goes along, after saying who could read it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from checkup.content.texts import Texts
from checkup.flow.plan_sheet import TakeAlong
from checkup.ui.dialogs.along import AlongDialog, Forms
from checkup.ui.widgets.check_box import check_box
from checkup.ui.widgets.label import label


class Form(StrEnum):
    """In which form; the words are the texts `plan.take_along.<value>`."""

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    COPY = "copy"
    PRINT = "print"
    PICTURES = "pictures"


class TakeAlongDialog(AlongDialog):
    """`when_chosen` gets the form and what goes onto the sheet; nothing is chosen beforehand but PDF.

    The pictures kept as evidence are offered `with_pictures` alone: where there are any.
    """

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        when_chosen: Callable[[Form, TakeAlong], object],
        *,
        with_pictures: bool = False,
    ) -> None:
        say = texts.say
        super().__init__(parent, say("plan.take_along.title"))
        self._when_chosen = when_chosen

        def words(form: Form) -> tuple[str, str]:
            return say(f"plan.take_along.{form}"), say(f"plan.take_along.{form}_about")

        offered = tuple(form for form in Form if with_pictures or form is not Form.PICTURES)
        self.forms = Forms(offered, say("plan.take_along.how"), words)
        self.reasons = check_box(say("plan.take_along.with_reasons"))
        self.notes = check_box(say("plan.take_along.with_notes"))
        self.names = check_box(say("plan.take_along.with_names"))
        self.names.setEnabled(False)
        self.reasons.toggled.connect(self.names.setEnabled)
        parts = (
            label(say("plan.take_along.holds")),
            self.reasons,
            self.names,
            self.notes,
            label(say("plan.take_along.how"), "strong"),
            self.forms.choices,
        )
        self.lay_out(texts, parts, parent.window().height())
        self.no.setFocus()

    def agreed(self) -> None:
        take = TakeAlong(
            with_reasons=self.reasons.isChecked(),
            with_notes=self.notes.isChecked(),
            with_names=self.reasons.isChecked() and self.names.isChecked(),
        )
        self.accept()
        self._when_chosen(self.forms.chosen, take)
