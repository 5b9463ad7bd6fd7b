"""Devices that were plugged in and that are made to press keys by themselves.

Such a device looks like a stick or a cable and types what somebody put into it, in seconds. Its numbers
can be changed, and a part that only takes note of keys shows nothing: this check says what was seen, and
the plug has to be looked at by hand. A second keyboard is no sign: receivers of mice show as one too.
References: enesilhaydin/lothardware (numbers of the Rubber Ducky); O.MG's own default numbers.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.attached import AttachedDevice
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

CHECK_ID = "computer.attached_devices"

# Maker's and own number of devices sold for typing into other people's computers.
TYPES_BY_ITSELF = {("03EB", "2401"): "USB Rubber Ducky", ("D3C0", "D34D"): "O.MG"}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for device in sources.read(AttachedDevice):
        tool = TYPES_BY_ITSELF.get((device.vendor, device.product))
        if tool is not None:
            numbers = f"{device.vendor}:{device.product}"
            yield Finding(
                check=CHECK_ID,
                level=Level.ASK,
                about=f"usb:{numbers}",
                name=tool,
                reasons=(Reason(sign="device_types_by_itself", what=tool, where=numbers, when=device.when),),
                evidence=(Evidence(where=device.seen_in, saw=f"{numbers} {device.name}", when=device.when),),
            )


CHECK = Check(id=CHECK_ID, needs=(AttachedDevice,), look=look)
