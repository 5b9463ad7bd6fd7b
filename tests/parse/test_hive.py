"""Hives: what our builder writes, three readers read alike; and no bytes break ours or keep it long (T13)."""

import subprocess
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkup.parse.hive import Hive, HiveDamaged
from checkup.parse.registry import windows_time
from tests.hive_builder import WHEN, Key, hive, tree

LONG = "x" * 40_000
GIVEN = {
    r"Microsoft\Windows\CurrentVersion\Run": {
        "UniKey": r'"C:\Program Files\UniKey\UniKeyNT.exe"',
        "tên tiếng Việt": "%AppData%\\a.exe",
        "number": 7,
        "long": 2**40,
        "list": ["một", "hai"],
        "bytes": b"\x00\x01\x02\x03\x04\x05",
        "small": b"\x01",
        "big": LONG,
        "": "default",
        "empty": "",
    },
    r"Microsoft\Tiếng Việt": {"a": 1},
    r"Classes\.txt": {},
}


def opened(data: bytes) -> Hive:
    return Hive(lambda offset, size: data[offset : offset + size])


def values(one: Hive, path: str) -> dict:
    node = one.find(tuple(path.split("\\")))
    assert node is not None
    return {value.name: value.data for value in one.key(path, node).values}


def test_keys_and_values_of_every_type_are_read_back():
    found = values(opened(hive(tree(GIVEN))), r"microsoft\WINDOWS\CurrentVersion\run")
    expected = GIVEN[r"Microsoft\Windows\CurrentVersion\Run"] | {"list": ("một", "hai")}
    assert found == expected


def test_a_key_knows_when_it_was_changed_and_what_is_below():
    one = opened(hive(tree(GIVEN)))
    assert one.root().changed == windows_time(WHEN)
    assert [node.name for node in one.children(one.root())] == ["Classes", "Microsoft"]
    assert one.find(("Microsoft", "Tiếng Việt")) is not None
    assert one.find(("Microsoft", "nothing")) is None


def test_another_reader_reads_the_built_hive_alike(tmp_path):
    from regipy.registry import RegistryHive

    path = tmp_path / "SOFTWARE"
    path.write_bytes(hive(tree(GIVEN)))
    key = RegistryHive(str(path)).get_key(r"\Microsoft\Windows\CurrentVersion\Run")
    theirs = {value.name: value.value for value in key.get_values()}
    assert theirs.pop("big") == LONG
    assert theirs.pop("(default)") == "default"
    assert theirs["UniKey"] == r'"C:\Program Files\UniKey\UniKeyNT.exe"'
    assert theirs["tên tiếng Việt"] == "%AppData%\\a.exe"
    assert (theirs["number"], theirs["long"], theirs["list"]) == (7, 2**40, ["một", "hai"])


@pytest.mark.real
def test_the_c_library_reads_the_built_hive_alike(tmp_path):
    path = tmp_path / "SOFTWARE"
    path.write_bytes(hive(tree(GIVEN)))
    ran = subprocess.run(
        ["hivexget", str(path), r"\Microsoft\Windows\CurrentVersion\Run"], capture_output=True, check=True
    )
    said = ran.stdout.decode()
    assert "UniKeyNT.exe" in said
    assert '"number"=dword:00000007' in said


def test_a_list_that_leads_back_to_its_own_key_ends():
    data = bytearray(hive(tree({"a": {}, "b": {}})))
    place = data.index(b"lf")
    root = int.from_bytes(data[36:40], "little")
    data[place + 4 : place + 8] = root.to_bytes(4, "little")
    one = opened(bytes(data))
    node = one.root()
    for _ in range(50):
        node = next(one.children(node))
    assert node.name == "ROOT"


def test_a_list_of_lists_of_itself_ends():
    data = bytearray(hive(tree({"a": {}})))
    place = data.index(b"lf")
    data[place : place + 2] = b"ri"
    data[place + 4 : place + 8] = (place - 4 - 4096).to_bytes(4, "little")
    with pytest.raises(HiveDamaged):
        list(opened(bytes(data)).children(opened(bytes(data)).root()))


def test_one_large_value_named_many_times_costs_a_bounded_time():
    root = Key(values={"big": b"z" * 500_000})
    data = bytearray(hive(root))
    one = opened(bytes(data))
    node = one.root()
    listed = int.from_bytes(data[4096 + node.value_list + 4 :][:4], "little")
    big_list = b"".join([listed.to_bytes(4, "little")] * 200_000)
    offset = len(data) - 4096
    data += (-(len(big_list) + 4)).to_bytes(4, "little", signed=True) + big_list
    at = data.index(b"nk") + 36
    data[at : at + 8] = (200_000).to_bytes(4, "little") + offset.to_bytes(4, "little")
    begin = time.process_time()
    hostile = opened(bytes(data))
    try:
        found = hostile.key("x", hostile.root()).values
        assert sum(len(value.data) for value in found) <= 128 * 1024 * 1024
    except HiveDamaged:
        pass
    assert time.process_time() - begin < 20


SMALL = hive(tree({"a\\b": {"x": "y", "n": 1}, "c": {"list": ["1", "2"], "big": b"z" * 20_000}}))


@settings(max_examples=400, deadline=None)
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=8)), max_size=12
    )
)
def test_any_change_to_a_hive_is_read_or_refused(changes):
    data = bytearray(SMALL)
    for place, piece in changes:
        data[place : place + len(piece)] = piece
    walk(bytes(data))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=9000))
def test_any_bytes_behind_the_head_are_read_or_refused(data):
    walk(SMALL[:4096] + data)


def walk(data: bytes) -> None:
    try:
        one = opened(data)
        below = [one.root()]
        for _ in range(100):
            if not below:
                break
            node = below.pop()
            one.key("k", node)
            below += list(one.children(node))[:50]
    except HiveDamaged:
        pass
