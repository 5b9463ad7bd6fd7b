"""`android` writes what files of a phone say, in both languages and as JSON; a bad file is one sentence."""

import json

import pytest

from checkup.cli.main import run_command
from tests.android_phone import Phone, ordinary, watcher, write_backup


def test_a_bug_report_ends_well_and_names_the_phone(tmp_path, capsys):
    report = Phone([*ordinary(), watcher()]).write_report(tmp_path / "x.zip")
    assert run_command(["android", "--bugreport", str(report), "--json"]) == 0
    written = json.loads(capsys.readouterr().out)
    mark = written["subject"].pop("mark")
    assert written["subject"] == {"kind": "android", "name": "SM-A536E", "system": "14"}
    assert len(mark) == 16  # knows the phone again; its number stands nowhere
    assert "R5CT30ABCDE" not in str(written)
    assert [one["about"] for one in written["findings"] if one["level"] == "strong"] == [
        "com.wifi.systemservice"
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "It starts with the phone"), ("vi", "tự chạy khi mở máy")]
)
def test_the_card_is_told_in_both_languages(tmp_path, capsys, language, words):
    folder = Phone([watcher()]).write_androidqf(tmp_path / "x")
    assert run_command(["android", "--androidqf", str(folder), "--language", language]) == 0
    assert words in " ".join(capsys.readouterr().out.split())


def test_a_backup_without_password_asks_nobody(tmp_path, capsys):
    backup = write_backup(
        tmp_path / "x.ab", {"apps/com.androidlost/_manifest": b"1\ncom.androidlost\n7\n34\n\n0\n0\n"}
    )
    assert run_command(["android", "--backup", str(backup), "--only", "known_app", "--json"]) == 0
    assert [one["about"] for one in json.loads(capsys.readouterr().out)["findings"]] == ["com.androidlost"]


def test_a_phone_that_says_no_name_is_not_named_by_blanks(tmp_path, capsys):
    dump = tmp_path / "dumpsys.txt"
    dump.write_text(Phone([*ordinary()]).dumpsys())
    assert run_command(["android", "--dumpsys", str(dump), "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "An Android phone, looked at" in out
    assert "(Android )" not in out


@pytest.mark.parametrize("option", ["--bugreport", "--androidqf", "--dumpsys", "--backup"])
def test_what_cannot_be_read_is_one_sentence(tmp_path, capsys, option):
    (tmp_path / "noise").write_bytes(b"\xff\x00 noise\n")
    for name in ("noise", "none"):
        assert run_command(["android", option, str(tmp_path / name)]) == 3
        captured = capsys.readouterr()
        assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_no_source_or_two_is_wrong_usage(tmp_path, capsys):
    assert run_command(["android"]) == 2
    assert run_command(["android", "--backup", "x", "--dumpsys", "y"]) == 2
    assert "--bugreport" in capsys.readouterr().err


def test_no_phone_on_the_cable_is_one_sentence(monkeypatch, capsys):
    from checkup.collect.android import cable

    monkeypatch.setattr(cable.SystemAdb, "is_there", staticmethod(lambda _: False))
    monkeypatch.setattr(cable, "plugged_in", lambda: ())
    assert run_command(["android", "--serial", "only"]) == 3
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_several_phones_are_named(monkeypatch, capsys):
    from checkup.collect.android import cable
    from checkup.collect.android.cable.shell import Plugged, State

    two = tuple(Plugged(serial=name, state=State.READY) for name in ("R58N1", "R58N2"))
    monkeypatch.setattr(cable.SystemAdb, "is_there", staticmethod(lambda _: False))
    monkeypatch.setattr(cable, "plugged_in", lambda: two)
    assert run_command(["android", "--serial", "only"]) == 3
    assert {"R58N1", "R58N2"} <= set(capsys.readouterr().err.split())
