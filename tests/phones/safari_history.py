"""Makes a Safari history of any length, with the tables, columns and indexes of iOS 17."""

import sqlite3
from contextlib import closing
from pathlib import Path

HOSTS = 5000
FIRST = 700_000_000  # seconds since 2001
_TABLES = """
CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE,
  domain_expansion TEXT NULL, visit_count INTEGER NOT NULL, daily_visit_counts BLOB NOT NULL,
  weekly_visit_counts BLOB NULL, autocomplete_triggers BLOB NULL,
  should_recompute_derived_visit_counts INTEGER NOT NULL, visit_count_score INTEGER NOT NULL,
  status_code INTEGER NOT NULL DEFAULT 0);
CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT,
  history_item INTEGER NOT NULL REFERENCES history_items(id) ON DELETE CASCADE, visit_time REAL NOT NULL,
  title TEXT NULL, load_successful BOOLEAN NOT NULL DEFAULT 1, http_non_get BOOLEAN NOT NULL DEFAULT 0,
  synthesized BOOLEAN NOT NULL DEFAULT 0, redirect_source INTEGER NULL UNIQUE,
  redirect_destination INTEGER NULL UNIQUE, origin INTEGER NOT NULL DEFAULT 0,
  generation INTEGER NOT NULL DEFAULT 0, attributes INTEGER NOT NULL DEFAULT 0,
  score INTEGER NOT NULL DEFAULT 0);
CREATE INDEX history_visits__last_visit ON history_visits (history_item, visit_time DESC, synthesized ASC);
"""


def write_history(path: Path, visits: int) -> Path:
    """Write a history in which every page is visited about once, in no order."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")
        counts = b"\0\0\0\1" * 4
        connection.executemany(
            "INSERT INTO history_items VALUES (?, ?, NULL, 1, ?, NULL, NULL, 0, 100, 200)",
            ((number, _url(number), counts) for number in range(1, visits + 1)),
        )
        connection.executemany(
            "INSERT INTO history_visits (history_item, visit_time, title) VALUES (?, ?, ?)",
            (
                (
                    _mixed(number) % visits + 1,
                    FIRST + number * 60.5,
                    f"Page {number} of a site somewhere",
                )
                for number in range(visits)
            ),
        )
        connection.commit()
    return path


def _url(number: int) -> str:
    return f"https://www.site{number % HOSTS}.example.com/section/{number}/page?q={_mixed(number):012x}"


def _mixed(number: int) -> int:
    return number * 2_654_435_761 % 2**32
