"""Asks where a file should be, or which one to open, in a dialog of our own that leaves no trace.

WORKAROUND: QFileDialog writes its history and last folder to a settings file when it closes, whatever
its options (Qt 6.11, QFileDialogPrivate::saveSettings; https://doc.qt.io/qt-6/qfiledialog.html).
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from checkup.content.texts import Texts
from checkup.flow.folders import inside, usual_places
from checkup.model.value import Value
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.button import button
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label

UP = ".."


class FileQuestion(Value, frozen=True, kw_only=True):
    """What is asked. With `suffix` a new file is named and gets that ending; without, one is opened.

    Unless it `replaces`, a name that is taken is refused. With `folder` a folder is chosen: the one that
    is open where none is named; with `or_folder` a file, or by a button of its own the folder that is open.
    """

    title: str
    name: str = ""
    suffix: str = ""
    start: Path | None = None
    replaces: bool = True
    folder: bool = False
    or_folder: bool = False


class ChooseFile(Dialog):
    """Opens at a folder; `when_chosen` is called with the whole path once the person agreed."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        asked: FileQuestion,
        when_chosen: Callable[[Path], object],
    ) -> None:
        super().__init__(parent, asked.title)
        self._texts = texts
        self._suffix, self._replaces = asked.suffix, asked.replaces
        self._wants_folder = asked.folder
        self._when_chosen = when_chosen
        self.folder = asked.start or Path.home()
        self._asked_about: Path | None = None
        self.places = QWidget()
        self._row = FlowLayout(self.places)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.path = label(role="mono", selectable=True)
        self.list = QListWidget()
        self.name = QLineEdit(f"{asked.name}{asked.suffix}")
        self.said = label(role="small")
        self.said.hide()
        self._lay_out()
        self.whole = self._whole_button() if asked.or_folder else None
        self._enter(self.folder)

    def _lay_out(self) -> None:
        say = self._texts.say
        for place in usual_places():
            made = button(place.name or str(place), "quiet")
            made.setToolTip(str(place))
            made.clicked.connect(lambda _=False, place=place: self._enter(place))
            self._row.addWidget(made)
        self.add(self.places)
        self.add(self.path)
        self.list.setAccessibleName(say("files.folders"))
        self.list.setMinimumHeight(120)
        self.add(self.list)
        named = say("files.folder_name") if self._wants_folder else say("files.name")
        self.say(named, "caption")
        self.name.setAccessibleName(named)
        self.add(self.name)
        self.add(self.said)
        self.no = self.add_button(say("files.cancel"))
        self.yes = self.add_button(self._yes_words(), "main")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self._agreed)
        self.yes.setDefault(True)
        self.list.itemActivated.connect(self._picked)
        self.list.itemClicked.connect(self._clicked)
        self.name.textChanged.connect(self._unasked)
        self.name.setFocus()

    def _whole_button(self) -> QPushButton:
        """Return a button under the list that takes the folder which is open."""
        made = button(self._texts.say("files.whole_folder"))
        made.clicked.connect(self._took_whole)
        self.body.insertWidget(self.body.indexOf(self.list) + 1, made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _took_whole(self) -> None:
        self.accept()
        self._when_chosen(self.folder)

    def _yes_words(self) -> str:
        if self._wants_folder:
            return self._texts.say("files.open_folder")
        return self._texts.say("files.save") if self._suffix else self._texts.say("files.open")

    def _enter(self, folder: Path) -> None:
        holds = inside(folder)
        if not holds.readable:
            self._tell(self._texts.say("files.closed"))
            return
        self.folder = folder
        self.path.setText(str(folder))
        self.said.hide()
        self.list.clear()
        if folder.parent != folder:
            self._item(UP, is_folder=True, words=self._texts.say("files.up"))
        for name in holds.folders:
            self._item(name, is_folder=True, words=self._texts.say("files.folder", name=name))
        if not self._suffix and not self._wants_folder:
            for name in holds.files:
                self._item(name, is_folder=False, words=self._texts.say("files.file", name=name))
        self._unasked()

    def _item(self, name: str, *, is_folder: bool, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, (name, is_folder))

    def _picked(self, item: QListWidgetItem) -> None:
        name, is_folder = item.data(Qt.ItemDataRole.UserRole)
        if is_folder:
            self._enter(self.folder.parent if name == UP else self.folder / name)
        else:
            self.name.setText(name)
            self._agreed()

    def _clicked(self, item: QListWidgetItem) -> None:
        name, is_folder = item.data(Qt.ItemDataRole.UserRole)
        if not is_folder:
            self.name.setText(name)

    def _unasked(self) -> None:
        self._asked_about = None

    def _agreed(self) -> None:
        """Take the name; a file that is there already is asked about once."""
        typed = self.name.text().strip()
        path = self.folder / typed
        if self._wants_folder and not typed:
            path = self.folder
        elif not typed or typed in {".", UP}:
            self._tell(self._texts.say("files.needs_name"))
            return
        if self._suffix and path.suffix.lower() != self._suffix:
            path = path.with_name(path.name + self._suffix)
        if self._suffix and _is_taken(path) and self._asked_about != path:
            self._tell(self._texts.say("files.is_there" if self._replaces else "files.is_taken"))
            self._asked_about = path if self._replaces else None
            return
        self.accept()
        self._when_chosen(path)

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()


def _is_taken(path: Path) -> bool:
    """Whether something has this name; a name no file can have is refused by whoever writes it."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
