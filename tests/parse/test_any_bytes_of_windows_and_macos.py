"""Any bytes in a file of Windows or macOS: an answer, or the reader's one known error (T13, T23)."""

import contextlib
import plistlib
import struct
import time
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from checkup.parse.authenticode import signer_of
from checkup.parse.background_items import background_items
from checkup.parse.event_log import sign_in
from checkup.parse.firewall_rule import opening
from checkup.parse.hive_log import changes
from checkup.parse.launch_item import launch_item
from checkup.parse.mac_profile import mac_profiles
from checkup.parse.plist import NotPlist, plist
from checkup.parse.registry import decoded, windows_time
from checkup.parse.remote_log import PARSERS, log_text
from checkup.parse.sam import members, sam_user
from checkup.parse.shortcut import NotShortcut, target
from checkup.parse.site_permission import chromium_sites, firefox_sites
from checkup.parse.task import NotTask, task
from checkup.parse.tcc import grants
from checkup.parse.tree import Node
from checkup.parse.windows_line import HOSTS, started
from checkup.parse.wmi_store import bindings, command
from tests.windows_disk import group, shortcut, user
from tests.windows_disk import task as made_task

MORE = settings(max_examples=300, deadline=None)
BYTES = some.binary(max_size=3000)
NAMES = (
    *("Label", "Program", "ProgramArguments", "KeepAlive", "RunAtLoad", "StartInterval", "$objects", "type"),
    *("disposition", "name", "url", "NS.relative", "ProfileItems", "PayloadType", "_computerlevel"),
    *("Event", "System", "EventID", "#text", "EventData", "LogonType", "UserData", "EventXML", "Address"),
    *("profile", "content_settings", "exceptions", "notifications", "setting", "EnvironmentVariables"),
)
VALUES = (
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats()
    | some.text(max_size=20)
    | some.binary(max_size=9)
)
VALUES |= some.integers(0, 12).map(plistlib.UID)
TREES = some.recursive(
    VALUES,
    lambda inner: (
        some.lists(inner, max_size=5) | some.dictionaries(some.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=25,
)


def all_of(found: object) -> None:
    if isinstance(found, Iterable):
        list(found)


@MORE
@given(BYTES)
def test_any_bytes_have_an_answer(data):
    signer_of(b"MZ" + data)
    sam_user(data)
    members(data)
    list(changes(b"\0" * 512 + b"HvLE" + data, 0))
    list(bindings(data))
    command(b"CommandLineEventConsumer\0\0" + data, "x")
    for kind in range(12):
        decoded(kind, data)
    for reader, error in ((task, NotTask), (target, NotShortcut), (plist, NotPlist)):
        try:
            reader(data)
        except error:
            continue


def changed(whole: bytes, changes_: list[tuple[int, bytes]]) -> bytes:
    data = bytearray(whole)
    for place, piece in changes_:
        at = place % len(data)
        data[at : at + len(piece)] = piece
    return bytes(data)


CHANGES = some.lists(some.tuples(some.integers(0, 10_000), some.binary(min_size=1, max_size=6)), max_size=8)


@MORE
@given(CHANGES)
def test_a_true_file_with_some_changes_has_an_answer(changes_):
    for whole, reader, error in (
        (made_task("C:\\a.exe", "x"), task, NotTask),
        (shortcut(r"C:\Users\Public\a.exe", "/q"), target, NotShortcut),
        (plistlib.dumps({"a": [1, {"b": "c"}]}, fmt=plistlib.FMT_BINARY), plist, NotPlist),
        (plistlib.dumps({"a": [1, {"b": "c"}]}), plist, NotPlist),
    ):
        try:
            reader(changed(whole, changes_))
        except error:
            continue
    members(changed(group(1001, 1002)["C"], changes_))
    sam_user(changed(user(1001)["F"], changes_))


@MORE
@given(TREES)
def test_any_tree_has_an_answer(value):
    node = Node(value)
    for reader in (background_items, mac_profiles, chromium_sites, launch_item, sign_in):
        all_of(reader(node))


TEXTS = some.text(max_size=400)
TEXT_READERS: tuple[Callable[[str], object], ...] = (*PARSERS.values(), opening)


@MORE
@given(TEXTS, some.sampled_from(sorted(HOSTS)))
def test_any_text_has_an_answer(text, host):
    for reader in TEXT_READERS:
        all_of(reader(text))
    started(text, {})
    started(f'"C:\\Windows\\{host}.exe" {text}', {"appdata": text})


@MORE
@given(BYTES)
def test_any_log_becomes_text(data):
    log_text(data)


@MORE
@given(some.lists(some.tuples(VALUES, VALUES, VALUES, VALUES), max_size=5))
def test_any_rows_have_an_answer(rows):
    list(grants(rows))
    list(firefox_sites(rows))


@given(some.integers(0, 2**64 - 1))
def test_any_count_of_time_is_a_time_or_nothing(ticks):
    windows_time(ticks)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">'
    + "".join(f'<!ENTITY x{n} "{f"&x{n - 1 if n else str()};" * 10}">' for n in range(12))
    + "]><Task>&x11;</Task>"
)


@pytest.mark.parametrize("reader", [task, plist], ids=["task", "property list"])
@pytest.mark.parametrize(
    "data",
    [
        BOMB.encode(),
        b'<!DOCTYPE Task SYSTEM "file:///etc/passwd"><Task/>',
        b"<a>" * 100_000,
        b"<plist>" + b"<array>" * 100_000,
        b"bplist00" + b"\xa1\x00" * 40 + struct.pack(">6xBBQQQ", 1, 1, 1, 0, 8),
    ],
    ids=["entities", "document", "deep", "deep list", "own part"],
)
def test_bombs_are_refused_or_read_soon(reader, data):
    begin = time.process_time()
    with contextlib.suppress(NotTask, NotPlist):
        reader(data)
    assert time.process_time() - begin < 2


def test_a_command_line_of_thirty_thousand_characters_costs_little():
    begin = time.process_time()
    for line in (
        "a" * 30_000,
        '"' * 30_000,
        "cmd /c " + "C:\\a " * 6000,
        "%a%" * 10_000,
        "powershell -e " + "A" * 30_000,
    ):
        started(line, {})
    assert time.process_time() - begin < 2
