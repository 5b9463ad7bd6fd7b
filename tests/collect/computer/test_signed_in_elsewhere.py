"""Who is signed in on Windows and on a Mac: sessions, browser accounts and sites of this person alone."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from checkup.collect.computer import signed_in_places
from checkup.collect.computer.macos import signed_in as macos
from checkup.collect.computer.macos.ground import MacGround
from checkup.collect.computer.recognised import System
from checkup.collect.computer.windows import signed_in as windows
from checkup.collect.computer.windows.ground import Ground
from checkup.collect.place import Place
from checkup.collect.run import Ended, Ran
from checkup.content.services import Services
from checkup.model.account import SignedInKind
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from tests.collect.computer.test_sessions_now import Session

SERVICES = Services()
NEXT_YEAR = 13_475_000_000_000_000  # 2028, in Chromium's microseconds
WINDOWS_HOME, MAC_HOME = "/Users/lan", "/Users/lan"
CHROME = "AppData/Local/Google/Chrome/User Data"
EDGE = "AppData/Local/Microsoft/Edge/User Data"
MAC_CHROME = "Library/Application Support/Google/Chrome"
LOCAL_STATE = {"profile": {"info_cache": {"Default": {"name": "Lan", "user_name": "lan@example.org"}}}}


def clock() -> datetime:
    return datetime(2026, 11, 24, tzinfo=UTC)


def no_run(program: str, *words: str, seconds: float = 1, longest: int = 1) -> Ran:
    del program, words, seconds, longest
    return Ran(ended=Ended.MISSING)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "root"


def put(root: Path, path: str, data: str | bytes = "") -> Path:
    whole = root / path.lstrip("/")
    whole.parent.mkdir(parents=True, exist_ok=True)
    whole.write_bytes(data.encode() if isinstance(data, str) else data)
    return whole


def cookies(root: Path, path: str, *rows: tuple[str, str, int], table: str = "cookies") -> None:
    whole = put(root, path)
    columns = {
        "cookies": "host_key TEXT, name TEXT, value TEXT, encrypted_value BLOB, expires_utc INTEGER",
        "moz_cookies": "host TEXT, name TEXT, value TEXT, expiry INTEGER",
    }[table]
    with closing(sqlite3.connect(whole)) as connection, connection:
        connection.execute(f"CREATE TABLE {table}({columns})")
        for host, name, ends in rows:
            values = (
                (host, name, "secret", b"secret", ends) if table == "cookies" else (host, name, "s", ends)
            )
            connection.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(values))})", values)  # noqa: S608


def on_windows(root: Path, own: str = r"C:\Users\lan") -> Ground:
    return Ground(Place(root, live=True), no_run, Stop(), own=own)


def on_mac(root: Path) -> MacGround:
    return MacGround(Place(root, live=True), no_run, Stop(), home=MAC_HOME)


def windows_files(root: Path) -> None:
    put(root, f"{WINDOWS_HOME}/{CHROME}/Local State", json.dumps(LOCAL_STATE))
    put(root, f"{WINDOWS_HOME}/{CHROME}/Default/Preferences", "{}")
    cookies(root, f"{WINDOWS_HOME}/{CHROME}/Default/Network/Cookies", (".facebook.com", "c_user", NEXT_YEAR))
    firefox = f"{WINDOWS_HOME}/AppData/Roaming/Mozilla/Firefox"
    put(root, f"{firefox}/profiles.ini", "[Profile0]\nName=own\nIsRelative=1\nPath=Profiles/a.own\n")
    put(root, f"{firefox}/Profiles/a.own/prefs.js", 'user_pref("services.sync.username", "lan@example.org");')
    cookies(root, f"{firefox}/Profiles/a.own/cookies.sqlite", (".zalo.me", "zpw_sek", 0), table="moz_cookies")


def test_windows_names_sessions_accounts_and_sites_as_windows_writes_paths(root):
    windows_files(root)
    found, unread = windows.signed_in(
        on_windows(root), SERVICES, clock, lambda: [Session(host="203.0.113.7")]
    )

    assert unread == ()
    session, *browsers = found
    assert (session.kind, session.who, session.remote) == (SignedInKind.SYSTEM, "lan", "203.0.113.7")
    accounts = [(one.who, one.service) for one in browsers if one.kind is SignedInKind.BROWSER_SYNC]
    assert accounts == [("lan@example.org", "google"), ("lan@example.org", "")]
    sites = {one.service: one for one in browsers if one.kind is SignedInKind.BROWSER_SITE}
    assert set(sites) == {"facebook", "zalo"}
    assert sites["facebook"].seen_in == rf"C:\Users\lan\{CHROME}\Default\Network\Cookies".replace("/", "\\")
    assert sites["facebook"].profile == "Lan"
    assert "secret" not in repr(found)


def test_on_windows_only_this_persons_own_browsers_are_looked_into(root):
    put(root, f"/Users/minh/{EDGE}/Default/Preferences", "{}")
    cookies(root, f"/Users/minh/{EDGE}/Default/Cookies", (".facebook.com", "c_user", NEXT_YEAR))

    found, _ = windows.signed_in(on_windows(root), SERVICES, clock, list)

    assert found == ()


@pytest.mark.parametrize("own", [r"D:\Users\lan", r"\\server\home\lan", ""])
def test_a_home_on_another_drive_is_a_gap_and_not_nothing(root, own):
    root.mkdir()
    found, unread = windows.signed_in(on_windows(root, own), SERVICES, clock, list)

    assert found == ()
    assert [one.reason for one in unread] == [Cause.NOT_SUPPORTED]


def test_cookies_that_are_no_database_are_a_gap(root):
    put(root, f"{WINDOWS_HOME}/{CHROME}/Default/Preferences", "{}")
    put(root, f"{WINDOWS_HOME}/{CHROME}/Default/Network/Cookies", b"locked")

    _, unread = windows.signed_in(on_windows(root), SERVICES, clock, list)

    assert [one.where for one in unread] == [
        rf"C:\Users\lan\{CHROME}\Default\Network\Cookies".replace("/", "\\")
    ]


def test_windows_lists_beforehand_what_would_be_read(root):
    windows_files(root)

    places = windows.places(on_windows(root))

    assert places[0] == windows.SESSIONS
    assert any(place.endswith(r"User Data\*\Cookies") for place in places)
    assert any(place.endswith(r"Firefox\*\cookies.sqlite") for place in places)
    assert all(place.startswith("C:\\") for place in places[1:])


def test_a_mac_names_sessions_accounts_and_sites_and_says_that_safari_stays_closed(root):
    put(root, f"{MAC_HOME}/Library/Safari/History.db")
    put(root, f"{MAC_HOME}/{MAC_CHROME}/Local State", json.dumps(LOCAL_STATE))
    put(root, f"{MAC_HOME}/{MAC_CHROME}/Default/Preferences", "{}")
    cookies(root, f"{MAC_HOME}/{MAC_CHROME}/Default/Cookies", (".facebook.com", "c_user", NEXT_YEAR))
    put(root, f"/Users/minh/{MAC_CHROME}/Default/Preferences", "{}")
    cookies(root, f"/Users/minh/{MAC_CHROME}/Default/Cookies", (".x.com", "auth_token", NEXT_YEAR))

    found, unread = macos.signed_in(on_mac(root), SERVICES, clock, lambda: [Session(terminal="console")])

    assert [(one.kind, one.service or one.who) for one in found] == [
        (SignedInKind.SYSTEM, "lan"),
        (SignedInKind.BROWSER_SYNC, "google"),
        (SignedInKind.BROWSER_SITE, "facebook"),
    ]
    assert [(one.where, one.reason) for one in unread] == [("Safari", Cause.NOT_SUPPORTED)]
    assert any(place.endswith("Google/Chrome/*/Cookies") for place in macos.places(on_mac(root)))


@pytest.mark.parametrize("system", [System.WINDOWS, System.MACOS, System.LINUX])
def test_every_system_has_a_reader_that_lists_its_places(system):
    assert isinstance(signed_in_places(no_run, Stop(), system=system), tuple)
