"""A phone on the cable, over the real adb and over adb-shell: read whole, cut at any step, hostile, silent.

The phone is a made-up one on 127.0.0.1 (T17).
"""

import contextlib
import hashlib
import itertools
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkup.collect.android.cable import NotConnected, chosen
from checkup.collect.android.cable.asking import ask_phone
from checkup.collect.android.cable.own_adb import OwnShell
from checkup.collect.android.cable.shell import PhoneShell, Plugged, State
from checkup.collect.android.cable.system_adb import SystemAdb
from checkup.collect.android.drawers import Drawers
from checkup.model.android import (
    AdminApp,
    AppUse,
    InstalledApp,
    PhoneDay,
    PhoneProperty,
    RootTrace,
    SignedFile,
)
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from tests.android_phone import Phone, ordinary, watcher
from tests.collect.android.fake_phone import FakePhone
from tests.phones.signed_apk import signed_apk

MADE = Phone([*ordinary(), watcher()])


APK = signed_apk((b"the certificate",))


def in_a_shell(command: str) -> bytes:
    """Run tail, dd and od as a phone would, on an apk in the place of each app's file."""
    with tempfile.TemporaryDirectory() as folder:
        apk = Path(folder) / "base.apk"
        apk.write_bytes(APK)
        local = re.sub(r"/data/app/[^ <>]+/base\.apk", str(apk), command)
        return subprocess.run(["/bin/sh", "-c", local], capture_output=True, check=False).stdout


def replies(command: str) -> bytes:
    if command.startswith(("tail ", "dd ")):
        return in_a_shell(command)
    if command.startswith("dumpsys "):
        return MADE.services()[command.removeprefix("dumpsys ")].encode()
    if command == "getprop":
        return MADE.properties().encode()
    if command.startswith("date"):
        return b"2026-11-24\n"
    if command.startswith("sha256sum"):
        return "\n".join(f"{'a' * 64}  {path}" for path in command.split()[1:]).encode()
    return b"ls: /system/bin/su: No such file or directory\n"


@contextlib.contextmanager
def by_system(phone: FakePhone, stop: Stop) -> Iterator[PhoneShell]:
    adb = SystemAdb(stop)
    try:
        assert adb.start()
        adb.ask("connect", f"127.0.0.1:{phone.port}")
        yield adb.shell(f"127.0.0.1:{phone.port}")
    finally:
        adb.close()


@contextlib.contextmanager
def by_own(phone: FakePhone, stop: Stop) -> Iterator[PhoneShell]:
    from adb_shell.adb_device import AdbDeviceTcp

    shell = OwnShell(AdbDeviceTcp("127.0.0.1", phone.port, default_transport_timeout_s=2.0), stop, 2.0)
    assert shell.connect(2.0) is State.READY
    try:
        yield shell
    finally:
        shell.close()


pytestmark = pytest.mark.usefixtures("loopback")
BOTH = pytest.mark.parametrize("way", [pytest.param(by_system, marks=pytest.mark.real), by_own])


@BOTH
def test_a_phone_is_read_whole_and_nothing_is_left(way, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    drawers = Drawers(Stop())
    with FakePhone(replies) as phone, way(phone, Stop()) as shell:
        assert ask_phone(shell, drawers)
    assert drawers.first("ro.product.model") == "SM-A536E"
    assert [one.day for one in drawers.read(PhoneDay)] == ["2026-11-24"]
    assert len(drawers.read(InstalledApp).items) == len(MADE.apps)
    assert [one.app for one in drawers.read(AdminApp).items if "wifi" in one.app] == [
        "com.wifi.systemservice"
    ]
    files = drawers.read(SignedFile).items
    assert {file.hashes for file in files} == {(), ("a" * 64,)}
    assert {file.certificates[:1] for file in files if file.certificates} == {
        (hashlib.sha256(b"the certificate").hexdigest(),)
    }
    assert drawers.read(RootTrace).items == ()
    assert list(tmp_path.iterdir()) == []


@BOTH
def test_only_reading_commands_are_asked(way):
    with FakePhone(replies) as phone, way(phone, Stop()) as shell:
        ask_phone(shell, Drawers(Stop()))
    starts = {command.split()[0] for command in phone.asked}
    looking = {"ls", "sha256sum", "tail", "dd", "date", "getenforce", "mount"}
    assert starts == {"getprop", "settings", "dumpsys", *looking}
    assert all(len(command.split()) == 1 for command in phone.asked if command.startswith("mount"))
    assert all(command.split()[1] == "list" for command in phone.asked if command.startswith("settings"))


@BOTH
@pytest.mark.parametrize("after", [0, 1, 4, 9, 15])
def test_unplugged_at_any_step_the_rest_is_disconnected_and_it_can_be_done_again(way, after):
    drawers = Drawers(Stop())
    with FakePhone(replies, unplug_after=after) as phone, way(phone, Stop()) as shell:
        assert not ask_phone(shell, drawers)
    unread = drawers.read(RootTrace).unread
    assert [one.reason for one in unread] == [Cause.DISCONNECTED]
    assert bool(drawers.read(PhoneProperty).items) is (after > 1)
    with FakePhone(replies) as phone, way(phone, Stop()) as shell:
        assert ask_phone(shell, Drawers(Stop()))


@BOTH
def test_an_answer_without_end_is_cut_and_said(way):
    with FakePhone(lambda _: itertools.repeat(b"y\n" * 30_000)) as phone, way(phone, Stop()) as shell:
        answer = shell.run("dumpsys package", longest=4 * 1024 * 1024)
    assert answer.cause is Cause.TOO_LARGE
    assert len(answer.out) <= 4 * 1024 * 1024


@BOTH
@pytest.mark.slow
def test_an_answer_of_a_gigabyte_is_cut(way):
    piece = b"x" * 1024 * 1024
    with FakePhone(lambda _: (piece for _ in range(1024))) as phone, way(phone, Stop()) as shell:
        assert shell.run("dumpsys package", longest=8 * 1024 * 1024).cause is Cause.TOO_LARGE


@BOTH
def test_a_phone_that_says_nothing_more_is_given_up(way):
    def silent(_: str) -> Iterator[bytes]:
        yield b"a little\n"
        released.wait(60)

    released = Stop()
    with FakePhone(silent) as phone, way(phone, Stop()) as shell:
        answer = shell.run("dumpsys package", seconds=0.5)
        released.ask()
    assert answer.cause in {Cause.TIMED_OUT, Cause.DISCONNECTED}


@BOTH
def test_a_stop_ends_an_answer_at_once(way):
    stop = Stop()

    def asks_to_stop(_: str) -> Iterator[bytes]:
        for number in itertools.count():
            if number == 3:
                stop.ask()
            yield b"y\n" * 1000

    with FakePhone(asks_to_stop) as phone, way(phone, stop) as shell:
        assert shell.run("getprop").cause is Cause.STOPPED


@BOTH
def test_bytes_that_are_no_text_and_hostile_names_do_no_harm(way):
    def hostile(command: str) -> bytes:
        if command == "dumpsys appops":
            return b"\xff\xfe\x00" * 1000
        if command == "dumpsys package":
            name = b"com.x;reboot\x1b[31m\xe2\x80\xae"
            return (
                b"Packages:\n  Package ["
                + name
                + b"] (1):\n    codePath=/data/app/$(reboot)\n"
                + replies(command)
            )
        return replies(command)

    drawers = Drawers(Stop())
    with FakePhone(hostile) as phone, way(phone, Stop()) as shell:
        assert ask_phone(shell, drawers)
    assert [one.reason for one in drawers.read(AppUse).unread] == [Cause.UNKNOWN_FORMAT]
    assert not [command for command in phone.asked if "reboot" in command]


def test_a_phone_that_does_not_trust_this_computer_says_so():
    from adb_shell.adb_device import AdbDeviceTcp

    with FakePhone(replies, asks_for_key=True, says_yes=False) as phone:
        shell = OwnShell(AdbDeviceTcp("127.0.0.1", phone.port, default_transport_timeout_s=2.0), Stop())
        assert shell.connect(0.5) in {State.UNAUTHORISED, State.OFFLINE}
        shell.close()


def test_a_phone_that_is_told_yes_is_read():
    from adb_shell.adb_device import AdbDeviceTcp

    with FakePhone(replies, asks_for_key=True) as phone:
        shell = OwnShell(AdbDeviceTcp("127.0.0.1", phone.port, default_transport_timeout_s=9.0), Stop())
        assert shell.connect(5.0) is State.READY
        assert shell.run("getprop").cause is None
        shell.close()


@pytest.mark.real
def test_adbs_own_list_tells_an_untrusting_phone_and_the_server_is_gone_afterwards():
    with FakePhone(replies, asks_for_key=True, says_yes=False) as phone:
        adb = SystemAdb(Stop())
        home = Path(adb.home)
        try:
            assert adb.start()
            adb.ask("connect", f"127.0.0.1:{phone.port}", seconds=60)
            assert [one.state for one in adb.phones()] == [State.UNAUTHORISED]
        finally:
            adb.close()
    assert not home.exists()
    assert not adb.is_running


READY = Plugged(serial="A", state=State.READY)


@pytest.mark.parametrize(
    ("phones", "serial", "state"),
    [
        ((), "", State.NO_PHONE),
        ((READY,), "B", State.NO_PHONE),
        ((READY, Plugged(serial="B", state=State.READY)), "", State.SEVERAL),
        ((Plugged(serial="A", state=State.UNAUTHORISED),), "", State.UNAUTHORISED),
        ((Plugged(serial="A", state=State.OFFLINE),), "A", State.OFFLINE),
    ],
)
def test_no_phone_several_or_one_not_ready_each_is_a_value(phones, serial, state):
    with pytest.raises(NotConnected) as fault:
        chosen(phones, serial)
    assert fault.value.state is state


def test_the_one_that_is_named_is_chosen():
    assert chosen((Plugged(serial="B", state=State.OFFLINE), READY), "A") is READY
