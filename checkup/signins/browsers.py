"""Rows that name a browser by its cookie and no device: they wait until all is read, then join its device.

Of the cookie only the beginning can be seen. So rows join only where all devices seen with it are one.
"""

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from checkup.model.sign_in import SignInRecord

MOST_WAITING = 50_000
MOST_DEVICES = 20
Device = TypeVar("Device", bound=Hashable)


class Browsers(Generic[Device]):
    """Which devices were seen with a cookie, and the rows that wait, with the file they stand in."""

    def __init__(self) -> None:
        self._devices: dict[tuple[str, str], dict[Device, None]] = {}
        self._waiting: list[tuple[SignInRecord, str]] = []

    def saw(self, row: SignInRecord, device: Device) -> None:
        """Take a row that has a cookie and names a device."""
        devices = self._devices.setdefault((row.service, row.browser), {})
        if len(devices) < MOST_DEVICES:
            devices[device] = None

    def waits(self, row: SignInRecord, source: str) -> bool:
        """Take a row that has a cookie alone; return False where too many wait already."""
        if len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.append((row, source))
        return True

    def settled(self) -> Iterator[tuple[SignInRecord, str, tuple[Device, ...]]]:
        """Yield the rows that wait, their files and the devices seen with their cookie; none waits after."""
        waiting, self._waiting = self._waiting, []
        for row, source in waiting:
            yield row, source, tuple(self._devices.get((row.service, row.browser), ()))
