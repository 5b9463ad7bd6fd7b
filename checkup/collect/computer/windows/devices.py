r"""Devices that were plugged in, and what guards the start of Windows: both out of the registry.

References: learn.microsoft.com, "Standard USB identifiers" (USB\VID_v&PID_p) and the class of keyboards;
Control\SecureBoot\State (UEFISecureBootEnabled) and the options of the start (TESTSIGNING: drivers that
nobody signed are loaded). Device Guard only makes attacks on the system's core harder and is not told of.
"""

import re
from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.registry import CONTROL
from checkup.collect.looking import Looking
from checkup.model.attached import AttachedDevice
from checkup.model.sources import Reading
from checkup.model.start_protection import StartGuard, StartProtection
from checkup.parse.registry import RegistryKey

BUSES = (rf"{CONTROL}\Enum\USB", rf"{CONTROL}\Enum\HID")
KEYBOARDS = "{4d36e96b-e325-11ce-bfc1-08002be10318}"
SECURE_BOOT = rf"{CONTROL}\Control\SecureBoot\State"
OPTIONS = rf"{CONTROL}\Control"
MOST_DEVICES = 5_000
_NUMBERS = re.compile(r"VID_([0-9A-F]{4})&PID_([0-9A-F]{4})", re.IGNORECASE)


def attached_devices(ground: Ground) -> Reading[AttachedDevice]:
    """Return every device of USB that was plugged in, once; a device has several entries."""
    look = ground.looking()
    found: dict[tuple[str, str], AttachedDevice] = {}
    for one in _entries(look, ground):
        earlier = found.get((one.vendor, one.product))
        if earlier is None or (one.is_keyboard, one.when) > (earlier.is_keyboard, earlier.when):
            found[one.vendor, one.product] = one
    return look.reading(found.values())


def _entries(look: Looking, ground: Ground) -> Iterator[AttachedDevice]:
    for bus in BUSES:
        for name in ground.names(look, bus)[:MOST_DEVICES]:
            if numbers := _NUMBERS.match(name):
                for _, key in ground.keys(look, f"{bus}\\{name}"):
                    yield _device(key, numbers.group(1).upper(), numbers.group(2).upper())


def _device(key: RegistryKey, vendor: str, product: str) -> AttachedDevice:
    named = key.text("FriendlyName") or key.text("DeviceDesc").rpartition(";")[2]
    return AttachedDevice(
        seen_in=key.path,
        vendor=vendor,
        product=product,
        name=named,
        is_keyboard=key.text("ClassGUID").lower() == KEYBOARDS,
        when=key.changed,
    )


def start_protection(ground: Ground) -> Reading[StartProtection]:
    """Return what guards the start, as far as it is written down."""
    look = ground.looking()
    return look.reading(_guards(look, ground))


def _guards(look: Looking, ground: Ground) -> Iterator[StartProtection]:
    state = ground.key(look, SECURE_BOOT)
    number = state.number("UEFISecureBootEnabled") if state is not None else None
    if state is not None and number is not None:
        line = f"UEFISecureBootEnabled = {number}"
        yield StartProtection(
            seen_in=state.path, guard=StartGuard.SIGNED_START, is_on=number != 0, line=line,
            when=state.changed,
        )  # fmt: skip
    control = ground.key(look, OPTIONS)
    options = control.text("SystemStartOptions") if control is not None else ""
    if control is not None and options:
        line = f"SystemStartOptions = {options}"
        is_on = "TESTSIGNING" not in options.upper().split()
        yield StartProtection(
            seen_in=control.path, guard=StartGuard.SIGNED_DRIVERS, is_on=is_on, line=line,
            when=control.changed,
        )  # fmt: skip
