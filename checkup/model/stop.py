"""A token that long work looks at, so that it can be stopped at any moment."""

from threading import Event


class Stop:
    """Asked for once, seen by everyone who holds it; safe between threads."""

    def __init__(self) -> None:
        self._event = Event()
        self._asked = False  # the same, as what is looked at thousands of times a scan

    def ask(self) -> None:
        """Ask the work to end soon."""
        self._asked = True
        self._event.set()

    @property
    def asked(self) -> bool:
        """Whether somebody asked the work to end."""
        return self._asked

    def wait(self, seconds: float) -> bool:
        """Wait so long or until asked; return whether it was asked."""
        return self._event.wait(seconds)
