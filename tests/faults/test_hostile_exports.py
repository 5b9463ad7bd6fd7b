"""Exports made to do harm: huge, endless, nested, lying. Each is refused or bounded; memory stays small."""

import json
import subprocess
import sys
import zipfile

import pytest

from checkup.collect.exports import gathered
from checkup.model.looked import Unread
from checkup.model.stop import Stop

MEBIBYTE = 1 << 20
MEASURED = """
import sys
from pathlib import Path
from checkup.collect.exports import gathered
from checkup.model.looked import Unread
from checkup.model.stop import Stop
from checkup.signins.tally import Tally
from tests.bench.answer import peak_memory
tally = Tally()
causes = set()
for event in gathered([Path(sys.argv[1])], Stop()):
    if isinstance(event, Unread):
        causes.add(event.reason.value)
    elif isinstance(event, list):
        tally.add(event)
tally.history()
print(int(peak_memory()), *sorted(causes))
"""


def measured(path):
    """Read an export in a process of its own; return its peak in MiB and why things were not read."""
    ended = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, timeout=240, check=True
    )
    peak, *causes = ended.stdout.split()
    return int(peak), set(causes)


def test_a_million_listed_members_are_refused(tmp_path):
    import struct

    path = tmp_path / "a.zip"
    listed = (b"PK\x01\x02" + b"\0" * 42) * 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, len(listed), 0, 0)
    path.write_bytes(b"PK\x03\x04" + listed + end)
    peak, causes = measured(path)
    assert causes == {"too_large"}
    assert peak < 300


def test_nested_bombs_stop_at_their_depth_and_size(tmp_path):
    path = tmp_path / "bomb.zip"
    content = b"date,ip\n" + b"\0" * (64 * MEBIBYTE)
    for number in range(5):
        inner = tmp_path / f"{number}.zip"
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in "abc":
                archive.writestr(f"{name}{'.zip' if number else '.csv'}", content)
        content = inner.read_bytes()
    path.write_bytes(content)
    peak, causes = measured(path)
    assert "too_large" in causes
    assert peak < 300


@pytest.mark.slow
def test_a_table_of_two_gigabytes_is_read_as_far_as_the_limit(tmp_path):
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.write(b"date,ip\n2026-03-01 02:14:09 UTC,203.0.113.7\n")
        file.truncate(2 << 30)  # the rest is a sparse line without end
    peak, causes = measured(path)
    assert "too_large" in causes
    assert peak < 300


def test_a_text_without_end_in_json_is_not_gathered(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b'{"account_activity_v2": [{"action": "' + b"x" * (64 * MEBIBYTE))
    peak, causes = measured(path)
    assert causes == {"too_large"}
    assert peak < 300


@pytest.mark.parametrize(
    "content",
    [
        b'{"account_activity_v2": ' + b"[" * 100_000,
        b'{"account_activity_v2": [{"timestamp": ' + b"9" * 5000 + b"}]}",
        b'{"account_activity_v2": [{"timestamp": -' + b"9" * 100_000 + b"}]}",
        b'{"account_activity_v2": [{"timestamp": 1' + b"9" * 290 + b"}]}",
        b'{"account_activity_v2": [{"timestamp": 1e999999999, "action": "\\ud800"}]}',
        b'{"account_activity_v2": [{"timestamp": NaN}]}',
        b'{"account_activity_v2": [{"timestamp": 1, "timestamp": 1772331249, "ip_address": "203.0.113.7"}]}',
        b'{"account_activity_v2": ' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}",
    ],
    ids=["deep", "huge number", "huger", "large", "exponent", "not a number", "a name twice", "deep objects"],
)
def test_odd_json_ends_with_an_answer(tmp_path, content):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    events = list(gathered([path], Stop()))
    assert any(isinstance(event, Unread | list) for event in events)


def test_an_item_of_a_million_parts_is_not_kept(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"account_activity_v2": [{str(n): n for n in range(30_000)}]}))
    assert [event.reason.value for event in gathered([path], Stop()) if isinstance(event, Unread)] == [
        "too_large"
    ]


@pytest.mark.parametrize(
    "name", ["CON.csv", "C:\\x.csv", "\\\\server\\x.csv", "a\nb.csv", "a" * 5000 + ".csv"]
)
def test_names_in_an_archive_are_only_names(tmp_path, name):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "date,ip\n2026-03-01 02:14:09 UTC,203.0.113.7\n")
    events = list(gathered([path], Stop()))
    assert sum(len(event) for event in events if isinstance(event, list)) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["a.zip"]
