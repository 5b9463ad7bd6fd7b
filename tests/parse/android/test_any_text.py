"""Whatever text a phone sends: each reader gives an answer or says that it does not know the form."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from checkup.collect.android.drawers import SECTIONS
from checkup.parse.android.androidqf import (
    apps_gathered,
    files_gathered,
    people_left_out,
    root_modules,
    root_traces,
)
from checkup.parse.android.backup import NotBackup, app_of_manifest, backup_head, message_links
from checkup.parse.android.dump import NotRecognised, sections
from checkup.parse.android.guards import selinux_open, system_files_open
from checkup.parse.android.settings import chosen_in, listeners_of, services_of, settings_listed
from checkup.parse.android.system import key_fingerprint, own_certificates, phone_day
from checkup.parse.tree import Node, NotReadable
from tests.android_phone import Phone, ordinary, watcher

PARSERS: tuple[Callable[[Iterator[str]], object], ...] = tuple(parser for parser, _ in SECTIONS.values())
REAL = Phone([*ordinary(), watcher()]).report().split("\n")
LINES = some.lists(some.sampled_from(REAL) | some.text(max_size=60), max_size=40)
TREES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=20),
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.dictionaries(
            some.sampled_from(
                [
                    *("name", "files", "path", "certificate", "Sha1", "installer", "system"),
                    *("installed", "user_id", "users", "modules", "device_path", "inventory_status"),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__)
@settings(max_examples=30)
@given(mixed=LINES)
def test_any_lines_give_observations_or_an_unknown_form(parser, mixed):
    with suppress(NotRecognised):
        list(parser(iter(mixed)))


@given(pieces=some.lists(some.binary(max_size=200) | some.sampled_from(REAL).map(str.encode), max_size=30))
def test_any_bytes_fall_into_sections(pieces):
    for _, inside in sections(pieces):
        with suppress(NotRecognised):
            for line in inside:
                assert "\n" not in line


@given(root=TREES)
def test_any_json_gives_apps_or_nothing(root):
    for reader in (apps_gathered, files_gathered, root_traces, root_modules, people_left_out):
        list(reader(Node(root)))


@given(text=some.text(max_size=300))
def test_any_settings_give_settings_or_nothing(text):
    found = list(settings_listed(f"enabled_accessibility_services={text}\n{text}", "secure", "x"))
    for reader in (services_of, listeners_of, chosen_in):
        list(reader(found))
    list(own_certificates(text))


@given(text=some.text(max_size=300))
def test_any_answer_of_a_phone_gives_open_guards_a_day_or_nothing(text):
    list(selinux_open(text, "x"))
    list(system_files_open([text, f"/dev/a on {text} type ext4 (rw)", f"a {text} ext4 rw 0 0"], "x"))
    list(phone_day(text, "x"))
    key_fingerprint(text)


@given(data=some.binary(max_size=300))
def test_any_backup_is_read_or_refused(data):
    with suppress(NotBackup):
        backup_head(b"ANDROID BACKUP\n" + data)
    with suppress(NotReadable):
        list(message_links(data, "x"))
    app_of_manifest(b"1\ncom.example\n" + data)
