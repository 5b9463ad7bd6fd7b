"""Fixtures for the readers of browsers: whose home it is, SQLite files, and places that stay closed."""

import dataclasses
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.place import CouldNotRead, Place
from checkup.model.looked import Cause

LAN = "/home/lan"
PASSWD = (
    "root:x:0:0:root:/root:/bin/bash\n"
    "lan:x:1000:1000::/home/lan:/bin/bash\n"
    "minh:x:1001:1001::/home/minh:/bin/bash\n"
)

COOKIES = (
    "CREATE TABLE cookies(host_key TEXT, name TEXT, value TEXT, encrypted_value BLOB, expires_utc INTEGER)"
)
MOZ_COOKIES = "CREATE TABLE moz_cookies(host TEXT, name TEXT, value TEXT, expiry INTEGER)"


@dataclass(frozen=True, slots=True)
class ClosedPlace(Place):
    """A place in which everything below some paths is refused, also to the administrator."""

    closed: tuple[str, ...] = ()

    def _ask(self, path: str) -> None:
        if path.startswith(self.closed):
            raise CouldNotRead(path, Cause.NOT_PERMITTED)

    def bytes(self, path: str, most: int = 1024 * 1024) -> bytes | None:
        self._ask(path)
        return Place.bytes(self, path, most)

    def names(self, path: str) -> tuple[str, ...]:
        self._ask(path)
        return Place.names(self, path)

    def status(self, path: str) -> os.stat_result | None:
        self._ask(path)
        return Place.status(self, path)


@pytest.fixture
def lans(ground: Callable[..., Ground]) -> Callable[..., Ground]:
    """Make the ground of Lan's running computer; `closed` are paths that nobody may read."""

    def make(files: dict[str, str], *, live: bool = True, closed: tuple[str, ...] = ()) -> Ground:
        made = ground({"/etc/passwd": PASSWD, f"{LAN}/.profile": "", **files}, live=live)
        place = ClosedPlace(made.place.root, made.place.live, closed) if closed else made.place
        return dataclasses.replace(made, place=place, home=LAN)

    return make


@pytest.fixture
def database(tmp_path: Path) -> Callable[..., None]:
    """Write a SQLite file of the tree: a statement that makes its table, and its rows."""

    def write(path: str, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        whole = tmp_path / "root" / path.lstrip("/")
        whole.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(whole)) as connection, connection:
            connection.execute(table)
            name = table.partition("(")[0].removeprefix("CREATE TABLE ")
            for row in rows:
                connection.execute(f"INSERT INTO {name} VALUES ({','.join('?' * len(row))})", row)  # noqa: S608 - our own

    return write


@pytest.fixture
def cookies(database: Callable[..., None]) -> Callable[..., None]:
    """Write a Chromium cookie file with (host, name, end in Chromium's microseconds)."""

    def write(path: str, *rows: tuple[str, str, int]) -> None:
        database(path, COOKIES, [(host, name, "", b"v10secret", ends) for host, name, ends in rows])

    return write


@pytest.fixture
def firefox_cookies(database: Callable[..., None]) -> Callable[..., None]:
    """Write a Firefox cookie file with (host, name, end)."""

    def write(path: str, *rows: tuple[str, str, int]) -> None:
        database(path, MOZ_COOKIES, [(host, name, "secret", ends) for host, name, ends in rows])

    return write
