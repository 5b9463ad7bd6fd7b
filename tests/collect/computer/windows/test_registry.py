"""The registry: two faces, closed keys told as closed, and a log that counts more than its hive."""

import struct
from types import SimpleNamespace

import pytest

from checkup.collect.computer.windows.hive_registry import HiveRegistry
from checkup.collect.computer.windows.live_registry import PROFILES, LiveRegistry
from checkup.collect.place import CouldNotRead, Place
from checkup.model.looked import Cause
from tests.hive_builder import hive, tree
from tests.windows_disk import CLEAN, CURRENT, SET

RUN = rf"{CURRENT}\Run"
SID = "S-1-5-21-1-2-3-1001"


class FakeWinreg:
    """What LiveRegistry asks of `winreg`, over dictionaries; keys named in `closed` are refused."""

    HKEY_LOCAL_MACHINE, HKEY_USERS = "HKLM", "HKU"
    KEY_READ, KEY_WOW64_64KEY = 1, 256

    def __init__(self, keys, closed=()):
        self.keys = keys
        self.closed = closed

    def OpenKeyEx(self, top, below, reserved, access):  # noqa: N802
        path = f"{top}\\{below}".rstrip("\\")
        if path in self.closed:
            raise PermissionError(13, "closed")
        if path not in self.keys and not any(key.startswith(f"{path}\\") for key in self.keys):
            raise FileNotFoundError(2, "absent")
        return Handle(path)

    def QueryInfoKey(self, handle):  # noqa: N802
        return 0, 0, 133_770_000_000_000_000

    def EnumKey(self, handle, number):  # noqa: N802
        below = f"{handle.path}\\"
        names = sorted({key[len(below) :].split("\\")[0] for key in self.keys if key.startswith(below)})
        if number >= len(names):
            raise OSError(259, "no more")
        return names[number]

    def EnumValue(self, handle, number):  # noqa: N802
        values = list(self.keys.get(handle.path, {}).items())
        if number >= len(values):
            raise OSError(259, "no more")
        name, data = values[number]
        return name, data, 1


class Handle(SimpleNamespace):
    def __init__(self, path):
        super().__init__(path=path)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


KEYS = {
    rf"HKLM\SOFTWARE\{RUN}": {"a": r"C:\a.exe", "n": 7, "list": ["x", "y"]},
    f"{PROFILES}\\{SID}": {"ProfileImagePath": r"C:\Users\lan"},
    rf"HKU\{SID}\Software\{RUN}": {"b": r"C:\b.exe"},
    rf"HKU\{SID}_Classes\x": {},
    r"HKU\S-1-5-18\x": {},
}


def test_the_live_registry_names_people_by_their_folders():
    registry = LiveRegistry(FakeWinreg(KEYS))
    assert registry.people() == ("lan",)
    own = registry.key(rf"HKU\lan\Software\{RUN}")
    assert own is not None
    assert own.text("B") == r"C:\b.exe"


def test_the_live_registry_gives_every_type_and_the_time():
    key = LiveRegistry(FakeWinreg(KEYS)).key(rf"HKLM\SOFTWARE\{RUN}")
    assert key is not None
    assert (key.text("a"), key.number("n"), key.value("list").texts) == (r"C:\a.exe", 7, ("x", "y"))
    assert key.changed.startswith("2024-11-")


def test_a_closed_key_is_not_permitted_and_an_absent_one_is_none():
    closed = rf"HKLM\SOFTWARE\{RUN}"
    registry = LiveRegistry(FakeWinreg(KEYS, (closed,)))
    with pytest.raises(CouldNotRead) as caught:
        registry.key(closed)
    assert caught.value.cause is Cause.NOT_PERMITTED
    assert registry.key(r"HKLM\SOFTWARE\nothing") is None
    assert registry.names(r"HKLM\SOFTWARE\nothing") == ()


def disk(tmp_path, **more):
    return HiveRegistry(Place(CLEAN.with_(**more).write(tmp_path), live=False, any_case=True))


def test_hives_answer_with_the_current_set_and_in_any_letters(tmp_path):
    registry = disk(
        tmp_path, system={"Select": {"Current": 2}, r"ControlSet002\Control\Lsa": {"a": "second"}}
    )
    assert registry.people() == ("lan",)
    key = registry.key(r"HKLM\SYSTEM\CurrentControlSet\control\LSA")
    assert key is not None
    assert key.text("A") == "second"


def test_a_hive_that_is_none_is_refused_each_time(tmp_path):
    registry = disk(tmp_path)
    (tmp_path / "Windows/System32/config/SOFTWARE").write_bytes(b"not a hive" * 1000)
    for _ in range(2):
        with pytest.raises(CouldNotRead) as caught:
            registry.key(r"HKLM\SOFTWARE\x")
        assert caught.value.cause is Cause.UNKNOWN_FORMAT


def test_what_the_log_holds_counts_more_than_the_hive(tmp_path):
    CLEAN.write(tmp_path)
    config = tmp_path / "Windows/System32/config"
    before = hive(tree({RUN: {"a": "OLD.EXE"}}), "SOFTWARE", sequence=(8, 7))
    after = hive(tree({RUN: {"a": "NEW.EXE"}}), "SOFTWARE")
    (config / "SOFTWARE").write_bytes(before)
    size = len(after) - 4096
    page = struct.pack("<II", 0, size)
    entry = (
        struct.pack("<4sIIIIIQQ", b"HvLE", 40 + len(page) + size, 0, 7, size, 1, 0, 0) + page + after[4096:]
    )
    (config / "SOFTWARE.LOG1").write_bytes(before[:512] + entry)
    registry = HiveRegistry(Place(tmp_path, live=False, any_case=True))
    key = registry.key(rf"HKLM\SOFTWARE\{RUN}")
    assert key is not None
    assert key.text("a") == "NEW.EXE"


def test_a_set_that_is_not_there_is_simply_absent(tmp_path):
    registry = disk(tmp_path, system={"Select": {"Current": 9}})
    assert registry.names(r"HKLM\SYSTEM\CurrentControlSet\Services") == ()
    assert SET == "ControlSet001"
