"""Changes the map by hand, from lists: who has what, what opens what, and new things."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from checkup.content.texts import Texts
from checkup.flow.access_edit import (
    Edit,
    EditChoices,
    HoldingEdit,
    ThingEdit,
    UndoEdits,
    UndoLast,
    WayEdit,
)
from checkup.model.inventory import LONGEST_NICKNAME
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.button import button
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label
from checkup.ui.widgets.scrolling import Scrolling

Pairs = tuple[tuple[str, str], ...]


class AccessEditDialog(Dialog):
    """`when_edited` gets each change as it is made, and returns the lists as they are then."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        choices: EditChoices,
        when_edited: Callable[[Edit], EditChoices],
        percent: int | None = None,
    ) -> None:
        super().__init__(parent, texts.say("access.edit.title"), percent)
        self._texts, self._when_edited = texts, when_edited
        say = texts.say
        self.who, self.what, self.by, self.also, self.and_also, self.to, self.kind = (
            QComboBox() for _ in range(7)
        )
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NICKNAME)
        self.told = label(role="small")
        self._section_title = ""
        area = Scrolling(6)
        self._column = area.column
        self._column.addWidget(label(say("access.edit.about")))
        self._section("holds", ("who", self.who), ("what", self.what))
        self.hold = self._pair(lambda has: HoldingEdit(person=_at(self.who), thing=_at(self.what), has=has))
        self._section(
            "way", ("by", self.by), ("also", self.also), ("and_also", self.and_also), ("to", self.to)
        )
        self.way = self._pair(lambda has: WayEdit(by=self._needs(), to=_at(self.to), has=has))
        self._section("thing", ("name", self.name), ("kind", self.kind))
        self.put_in = self._buttons_row(say("access.edit.add"))[0]
        self.put_in.clicked.connect(self._new_thing)
        self._column.addStretch(1)
        self.add(area)
        self.add(self.told)
        self.undo = self.add_button(say("access.edit.undo"))
        self.undo.clicked.connect(lambda: self._edit(UndoEdits()))
        self.undo_last = self.add_button(say("access.edit.undo_last"))
        self.undo_last.clicked.connect(lambda: self._edit(UndoLast()))
        self.finished_button = self.add_button(say("access.edit.done"), "main")
        self.finished_button.clicked.connect(self.accept)
        self.show_choices(choices)
        self.resize(self.width(), min(680, parent.window().height() - 20))

    def choose_way(self, needs: tuple[str, ...], to: str) -> None:
        """Put a way into the lists, as it was pointed out in the picture; it is not made by that."""
        boxes = (self.by, self.also, self.and_also)
        for box, name in (*zip(boxes, (*needs, "", "", "")[:3], strict=True), (self.to, to)):
            box.setCurrentIndex(max(box.findData(name), 0))
        self.to.setFocus()

    def show_choices(self, choices: EditChoices) -> None:
        """Fill the lists; what was chosen stays where it is still there."""
        perhaps = (("", choices.nothing), *choices.things)
        self.undo_last.setEnabled(choices.can_undo)
        self.told.setText(choices.told)
        for box, pairs in (
            (self.who, choices.people),
            (self.what, choices.things),
            (self.by, choices.things),
            (self.also, perhaps),
            (self.and_also, perhaps),
            (self.to, choices.things),
            (self.kind, choices.kinds),
        ):
            before = _at(box)
            box.clear()
            for name, words in pairs:
                box.addItem(words, name)
            box.setCurrentIndex(max(box.findData(before), 0))

    def _section(self, key: str, *parts: tuple[str, QWidget]) -> None:
        self._section_title = self._texts.say(f"access.edit.{key}")
        self._column.addSpacing(8)
        self._column.addWidget(label(self._section_title, "strong"))
        for name, widget in parts:
            words = self._texts.say(f"access.edit.{name}")
            caption = label(words, "caption")
            widget.setAccessibleName(words)
            caption.setBuddy(widget)  # what a screen reader says of a list of choices on Linux
            self._column.addWidget(caption)
            self._column.addWidget(widget)
            if isinstance(widget, QComboBox):
                widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                widget.setMinimumContentsLength(12)

    def _pair(self, edit: Callable[[bool], Edit]) -> tuple[QPushButton, QPushButton]:
        say = self._texts.say
        put_in, take_out = self._buttons_row(say("access.edit.add"), say("access.edit.take_out"))
        put_in.clicked.connect(lambda: self._edit(edit(True)))  # noqa: FBT003 - "has it"
        take_out.clicked.connect(lambda: self._edit(edit(False)))  # noqa: FBT003 - "has it not"
        return put_in, take_out

    def _buttons_row(self, *words: str) -> list[QPushButton]:
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        made = [button(one) for one in words]
        for one in made:
            one.setAccessibleName(f"{one.text()}: {self._section_title}")
            flow.addWidget(one)
        self._column.addWidget(row)
        return made

    def _new_thing(self) -> None:
        if self.name.text().strip():
            self._edit(ThingEdit(name=self.name.text().strip(), kind=_at(self.kind)))
            self.name.clear()

    def _edit(self, edit: Edit) -> None:
        self.show_choices(self._when_edited(edit))

    def _needs(self) -> tuple[str, ...]:
        return (_at(self.by), _at(self.also), _at(self.and_also))


def _at(box: QComboBox) -> str:
    return str(box.currentData() or "")
