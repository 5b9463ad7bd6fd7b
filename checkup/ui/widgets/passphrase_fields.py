"""One or two fields for a passphrase, hidden while typed, with a button that shows them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkup.flow.record_view import Fields
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import label
from checkup.ui.widgets.secret_field import secret_field


class PassphraseFields(QWidget):
    """The only holder of what is typed; `forget` empties it.

    Signals:
        changed: something was typed.
        entered: Enter was pressed in a field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, *, twice: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.first, self.second = secret_field(), secret_field()
        self._first_words, self._second_words = label(role="caption"), label(role="caption")
        self.eye = button()
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._look)
        self._words = ("", "")
        row = QHBoxLayout()
        row.addWidget(self.first, 1)
        row.addWidget(self.eye)
        column.addWidget(self._first_words)
        column.addLayout(row)
        column.addWidget(self._second_words)
        column.addWidget(self.second)
        for part in (self.second, self._second_words):
            part.setVisible(twice)
        self._twice = twice
        for field in (self.first, self.second):
            field.textEdited.connect(self.changed)
            field.returnPressed.connect(self.entered)

    def speak(self, words: Fields) -> None:
        """Put the words around the fields."""
        self._first_words.setText(words.field)
        self._second_words.setText(words.again)
        self.first.setAccessibleName(words.field)
        self.second.setAccessibleName(words.again)
        self._words = (words.show, words.hide)
        self._name_eye()

    @property
    def text(self) -> str:
        """What is typed in the first field."""
        return self.first.text()

    @property
    def is_repeated(self) -> bool:
        """Whether both fields hold the same; true where it is typed once only."""
        return not self._twice or self.first.text() == self.second.text()

    @property
    def both_typed(self) -> bool:
        """Whether no field is empty."""
        return bool(self.first.text()) and (not self._twice or bool(self.second.text()))

    def fill(self, text: str) -> None:
        """Put a made passphrase into the fields."""
        self.first.setText(text)
        self.second.setText(text)

    def forget(self) -> None:
        """Empty the fields and hide them again."""
        self.eye.setChecked(False)
        for field in (self.first, self.second):
            field.setText("")  # `clear` would leave what was typed to be undone

    def _look(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal hands it so
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)
        self._name_eye()

    def _name_eye(self) -> None:
        words = self._words[self.eye.isChecked()]
        self.eye.setText(words)
        self.eye.setAccessibleName(f"{words}: {self._first_words.text()}")
