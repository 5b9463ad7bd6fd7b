"""Devices sold for typing by themselves are asked about; keyboards, sticks and odd entries are quiet."""

from checkup.checks.computer.attached_devices import CHECK
from checkup.model.attached import AttachedDevice
from checkup.model.finding import Level


def test_a_device_that_types_by_itself_is_asked_about(found):
    [finding] = found(CHECK, AttachedDevice(vendor="03EB", product="2401", name="HID Keyboard Device"))
    assert (finding.level, finding.name) == (Level.ASK, "USB Rubber Ducky")


def test_other_devices_are_quiet(found, hostile):
    others = [AttachedDevice(vendor="046D", product="C31C", is_keyboard=True, name=hostile)] * 2
    assert found(CHECK, *others, AttachedDevice(vendor="03EB", product="2402")) == []
