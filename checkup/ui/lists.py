"""Opens the lists of known programs: shows them, adds one from a file, asks for newer ones after a yes."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from checkup.collect.lists import consent_for, from_feed, from_file, own_feeds, settle
from checkup.content.feeds import Feed, load_feeds
from checkup.flow.list_words import ListWords
from checkup.flow.lists_view import lists_view
from checkup.indicators.imports.outcome import Refused
from checkup.indicators.kept import CannotKeep, Kept, NothingEarlier, lists_folder
from checkup.indicators.kept_list import Change, KeptList
from checkup.indicators.signature import PublicKey
from checkup.model.stop import Stop
from checkup.model.value import Value
from checkup.network import Consent, Door
from checkup.ui.bridge import Job
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.dialogs.confirm import Confirm, Question
from checkup.ui.dialogs.lists import ListsDialog

Ask = Callable[[Feed, Consent, date, Door], KeptList | Refused]


class _Came(Value, frozen=True, kw_only=True):
    """What came of one file or answer, under the name a person knows it by."""

    name: str
    found: KeptList | PublicKey | Refused
    feed: Feed | None = None
    text: str = ""


def open_lists(over: QWidget, desk: Desk, kept: Kept | None = None, ask: Ask = from_feed) -> ListsDialog:
    """Open the dialog over a widget; `kept` and `ask` are handed in by tests."""
    kept = kept or Kept(lists_folder())
    dialog = ListsDialog(over, lists_view(kept, desk.texts, offline=desk.is_offline))
    _Conductor(dialog, desk, kept, ask)
    dialog.open()
    return dialog


class _Conductor(QObject):
    """Belongs to its dialog and lives as long."""

    def __init__(self, dialog: ListsDialog, desk: Desk, kept: Kept, ask: Ask) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self._desk, self._kept, self._ask = desk, kept, ask
        self._held: list[_Came] = []
        self._said: list[str] = []
        self._job: Job | None = None
        dialog.update_asked.connect(self._ask_first)
        dialog.add_asked.connect(self._choose)
        dialog.anyway_asked.connect(self._anyway)
        dialog.back_asked.connect(self._back)
        dialog.removal_asked.connect(self._remove)
        dialog.finished.connect(self._closed)

    def _ask_first(self) -> None:
        say = self._desk.texts.say
        feeds = (*load_feeds(), *own_feeds(self._kept))
        question = Question(
            title=say("lists.ask.title"),
            lines=ListWords(self._desk.texts).ask(feeds, str(self._kept.folder)),
            yes=say("lists.window.yes"),
            no=say("lists.window.no"),
        )
        Confirm(self.dialog, question, lambda: self._update(feeds)).open()

    def _update(self, feeds: tuple[Feed, ...]) -> None:
        if self._desk.is_offline:  # switched while the question stood there
            self._show()
            return
        ask, today, door = self._ask, self._desk.clock().date(), self._desk.door

        def task(stop: Stop) -> Iterator[object]:
            for feed in feeds:
                if stop.asked:
                    return
                yield _Came(name=feed.name, found=ask(feed, consent_for(feed), today, door), feed=feed)

        for _ in feeds:
            self._desk.note_sent()
        self._begin(task)

    def _choose(self) -> None:
        asked = FileQuestion(title=self._desk.texts.say("lists.window.choose"))
        ChooseFile(self.dialog, self._desk.texts, asked, self._add).open()

    def _add(self, path: Path) -> None:
        kept, today = self._kept, self._desk.clock().date()

        def task(_: Stop) -> Iterator[object]:
            found = from_file(path, kept, today)
            text = path.read_text("utf-8", "replace") if isinstance(found, PublicKey) else ""
            yield _Came(name=path.name, found=found, text=text)

        self._begin(task)

    def _begin(self, task: Callable[[Stop], Iterator[object]]) -> None:
        self._held, self._said = [], []
        self._job = job = self._desk.work.job(task)
        job.came.connect(self._came)
        job.failed.connect(lambda _: self._desk.trouble.emit())
        job.ended.connect(self._ended)
        self._show()
        job.begin()

    def _came(self, event: object) -> None:
        if isinstance(event, _Came) and self._job is not None:
            self._take(event)

    def _ended(self) -> None:
        if self._job is not None:
            self._job = None
            self._show()

    def _anyway(self) -> None:
        held, self._held, self._said = self._held, [], []
        for one in held:
            self._take(one, knowingly=True)
        self._show()

    def _take(self, came: _Came, *, knowingly: bool = False) -> None:
        texts, words = self._desk.texts, ListWords(self._desk.texts)
        try:
            if isinstance(came.found, Refused):
                self._said.append(words.refused(came.name, came.found))
            elif isinstance(came.found, PublicKey):
                self._kept.trust(came.found, came.text)
                self._said.append(texts.say("lists.key", key=came.found.id))
            else:
                settled = settle(came.found, self._kept, came.feed, knowingly=knowingly)
                self._said.append(words.settled(came.found, settled))
                if settled.compared.change is Change.SHRUNK and not settled.taken:
                    self._held.append(came)
        except CannotKeep:
            self._said.append(texts.say("lists.cannot_keep", folder=str(self._kept.folder)))

    def _back(self, list_id: str) -> None:
        try:
            found = self._kept.step_back(list_id)
        except (CannotKeep, NothingEarlier):
            self._tell("lists.cannot_keep", folder=str(self._kept.folder))
        else:
            self._tell("lists.back", name=found.list.source.name)

    def _remove(self, list_id: str) -> None:
        try:
            self._kept.remove(list_id)
        except CannotKeep:
            self._tell("lists.cannot_keep", folder=str(self._kept.folder))
        else:
            self._tell("lists.gone", id=list_id)

    def _tell(self, key: str, **fields: str) -> None:
        self._held, self._said = [], [self._desk.texts.say(key, **fields)]
        self._show()

    def _show(self) -> None:
        self.dialog.show_view(
            lists_view(
                self._kept,
                self._desk.texts,
                tuple(self._said),
                held_back=bool(self._held),
                busy=self._job is not None,
                offline=self._desk.is_offline,
            )
        )

    def _closed(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None
