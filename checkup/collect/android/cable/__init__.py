"""A phone on a cable: found, connected, asked; by the system's adb if there is one, else by adb-shell."""

from collections.abc import Generator

from checkup.collect.android.cable.asking import Told, asking_phone
from checkup.collect.android.cable.own_adb import OwnShell, plugged_in, usb_shell
from checkup.collect.android.cable.shell import PhoneShell, Plugged, State
from checkup.collect.android.cable.system_adb import SystemAdb
from checkup.collect.android.drawers import Drawers
from checkup.collect.android.files import Opened, subject_of
from checkup.model.stop import Stop
from checkup.model.value import Value


class NotConnected(Exception):
    """No phone could be talked to; `state` says why, `serials` which there are."""

    def __init__(self, state: State, serials: tuple[str, ...] = ()) -> None:
        super().__init__(state)
        self.state = state
        self.serials = serials


class Looked(Value, frozen=True, kw_only=True):
    """What a phone on the cable said; `is_whole` is False where it went away in between."""

    opened: Opened
    is_whole: bool


def from_cable(serial: str, stop: Stop, told: Told = lambda _: None) -> Looked:
    """Look at the phone with this serial number, or at the only one where it is empty.

    Raises NotConnected. Nothing of adb is left running or on the disk afterwards.
    """
    steps = cable_steps(serial, stop)
    while True:
        try:
            told(next(steps))
        except StopIteration as end:
            looked: Looked = end.value
            return looked


def cable_steps(serial: str, stop: Stop) -> Generator[str, None, Looked]:
    """Do as `from_cable`, and yield what the phone is asked next."""
    shell = connected(serial, stop)
    try:
        drawers = Drawers(stop)
        is_whole = yield from asking_phone(shell, drawers)
        return Looked(opened=Opened(sources=drawers, subject=subject_of(drawers)), is_whole=is_whole)
    finally:
        shell.close()


def connected(serial: str, stop: Stop) -> PhoneShell:
    """Return the shell of a phone; raises NotConnected."""
    if SystemAdb.is_there(stop):
        return _by_system(serial, stop)
    one = chosen(plugged_in(), serial)
    shell: OwnShell = usb_shell(one.serial, stop)
    state = shell.connect()
    if state is not State.READY:
        shell.close()
        raise NotConnected(state)
    return shell


def _by_system(serial: str, stop: Stop) -> PhoneShell:
    adb = SystemAdb(stop)
    try:
        phones = adb.phones() if adb.start() else (Plugged(serial=serial, state=State.NO_ACCESS),)
        return adb.shell(chosen(phones, serial).serial)
    except NotConnected:
        adb.close()
        raise


def chosen(phones: tuple[Plugged, ...], serial: str) -> Plugged:
    """Return the phone that is meant and ready; raises NotConnected."""
    meant = [one for one in phones if not serial or one.serial == serial]
    if len(meant) > 1:
        raise NotConnected(State.SEVERAL, tuple(one.serial for one in meant))
    one = meant[0] if meant else Plugged(serial="", state=State.NO_PHONE)
    if one.state is not State.READY:
        raise NotConnected(one.state, tuple(other.serial for other in phones))
    return one
