"""The look at who is signed in on this computer, behind one face for every system."""

from typing import Protocol

from checkup.collect.computer import signed_in, signed_in_places
from checkup.collect.run import RunHere
from checkup.content.services import Services
from checkup.model.account import SignedIn
from checkup.model.looked import Cause, Unread
from checkup.model.stop import Stop
from checkup.model.value import Value


class SeenHere(Value, frozen=True, kw_only=True):
    """What a look gave: the sign-ins, and the places that could not be read."""

    sign_ins: tuple[SignedIn, ...] = ()
    unread: tuple[Unread, ...] = ()


class SignedInLook(Protocol):
    """Names what would be read, and reads it after a yes."""

    def places(self) -> tuple[str, ...]:
        """Return what would be read, before anything of it is."""
        ...

    def look(self, stop: Stop) -> SeenHere:
        """Read it; opens no password and decrypts nothing."""
        ...


class NoLook:
    """Where no reader exists yet: says so, and is never an empty answer."""

    def places(self) -> tuple[str, ...]:
        return ()

    def look(self, stop: Stop) -> SeenHere:
        del stop
        return SeenHere(unread=(Unread(where="", reason=Cause.NOT_SUPPORTED),))


class LookHere:
    """Looks at the computer this program runs on; where no reader exists it says so, like `NoLook`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def places(self) -> tuple[str, ...]:
        stop = Stop()
        return signed_in_places(RunHere(stop), stop)

    def look(self, stop: Stop) -> SeenHere:
        sign_ins, unread = signed_in(RunHere(stop), stop, self._services)
        return SeenHere(sign_ins=sign_ins, unread=unread)
