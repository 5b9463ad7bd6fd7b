"""The page of what is signed in on this computer, in "Accounts and sessions": a yes, then one look."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from checkup.content.services import Services
from checkup.flow.accounts import looked_here
from checkup.flow.signed_in_here import here_view
from checkup.flow.signed_in_look import SeenHere, SignedInLook
from checkup.model.stop import Stop
from checkup.ui.bridge import Job
from checkup.ui.conductor import Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.pages.signed_in_here import SignedInHerePage

SKIP, AGAIN, STOP = "skip", "again", "stop"


class SignedInHerePart(QObject):
    """Conducts the one page of what is signed in here; asks before looking.

    Signals:
        foot_changed: the foot should be asked for again.
    """

    foot_changed = Signal()

    def __init__(self, desk: Desk, services: Services, look: SignedInLook) -> None:
        super().__init__(desk)
        self._desk = desk
        self._services = services
        self._look = look
        self._places: tuple[str, ...] | None = None
        self._job: Job | None = None
        self._failed = False
        self.page = SignedInHerePage()

    def show(self) -> None:
        """Show the page anew."""
        view = here_view(
            self._desk.visit,
            self._services,
            self._desk.texts,
            self._would_read(),
            looking=self._job is not None,
            failed=self._failed,
        )
        self.page.show_view(view)

    def foot(self) -> Foot:
        """Return the foot of the page."""
        texts = self._desk.texts
        if self._job is not None:
            return Foot(others=(FootButton(id=STOP, label=texts.say("accounts.here.stop")),))
        if self._desk.visit.here is not None:
            again = FootButton(id=AGAIN, label=texts.say("accounts.here.look_again"))
            return Foot(main=texts.say("accounts.here.next"), others=(again,))
        if not self._would_read():
            return Foot(main=texts.say("accounts.here.next"))
        skip = FootButton(id=SKIP, label=texts.say("accounts.here.skip"))
        return Foot(main=texts.say("accounts.here.look"), others=(skip,))

    def main_pressed(self) -> bool:
        """Begin the look where there is one to be had; return whether to go on instead."""
        if self._desk.visit.here is not None or not self._would_read():
            return True
        self._begin()
        return False

    def pressed(self, button: str) -> None:
        """Take one of the other buttons of the foot."""
        if button == SKIP:
            self._desk.go_on()
        elif button == AGAIN:
            self._begin()
        elif self._job is not None:
            self._job.stop()

    def end(self) -> None:
        """Stop looking."""
        if self._job is not None:
            self._job.stop()

    def _would_read(self) -> tuple[str, ...]:
        if self._places is None:
            self._places = self._look.places()
        return self._places

    def _begin(self) -> None:
        if self._job is not None:
            return
        self._failed = False
        self._job = self._desk.work.job(self._seen)
        self._job.came.connect(self._came)
        self._job.failed.connect(self._could_not)
        self._job.ended.connect(self._ended)
        self._job.begin()
        self._show_again()

    def _seen(self, stop: Stop) -> Iterator[SeenHere]:
        seen = self._look.look(stop)
        if not stop.asked:
            yield seen

    def _came(self, seen: SeenHere) -> None:
        self._desk.replace(looked_here(self._desk.visit, seen.sign_ins, seen.unread))

    def _could_not(self, error: object) -> None:
        del error  # its text may be private
        self._failed = True

    def _ended(self) -> None:
        self._job = None
        self._show_again()

    def _show_again(self) -> None:
        self.show()
        self.foot_changed.emit()
