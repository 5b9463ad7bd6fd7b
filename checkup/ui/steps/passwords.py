"""The conductor of "Passwords": makes, judges and asks; nothing typed outlives the page's field."""

from collections.abc import Callable, Iterator

from msgspec import structs

from checkup.content.texts import Language
from checkup.credentials.breach import Asked, asked
from checkup.credentials.passphrase import passphrase, usual_words
from checkup.credentials.strength import strength
from checkup.flow.passwords import CONSENT, HOST, Ask, seen_in_leaks, went_on
from checkup.flow.passwords_view import Making, begun, passwords_view
from checkup.flow.place import Place, StepId
from checkup.model.stop import Stop
from checkup.network import Consent, CouldNotAsk, NetworkTrouble
from checkup.ui.announcing import announce
from checkup.ui.bridge import Job
from checkup.ui.clipboard import SecretClipboard
from checkup.ui.conductor import Conductor, Foot
from checkup.ui.desk import Desk
from checkup.ui.dialogs.confirm import Confirm, Question
from checkup.ui.page import Page
from checkup.ui.pages import passwords_acts as acts
from checkup.ui.pages.passwords import PasswordsPage

LooksUp = Callable[[Asked, Consent, Ask], int]


class PasswordsConductor(Conductor):
    """Keeps what is chosen and shown in this moment, and forgets it when the person goes elsewhere."""

    step = StepId.PASSWORDS

    def __init__(
        self, desk: Desk, clipboard: SecretClipboard | None = None, looks_up: LooksUp = seen_in_leaks
    ) -> None:
        super().__init__(desk)
        self._clipboard = clipboard or SecretClipboard(desk)
        self._clipboard.setParent(self)
        self._clipboard.cleared.connect(self._cleared)
        self._looks_up = looks_up
        self._making = begun(desk.texts.language)
        self._page: PasswordsPage | None = None
        self._job: Job | None = None
        self._is_here = False
        desk.visit_changed.connect(self._visit_changed)

    def page(self, place: Place) -> Page:  # noqa: ARG002 - the step has one page
        return self._shown()

    def show(self, place: Place) -> None:  # noqa: ARG002 - the step has one page
        self._is_here = True
        self._shown().speak(self.desk.texts)
        self._show()

    def foot(self, place: Place) -> Foot:  # noqa: ARG002 - the step has one page
        return Foot(main=self.desk.texts.say("window.next"))

    def left(self, place: Place) -> None:  # noqa: ARG002 - the step has one page
        self._is_here = False
        self._forget()

    def end(self) -> None:
        self._clipboard.clear()
        self._forget()

    def _forget(self) -> None:
        self._stop_asking()
        self._making = begun(self._making.language)
        if self._page is not None:
            self._page.forget()
            self._show()

    def _acted(self, act: object) -> None:
        match act:
            case acts.GoOnAsked():
                self.desk.replace(went_on(self.desk.visit))
                self._shown().title.setFocus()
            case acts.Typed(text=text):
                self._stop_asking()
                self._judge(text)
            case acts.LeaksAsked(text=text) if text and not self.desk.is_offline:
                self._ask_first(asked(text))
            case _:
                self._acted_on_new(act)

    def _judge(self, text: str) -> None:
        """Say what it is worth; aloud when that became another word, not at every key."""
        before = self._shown().badge.accessibleName()
        self._change(judged=strength(text) if text else None, leaks=None)
        badge = self._shown().badge
        if text and badge.accessibleName() != before:
            announce(badge, badge.accessibleName())

    def _acted_on_new(self, act: object) -> None:
        match act:
            case acts.MakeAsked():
                self._make()
            case acts.CopyPassphrase() if self._making.made:
                self._clipboard.copy(self._making.made.text)
                self._change(copied=True)
                announce(self._shown(), self._shown().copied.text())
            case acts.LanguageChosen(language=name):
                language = Language(name)
                self._change(language=language, count=usual_words(language), made=None, copied=False)
            case acts.CountChosen(count=count):
                self._change(count=count)
                if self._making.made:
                    self._make()
            case _:
                pass

    def _make(self) -> None:
        """Make one, and say aloud that there is one; its words are read only where one goes to them."""
        self._change(made=passphrase(self._making.language, self._making.count), copied=False)
        announce(self._shown(), self._shown().worth.text())

    def _ask_first(self, about: Asked) -> None:
        say = self.desk.texts.say
        question = Question(
            title=say("passwords.consent.title"),
            lines=(
                say("passwords.consent.who", host=HOST),
                say("passwords.consent.learns"),
                say("passwords.consent.others"),
            ),
            yes=say("passwords.consent.yes"),
            no=say("passwords.consent.no"),
        )
        Confirm(self._shown().window(), question, lambda: self._ask(about)).open()

    def _ask(self, about: Asked) -> None:
        """Ask, after the person said yes to exactly this."""
        looks_up, asks = self._looks_up, self.desk.door.ask

        def task(stop: Stop) -> Iterator[object]:
            if not stop.asked:
                yield _answer(looks_up, about, asks)

        self._stop_asking()
        if self.desk.is_offline:  # switched while the question stood there
            self._change(leaks=NetworkTrouble.OFFLINE)
            return
        self._change(asking=True, leaks=None)
        self.desk.note_sent()
        self._job = job = self.desk.work.job(task)
        job.came.connect(lambda event: self._came(job, event))
        job.failed.connect(lambda _: self._failed(job))
        job.begin()

    def _came(self, job: Job, event: object) -> None:
        if job is self._job and isinstance(event, int | NetworkTrouble):
            self._job = None
            self._change(asking=False, leaks=event)
            announce(self._shown(), self._shown().leaks.text())

    def _failed(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._change(asking=False)
            self.desk.trouble.emit()

    def _stop_asking(self) -> None:
        """Hear nothing more of a question that is under way: it was about something else."""
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._change(asking=False)

    def _visit_changed(self) -> None:
        """Show what holds now: a look that still went on may have ended with a strong sign."""
        if self._is_here:
            self._show()

    def _cleared(self) -> None:
        self._change(copied=False)

    def _change(self, **fields: object) -> None:
        making: Making = structs.replace(self._making, **fields)
        self._making = making
        self._show()

    def _show(self) -> None:
        self._shown().show_view(passwords_view(self.desk.visit, self._making, self.desk.texts))

    def _shown(self) -> PasswordsPage:
        if self._page is None:
            self._page = PasswordsPage()
            self._page.speak(self.desk.texts)
            self._page.acted.connect(self._acted)
        return self._page


def _answer(looks_up: LooksUp, about: Asked, asks: Ask) -> int | NetworkTrouble:
    try:
        return looks_up(about, CONSENT, asks)
    except CouldNotAsk as error:
        return error.trouble
