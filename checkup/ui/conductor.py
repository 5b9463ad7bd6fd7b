"""The conductor: what stands between one step of the walk and its pages.

It receives what a page says, asks `flow` what follows, replaces the desk's visit, shows the page
again, and starts work. The window knows conductors, not pages.
"""

from PySide6.QtCore import QObject, Signal

from checkup.flow.place import Place, StepId
from checkup.model.plain import Plain
from checkup.ui.desk import Desk
from checkup.ui.page import Page


class FootButton(Plain):
    """A further button in the foot: its id comes back to `Conductor.pressed`."""

    id: str
    label: str


class Foot(Plain):
    """The foot of the window for one place.

    `main` is the one main button (empty: none), `hint` a quiet line left of it, `others` stand
    between. Back is shown by the window wherever there is a way back, unless `no_back`.
    """

    main: str = ""
    main_enabled: bool = True
    hint: str = ""
    others: tuple[FootButton, ...] = ()
    no_back: bool = False


class Conductor(QObject):
    """Base of all conductors.

    Signals:
        foot_changed: the foot of the place shown now should be asked for again.
    """

    foot_changed = Signal()
    step: StepId

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def page(self, place: Place) -> Page:
        """Return the page of a place, made on first use and kept; connect its `acted` here."""
        raise NotImplementedError(place)

    def show(self, place: Place) -> None:
        """Show the page of a place anew: on entering, after an answer, in another language."""
        raise NotImplementedError(place)

    def foot(self, place: Place) -> Foot:
        """Return the foot of a place."""
        raise NotImplementedError(place)

    def main_pressed(self, place: Place) -> bool:  # noqa: ARG002 - a default for those who override
        """Answer the main button; return True to go on to the next place."""
        return True

    def pressed(self, place: Place, button: str) -> None:
        """Answer one of the other buttons of the foot."""

    def left(self, place: Place) -> None:
        """Forget what must not stay when the person goes elsewhere (a typed password)."""

    def end(self) -> None:
        """Stop all work because the window closes; wait for nothing long."""
