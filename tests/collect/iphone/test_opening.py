"""A backup opens, plain and encrypted, as another project's reader reads it; each fault has its own word."""

import hashlib
import plistlib
import shutil
import tracemalloc
import unicodedata
from pathlib import Path
from random import Random

import pytest

from checkup.collect.iphone.opening import is_encrypted, open_backup
from checkup.collect.iphone.paths import MESSAGES, TCC
from checkup.collect.iphone.stored import MOST, Unlocked
from checkup.collect.iphone.trouble import CannotOpen, Trouble
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause
from tests.collect.iphone.conftest import PASSWORD
from tests.phones.iphone_backup import Backup, Keys, database, encrypted

SMS = database("CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT)", {"message": [(1, "xin chào")]})

MIB = 1024 * 1024


def ask(password: str | None = PASSWORD):
    return lambda: password


def trouble_of(folder: Path, password: str | None = PASSWORD) -> Trouble:
    with pytest.raises(CannotOpen) as caught:
        open_backup(folder, ask(password))
    return caught.value.trouble


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.rglob("*")
        if one.is_file()
    }


def texts(backup) -> list[object]:
    with backup.tables(MESSAGES[0]) as tables:
        return [row[0] for row in tables.rows("message", "text")]


def test_a_backup_opens_and_says_which_phone_it_is_from(made, tmp_path):
    folder = made.add("HomeDomain", "Library/SMS/sms.db", SMS).write(tmp_path / "b")
    backup = open_backup(folder, ask())
    assert (backup.device.name, backup.device.system) == ("iPhone của Lan", "iOS 17.6.1")
    assert backup.device.when == "2026-11-20T08:30:00Z"
    assert texts(backup) == ["xin chào"]


def test_the_folder_above_will_do(made, tmp_path):
    made.add("HomeDomain", "Library/SMS/sms.db", SMS).write(tmp_path / "MobileSync" / "00008110-0001")
    assert texts(open_backup(tmp_path / "MobileSync", ask())) == ["xin chào"]


def test_two_backups_below_are_a_question(made, tmp_path):
    made.write(tmp_path / "all" / "one")
    made.write(tmp_path / "all" / "two")
    assert trouble_of(tmp_path / "all") is Trouble.SEVERAL


def test_reading_changes_nothing_and_writes_nothing(made, tmp_path, home):
    folder = made.add("HomeDomain", "Library/SMS/sms.db", SMS).write(tmp_path / "b")
    before = fingerprints(tmp_path)
    texts(open_backup(folder, ask()))
    assert fingerprints(tmp_path) == before
    assert [one for one in home.parent.rglob("*") if one.is_file()] == []


def test_another_reader_reads_the_same(tmp_path):
    from iphone_backup_decrypt import EncryptedBackup

    data = bytes(range(256)) * 5000 + b"end"
    made = Backup(keys=Keys(PASSWORD)).add("HomeDomain", "Library/TCC/TCC.db", data)
    folder = made.write(tmp_path / "b")
    theirs = EncryptedBackup(backup_directory=str(folder), passphrase=PASSWORD)
    theirs.extract_file(
        relative_path="Library/TCC/TCC.db", domain_like="HomeDomain", output_filename=str(tmp_path / "out")
    )
    ours = open_backup(folder, ask())
    assert ours.content(ours.index.files[TCC[0]]) == (tmp_path / "out").read_bytes() == data


def test_a_bag_of_before_two_derivations_opens_too(tmp_path):
    made = Backup(keys=Keys(PASSWORD, with_first=False)).add("HomeDomain", "Library/SMS/sms.db", SMS)
    assert texts(open_backup(made.write(tmp_path / "b"), ask())) == ["xin chào"]


def test_a_password_typed_with_marks_apart_opens_too(tmp_path):
    made = Backup(keys=Keys(unicodedata.normalize("NFD", PASSWORD))).add(
        "HomeDomain", "Library/SMS/sms.db", SMS
    )
    assert texts(open_backup(made.write(tmp_path / "b"), ask())) == ["xin chào"]


def test_a_plain_backup_asks_for_no_password(tmp_path):
    folder = Backup().write(tmp_path / "b")

    def never() -> str:
        raise AssertionError

    assert open_backup(folder, never).keys is None
    assert is_encrypted(folder) is False


def test_a_wrong_password_and_none_are_told_apart(tmp_path):
    folder = Backup(keys=Keys(PASSWORD)).write(tmp_path / "b")
    assert is_encrypted(folder)
    assert trouble_of(folder, "another") is Trouble.WRONG_PASSWORD
    assert trouble_of(folder, None) is Trouble.NEEDS_PASSWORD


def test_another_folder_and_no_folder_are_told_apart(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    assert trouble_of(tmp_path / "photos") is Trouble.NO_BACKUP
    assert trouble_of(tmp_path / "gone") is Trouble.NO_FOLDER
    assert trouble_of(Path("a\0b")) is Trouble.NO_FOLDER


@pytest.mark.parametrize("state", ["new", "uploading", "restoring"])
def test_an_unfinished_backup_says_so(made, tmp_path, state):
    made.status = {"SnapshotState": state}
    assert trouble_of(made.write(tmp_path / "b")) is Trouble.UNFINISHED


def test_a_missing_list_says_so(made, tmp_path):
    folder = made.write(tmp_path / "b")
    (folder / "Manifest.db").unlink()
    assert trouble_of(folder) is Trouble.MANIFEST_MISSING
    (folder / "Manifest.mbdb").write_bytes(b"mbdb")
    assert trouble_of(folder) is Trouble.TOO_OLD


@pytest.mark.parametrize("keep", [0, 5, 700, 5000])
def test_a_cut_list_says_so(made, tmp_path, keep):
    folder = made.add("HomeDomain", "Library/SMS/sms.db", SMS).write(tmp_path / "b")
    whole = (folder / "Manifest.db").read_bytes()
    (folder / "Manifest.db").write_bytes(whole[:keep])
    assert trouble_of(folder) is Trouble.MANIFEST_DAMAGED


def test_damaged_keys_say_so(tmp_path):
    folder = Backup(keys=Keys(PASSWORD)).write(tmp_path / "b")
    held = plistlib.loads((folder / "Manifest.plist").read_bytes())
    for bag in (b"", held["BackupKeyBag"][:100], b"VERS" + b"\xff" * 8):
        (folder / "Manifest.plist").write_bytes(plistlib.dumps(held | {"BackupKeyBag": bag}))
        assert trouble_of(folder) is Trouble.KEYS_DAMAGED
    (folder / "Manifest.plist").unlink()
    assert trouble_of(folder) is Trouble.KEYS_DAMAGED


def test_a_hostile_number_of_rounds_is_refused_before_any_work(tmp_path):
    keys = Keys(PASSWORD)
    folder = Backup(keys=keys).write(tmp_path / "b")
    held = plistlib.loads((folder / "Manifest.plist").read_bytes())
    hostile = held["BackupKeyBag"].replace(
        b"ITER\0\0\0\4" + (20).to_bytes(4, "big"), b"ITER\0\0\0\4\xff\xff\xff\xff"
    )
    assert hostile != held["BackupKeyBag"]
    (folder / "Manifest.plist").write_bytes(plistlib.dumps(held | {"BackupKeyBag": hostile}))

    def never() -> str:
        raise AssertionError

    with pytest.raises(CannotOpen) as caught:
        open_backup(folder, never)
    assert caught.value.trouble is Trouble.KEYS_DAMAGED


def test_a_plain_list_without_its_plist_is_read(tmp_path):
    folder = Backup().add("HomeDomain", "Library/SMS/sms.db", SMS).write(tmp_path / "b")
    (folder / "Manifest.plist").unlink()
    (folder / "Status.plist").unlink()
    assert texts(open_backup(folder, ask())) == ["xin chào"]


def test_a_file_that_is_gone_or_cut_is_a_gap_of_its_own(tmp_path):
    made = Backup(keys=Keys(PASSWORD)).add("HomeDomain", "Library/SMS/sms.db", SMS)
    folder = made.write(tmp_path / "b")
    backup = open_backup(folder, ask())
    entry = backup.index.files[MESSAGES[0]]
    path = folder / entry.name[:2] / entry.name
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(CouldNotRead) as caught:
        texts(backup)
    assert caught.value.cause is Cause.FAILED
    path.unlink()
    with pytest.raises(CouldNotRead):
        texts(backup)


def test_a_link_out_of_the_backup_is_not_followed(tmp_path):
    folder = Backup().add("HomeDomain", "Library/SMS/sms.db", SMS).write(tmp_path / "b")
    backup = open_backup(folder, ask())
    entry = backup.index.files[MESSAGES[0]]
    path = folder / entry.name[:2] / entry.name
    shutil.copy(path, tmp_path / "elsewhere")
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CouldNotRead):
        texts(backup)


def test_what_was_written_last_is_read_from_the_log(made, tmp_path):
    import sqlite3

    source = tmp_path / "sms.db"
    connection = sqlite3.connect(source)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.executescript("CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("INSERT INTO message VALUES (1, 'mới nhất')")
    connection.commit()
    made.add("HomeDomain", "Library/SMS/sms.db", source.read_bytes())
    made.add("HomeDomain", "Library/SMS/sms.db-wal", (tmp_path / "sms.db-wal").read_bytes())
    connection.close()
    assert texts(open_backup(made.write(tmp_path / "b"), ask())) == ["mới nhất"]


def test_an_encrypted_database_of_many_pages_is_read_as_the_plain_one(tmp_path):
    rows = [(n, f"tin nhắn {n} " * (n % 60)) for n in range(1, 9000)] + [(9000, "x" * 30000)]
    data = database("CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT)", {"message": rows})
    assert len(data) > 4 * MOST  # so that whole pieces are read, too
    read = []
    for keys in (None, Keys(PASSWORD)):
        made = Backup(keys=keys).add("HomeDomain", "Library/SMS/sms.db", data)
        read.append(texts(open_backup(made.write(tmp_path / str(keys is None)), ask())))
    assert read[0] == read[1] == [row[1] for row in rows]


def test_any_part_of_an_encrypted_file_is_what_it_says(tmp_path):
    data, key = Random(7).randbytes(6 * MOST + 7), bytes(range(32))  # noqa: S311 - no secrets
    path = tmp_path / "locked"
    path.write_bytes(encrypted(data, key))
    with path.open("rb", buffering=0) as file:
        stored = Unlocked(file, key, len(data))
        at, some = 0, Random(8)  # noqa: S311
        for _ in range(6000):
            length = some.choice((1, 16, 100, *(20 * (4096,)), 70_000, 2_000_000))
            at = some.randrange(len(data) + 50) if some.random() < 0.005 or at > len(data) else at
            assert stored.read(at, length) == data[at : at + length]
            at += length


def test_all_pages_of_an_encrypted_file_one_after_the_other_and_one_moved_by_a_block(tmp_path):
    data, key = Random(9).randbytes(5 * MOST + 300), bytes(range(32))  # noqa: S311 - no secrets
    path = tmp_path / "locked"
    path.write_bytes(encrypted(data, key))
    for begin in (0, 16, 5):
        with path.open("rb", buffering=0) as file:
            stored = Unlocked(file, key, len(data))
            read = [bytes(stored.read(at, 4096)) for at in range(begin, len(data), 4096)]
            assert b"".join(read) == data[begin:]


def test_an_encrypted_file_is_held_in_pieces_and_a_small_one_in_a_small_piece(tmp_path):
    key, path = bytes(range(32)), tmp_path / "locked"
    path.write_bytes(bytes(24 * MIB))
    for size, most in ((24 * MIB, 3 * MIB), (100, 16 * 4096)):
        with path.open("rb", buffering=0) as file:
            tracemalloc.start()
            stored = Unlocked(file, key, size)
            for at in range(0, size, 4096):
                stored.read(at, 4096)
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert peak < most


def test_a_cut_encrypted_file_ends_at_its_last_whole_block(tmp_path):
    data, key = bytes(1000), bytes(range(32))
    path = tmp_path / "locked"
    path.write_bytes(encrypted(data, key)[:500])
    with path.open("rb", buffering=0) as file:
        assert Unlocked(file, key, len(data)).read(480, 400) == bytes(16)
        assert Unlocked(file, key, len(data)).read(496, 400) == b""
