"""Leaving quickly, whatever goes on: out of sight at once, ended soon, the record sound (T22, P8)."""

from statistics import median

import pytest

from checkup.store.record_file import open_record

pytestmark = pytest.mark.slow

HIDDEN_WITHIN = 0.2  # seconds
ENDED_WITHIN = 3.0
PASSPHRASE = "Bí mật của tôi <b>9-1-1</b>"


@pytest.mark.parametrize("going_on", ["idle", "looking", "stuck", "busy", "dialog"])
def test_the_window_is_gone_at_once_and_the_process_soon(started, going_on):
    runs = [started(f"leave_{going_on}") for _ in range(10)]

    for ended in runs:
        assert ended.answer["left"] == []
        assert ended.status == 0, "a crash leaves a report behind"
        assert ended.complaints == ()
    assert_timely(runs)


@pytest.mark.parametrize(("going_on", "note"), [("record", "my note"), ("saving", "newer")])
def test_what_was_told_is_in_the_record_after_leaving_also_in_the_middle_of_a_save(
    started, tmp_path, going_on, note
):
    runs = []
    for number in range(3):
        path = tmp_path / str(number) / "notes"
        path.parent.mkdir()
        runs.append(started(f"leave_{going_on}", str(path)))
        assert runs[-1].status == 0
        assert notes_in(path) == [note]
        assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert_timely(runs)


def test_leaving_a_locked_record_needs_no_passphrase_and_loses_nothing(started, tmp_path):
    path = tmp_path / "notes"

    ended = started("leave_locked", str(path))

    assert ended.status == 0
    assert ended.answer["left"] == []
    assert notes_in(path) == ["my note"]


def assert_timely(runs):
    """Judge the middle one: another program of this machine may be in the way once."""
    assert median(ended.answer["hidden"] for ended in runs) < HIDDEN_WITHIN
    assert median(ended.ended_at - ended.answer["at"] for ended in runs) < ENDED_WITHIN


def notes_in(path):
    opened = open_record(path, PASSPHRASE)
    return [note.note for visit in opened.record.visits for note in visit.notes]


def test_what_was_copied_is_gone_from_the_clipboard(started):
    ended = started("leave_copied")

    assert ended.said[-1] == {"clipboard": ""}
