"""adb-shell over USB, for a system that has no adb: with a key of its own that is gone afterwards.

References: adb-shell 0.4.4 (AdbDevice, UsbTransport), libusb1.
"""

import time
from typing import Any

from checkup.collect.android.cable.own_folder import OwnFolder, left_behind, remove
from checkup.collect.android.cable.shell import (
    LONGEST,
    SECONDS,
    Answer,
    Plugged,
    State,
    marked,
    unmarked,
)
from checkup.model.looked import Cause
from checkup.model.stop import Stop

WAIT_FOR_YES = 60.0
QUIET = 10.0  # seconds without a byte after which a command counts as hanging


class OwnShell:
    """One phone by way of adb-shell's device; `connect` first."""

    def __init__(self, device: Any, stop: Stop, quiet: float = QUIET) -> None:
        self._device = device
        self._quiet = quiet
        self._stop = stop

    def connect(self, wait_for_yes: float = WAIT_FOR_YES) -> State:
        """Connect with a new key; the phone asks, and `wait_for_yes` is how long a yes may take."""
        from adb_shell.auth.keygen import keygen
        from adb_shell.auth.sign_cryptography import CryptographySigner

        for left, _ in left_behind():
            remove(left)
        folder = OwnFolder()
        try:
            key = str(folder.path / "key")
            keygen(key)
            signer = CryptographySigner(key)
        finally:
            folder.close()
        return self._connected(signer, wait_for_yes)

    def _connected(self, signer: Any, wait_for_yes: float) -> State:
        from adb_shell import exceptions

        try:
            self._device.connect(rsa_keys=[signer], auth_timeout_s=wait_for_yes)
        except exceptions.DeviceAuthError:
            return State.UNAUTHORISED
        except exceptions.UsbDeviceNotFoundError:
            return State.NO_PHONE
        except _gone():
            return State.OFFLINE
        return State.READY

    def run(self, command: str, *, seconds: float = SECONDS, longest: int = LONGEST) -> Answer:
        """Return what the command wrote."""
        words, mark = marked(command)
        out = bytearray()
        cause = None
        deadline = time.monotonic() + seconds
        try:
            for piece in self._device.streaming_shell(words, read_timeout_s=self._quiet, decode=False):
                out += piece
                if (cause := self._reason_to_end(len(out), longest, deadline)) is not None:
                    break
        except _gone():
            cause = Cause.DISCONNECTED
        whole = unmarked(bytes(out), mark)
        if whole is not None:
            return Answer(out=whole)
        if cause is not None and cause is not Cause.DISCONNECTED:
            self.close()  # what still comes belongs to this command; the next one would read it
        return Answer(out=bytes(out[:longest]), cause=cause or Cause.DISCONNECTED)

    def close(self) -> None:
        """Let go of the phone."""
        try:
            self._device.close()
        except _gone():
            return

    def _reason_to_end(self, length: int, longest: int, deadline: float) -> Cause | None:
        if self._stop.asked:
            return Cause.STOPPED
        if length > longest:
            return Cause.TOO_LARGE
        return Cause.TIMED_OUT if time.monotonic() > deadline else None


def plugged_in() -> tuple[Plugged, ...]:
    """Return the phones on USB that offer adb; their state is only known once connected."""
    from adb_shell.transport.usb_transport import UsbTransport

    try:
        found = list(UsbTransport.find_all_adb_devices())
    except _gone():
        return ()
    return tuple(Plugged(serial=one.serial_number, state=State.READY) for one in found)


def usb_shell(serial: str, stop: Stop) -> OwnShell:
    """Return the shell of the phone with this serial number."""
    from adb_shell.adb_device import AdbDeviceUsb

    return OwnShell(AdbDeviceUsb(serial=serial), stop)


def _gone() -> tuple[type[Exception], ...]:
    """Return all the ways in which adb-shell says that the phone is not there any more, or talks nonsense."""
    import usb1
    from adb_shell import exceptions

    return (
        exceptions.AdbCommandFailureException,
        exceptions.AdbConnectionError,
        exceptions.AdbTimeoutError,
        exceptions.InvalidChecksumError,
        exceptions.InvalidCommandError,
        exceptions.InvalidResponseError,
        exceptions.TcpTimeoutException,
        exceptions.UsbDeviceNotFoundError,
        exceptions.UsbReadFailedError,
        exceptions.UsbWriteFailedError,
        usb1.USBError,
        OSError,
        ValueError,
    )
