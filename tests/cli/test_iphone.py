"""`iphone`: one card an app out of a whole backup, the password, and every fault as one sentence."""

import plistlib
import sys

import pytest

from tests.phones.iphone_backup import Backup, Keys, database

PASSWORD = "bí mật"


def backup(keys=None) -> Backup:
    odd = {"PlaceholderIcon": b"x"}
    made = Backup(keys=keys, info={"Applications": {"com.odd.app": odd, "com.life360.safetymap": odd}})
    rights = [(f"kTCCService{one}", "com.odd.app", 2, 0) for one in ("Microphone", "Photos")]
    tcc = database(
        "CREATE TABLE access (service TEXT, client TEXT, auth_value INTEGER, last_modified INTEGER)",
        {"access": rights},
    )
    made.add("HomeDomain", "Library/TCC/TCC.db", tcc)
    return made.add(
        "RootDomain", "Library/Caches/locationd/clients.plist",
        plistlib.dumps({"com.odd.app": {"Authorization": 4}}),
    )  # fmt: skip


def test_signs_about_one_app_are_one_card(checkup, tmp_path):
    ran = checkup("iphone", "--backup", str(backup().write(tmp_path / "b")), "--json")
    assert (ran.status, ran.err) == (0, "")
    found = ran.json
    assert found["command"] == "iphone"
    assert found["subject"] == {
        "kind": "iphone",
        "name": "iPhone của Lan iPhone 13",
        "system": "iOS 17.6.1",
        "mark": "",
    }
    cards = {card["about"]: card for card in found["findings"]}
    assert cards["com.odd.app"]["level"] == "ask"
    assert set(cards["com.odd.app"]["checks"]) == {"iphone.outside_store", "iphone.private_rights"}
    assert {"iphone.known_apps", "iphone.outside_store"} == set(cards["com.life360.safetymap"]["checks"])


@pytest.mark.parametrize("language", ["en", "vi"])
def test_text_says_it_in_words(checkup, tmp_path, language):
    ran = checkup("iphone", "--backup", str(backup().write(tmp_path / "b")), "--language", language)
    assert ran.status == 0
    assert "Life360" in ran.out or "life360" in ran.out
    assert "{" not in ran.out


def test_the_password_comes_from_a_file(checkup, tmp_path):
    folder = backup(Keys(PASSWORD)).write(tmp_path / "b")
    (tmp_path / "p").write_text(PASSWORD + "\n", "utf-8")
    ran = checkup("iphone", "--backup", str(folder), "--password-file", str(tmp_path / "p"), "--json")
    assert ran.status == 0
    assert any(card["about"] == "com.odd.app" for card in ran.json["findings"])
    (tmp_path / "p").write_text("another", "utf-8")
    ran = checkup("iphone", "--backup", str(folder), "--password-file", str(tmp_path / "p"))
    assert (ran.status, ran.out) == (3, "")
    assert "password" in ran.err
    assert PASSWORD not in ran.err + ran.out


def test_without_a_terminal_an_encrypted_one_says_what_it_needs(checkup, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    ran = checkup("iphone", "--backup", str(backup(Keys(PASSWORD)).write(tmp_path / "b")))
    assert ran.status == 3
    assert "--password-file" in ran.err


@pytest.mark.parametrize("language", ["en", "vi"])
def test_each_fault_is_one_sentence(checkup, tmp_path, language):
    sentences = set()
    whole = backup().write(tmp_path / "cut")
    (whole / "Manifest.db").write_bytes(b"x")
    unfinished = backup()
    unfinished.status = {"SnapshotState": "new"}
    unfinished.write(tmp_path / "new")
    missing = backup().write(tmp_path / "missing")
    (missing / "Manifest.db").unlink()
    (tmp_path / "other").mkdir()
    for folder in ("cut", "new", "missing", "other", "gone"):
        ran = checkup("iphone", "--backup", str(tmp_path / folder), "--language", language)
        assert (ran.status, ran.out) == (3, "")
        assert ran.err.count("\n") == 1
        sentences.add(ran.err.replace(folder, ""))
    assert len(sentences) == 5


def test_no_folder_is_wrong_usage(checkup):
    assert checkup("iphone").status == 2
