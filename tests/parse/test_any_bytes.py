"""Whatever bytes stand in a file of this computer: each reader gives an answer or its one known error."""

import sqlite3
import struct
from collections.abc import Callable, Iterable
from contextlib import closing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from checkup.parse.authorized_keys import key_entries
from checkup.parse.browser_policy import chromium_rules, firefox_rules
from checkup.parse.chromium import account_mails, chromium_extensions, chromium_profiles, chromium_time
from checkup.parse.chromium_roots import STATEMENT as ROOTS
from checkup.parse.chromium_roots import trusted_in_profile
from checkup.parse.cookies import CHROMIUM_COOKIES, chromium_cookies, firefox_cookies
from checkup.parse.dconf import NotDconf, dconf_settings
from checkup.parse.firefox import firefox_extensions, sync_name
from checkup.parse.group import group_entries
from checkup.parse.hosts import hosts_lines
from checkup.parse.logind import login_session
from checkup.parse.nss import STATEMENT as NSS
from checkup.parse.nss import trusted_certificates
from checkup.parse.resolver import resolv_servers
from checkup.parse.sqlite import NotDatabase, TookTooLong
from checkup.parse.sqlite_tables import rows
from checkup.parse.sshd_config import setting_lines
from checkup.parse.tree import Node
from checkup.parse.utmp import NotUtmp, other_end, utmp_records
from checkup.parse.x509 import certificates

TEXT_READERS: tuple[Callable[[str], object], ...] = (
    key_entries,
    sync_name,
    group_entries,
    hosts_lines,
    login_session,
    resolv_servers,
    setting_lines,
    other_end,
)
TREE_READERS: tuple[Callable[[Node], object], ...] = (
    chromium_rules,
    firefox_rules,
    chromium_extensions,
    chromium_profiles,
    account_mails,
    firefox_extensions,
)
NAMES = (
    *("extensions", "settings", "profile", "info_cache", "account_info", "email", "name", "user_name"),
    *("location", "path", "manifest", "permissions", "addons", "id", "type", "policies", "ProxySettings"),
    *("ExtensionSettings", "installation_mode", "first_install_time", "disable_reasons", "installDate"),
)
VALUES = some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20)
TREES = some.recursive(
    VALUES,
    lambda inner: (
        some.lists(inner, max_size=4) | some.dictionaries(some.sampled_from(NAMES), inner, max_size=5)
    ),
    max_leaves=20,
)
CELLS = some.none() | some.integers() | some.floats() | some.text() | some.binary(max_size=40)


def ended(answer: object) -> None:
    """Walk through an answer that comes piece by piece."""
    if isinstance(answer, Iterable):
        list(answer)


@pytest.mark.parametrize("read", TEXT_READERS, ids=lambda read: read.__name__)
@given(text=some.text(some.characters()))
def test_any_text_has_an_answer(read, text):
    ended(read(text))


@pytest.mark.parametrize("read", TREE_READERS, ids=lambda read: read.__name__)
@given(tree=TREES)
def test_any_json_has_an_answer(read, tree):
    ended(read(Node(tree)))


@given(data=some.binary(max_size=2000))
def test_any_bytes_are_records_or_no_list(data):
    with suppress(NotUtmp):
        list(utmp_records(data))


@given(data=some.binary(max_size=2000))
def test_any_bytes_are_settings_or_no_database(data):
    for start in (b"", b"GVariant", b"GVariant" + bytes(8) + struct.pack("<II", 24, len(data))):
        with suppress(NotDconf):
            dconf_settings(start + data)


@given(data=some.binary(max_size=500))
def test_any_bytes_are_certificates_or_broken(data):
    for start in (b"", b"\x30\x82", b"-----BEGIN CERTIFICATE-----\n"):
        certificates(start + data)


@given(found=some.lists(some.tuples(CELLS, CELLS, CELLS), max_size=5))
def test_any_cells_are_cookies_or_left_out(found):
    list(chromium_cookies(found))
    list(firefox_cookies(found))


@given(found=some.lists(some.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), max_size=5))
def test_any_cells_are_roots_or_left_out(found):
    list(trusted_certificates(found))
    trusted_in_profile(row[:2] for row in found)


@given(number=some.none() | some.integers())
def test_any_number_is_a_time_or_nothing(number):
    assert chromium_time(number) == "" or chromium_time(number).endswith("Z")


@pytest.fixture(scope="module")
def database() -> bytes:
    """Make a small cookie file."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE cookies(host_key, name, expires_utc)")
        connection.executemany(
            "INSERT INTO cookies VALUES (?, ?, ?)", [(f"h{n}", "n" * 50, n) for n in range(200)]
        )
        connection.commit()
        return connection.serialize()


@given(places=some.lists(some.tuples(some.integers(0, 30_000), some.integers(0, 255)), max_size=30))
def test_a_damaged_database_gives_rows_or_its_error(database, places):
    damaged = bytearray(database)
    for place, value in places:
        damaged[place % len(damaged)] = value
    with suppress(NotDatabase, TookTooLong):
        list(chromium_cookies(rows(bytes(damaged), CHROMIUM_COOKIES)))


def test_what_cookies_hold_is_in_no_statement():
    assert "value" not in CHROMIUM_COOKIES
    for statement in (ROOTS, NSS, CHROMIUM_COOKIES):
        assert "*" not in statement
