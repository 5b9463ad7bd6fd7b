"""A record is made, opened, saved and locked; every way it can go wrong is told apart."""

import os
import stat
from unicodedata import normalize

import pytest

from checkup.model.visit import Record
from checkup.store.errors import (
    AlreadyThere,
    CannotRead,
    CannotWrite,
    ChangedOutside,
    Copy,
    Damaged,
    EmptyPassphrase,
    InUse,
    KeysForgotten,
    NotARecord,
    OnlyReading,
    Trouble,
    WrongPassphrase,
)
from checkup.store.record_file import create, open_record
from checkup.store.rescuing import rescue
from checkup.store.verifying import verify


def names_in(folder):
    return [entry.name for entry in folder.iterdir()]


@pytest.fixture
def kept(path, passphrase, sample):
    opened = create(path, passphrase, sample("first"))
    yield opened
    opened.close()


def reopened(path, passphrase):
    opened = open_record(path, passphrase, read_only=True)
    try:
        return opened.record
    finally:
        opened.close()


def test_what_was_kept_is_there_again(kept, path, passphrase, sample):
    kept.save(sample("second"))
    again = reopened(path, passphrase)
    assert again.visits == sample("second").visits
    assert again.saves == 2


def test_the_state_before_the_last_save_is_kept_as_well(kept, sample, mark_of):
    assert kept.earlier() is None
    kept.save(sample("second"))
    kept.save(sample("third"))
    assert mark_of(kept.earlier()) == "second"


def test_saves_count_up_whatever_the_caller_says(kept, sample):
    for _ in range(3):
        kept.save(sample("again"))
    assert kept.record.saves == 4


def test_the_file_is_for_this_person_only_and_alone_in_its_folder(kept, path, sample):
    kept.save(sample("second"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names_in(path.parent) == [path.name]


def test_no_text_of_the_record_is_in_the_file(kept, path, sample):
    kept.save(sample("TWENTY-MARKER-STRINGS"))
    data = path.read_bytes()
    assert b"MARKER" not in data
    assert b"visits" not in data
    assert b"2026-11" not in data


def test_the_size_tells_little(path, passphrase, sample, tmp_path):
    sizes = set()
    for number, length in enumerate((0, 500, 20_000)):
        create(tmp_path / str(number), passphrase, sample("m", length)).close()
        sizes.add((tmp_path / str(number)).stat().st_size // 4096)
    assert len(sizes) == 1


def test_a_new_record_takes_the_place_of_nothing(path, passphrase, sample):
    path.write_text("a letter")
    with pytest.raises(AlreadyThere):
        create(path, passphrase, sample())
    assert path.read_text() == "a letter"
    assert names_in(path.parent) == [path.name]


def test_a_new_record_needs_a_passphrase(path, sample):
    with pytest.raises(EmptyPassphrase):
        create(path, "", sample())
    assert not path.exists()


def test_the_same_letters_in_another_form_open_it(kept, path, passphrase):
    kept.close()
    assert open_record(path, normalize("NFD", passphrase)).record.id == "r"


def test_a_wrong_passphrase_is_told_and_changes_nothing(kept, path):
    kept.close()
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        open_record(path, "no")
    assert path.read_bytes() == before


def test_another_passphrase_opens_it_and_the_old_one_no_longer(kept, path, passphrase, sample, mark_of):
    kept.save(sample("second"))
    kept.change_passphrase(passphrase, "một mật khẩu mới")
    kept.save(sample("third"))
    kept.close()
    with pytest.raises(WrongPassphrase):
        open_record(path, passphrase)
    opened = open_record(path, "một mật khẩu mới")
    assert (mark_of(opened.record), mark_of(opened.earlier())) == ("third", "second")
    opened.close()


def test_changing_the_passphrase_needs_the_old_one(kept, path, passphrase):
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        kept.change_passphrase("no", "new")
    with pytest.raises(EmptyPassphrase):
        kept.change_passphrase(passphrase, "")
    assert path.read_bytes() == before


def test_a_locked_record_shows_nothing_until_the_passphrase(kept, passphrase, sample, mark_of):
    kept.lock()
    assert kept.is_locked
    for act in (lambda: kept.record, lambda: kept.save(sample("lost")), kept.earlier):
        with pytest.raises(KeysForgotten):
            act()
    with pytest.raises(WrongPassphrase):
        kept.unlock("no")
    assert kept.is_locked
    kept.unlock(passphrase)
    kept.save(sample("after"))
    assert mark_of(kept.record) == "after"


def test_a_closed_record_can_be_opened_by_another_and_not_used_here(kept, path, passphrase, sample):
    kept.close()
    other = open_record(path, passphrase)
    with pytest.raises(KeysForgotten):
        kept.save(sample())
    other.close()


def test_a_second_program_is_told_and_can_read(kept, path, passphrase, sample):
    with pytest.raises(InUse):
        open_record(path, passphrase)
    reader = open_record(path, passphrase, read_only=True)
    assert reader.read_only
    assert not kept.read_only
    with pytest.raises(OnlyReading):
        reader.save(sample("over it"))
    reader.close()
    kept.save(sample("second"))
    with pytest.raises(InUse):
        open_record(path, passphrase)


def test_a_file_changed_underneath_is_not_written_over(kept, path, sample):
    changed = path.read_bytes() + b"x"
    path.write_bytes(changed)
    with pytest.raises(ChangedOutside):
        kept.save(sample("mine"))
    assert path.read_bytes() == changed


def test_a_file_moved_away_is_not_made_again_unasked(kept, path, sample):
    path.rename(path.with_name("elsewhere"))
    with pytest.raises(ChangedOutside):
        kept.save(sample("mine"))
    assert not path.exists()


def test_work_can_be_saved_at_another_place(kept, path, passphrase, sample, tmp_path, mark_of):
    path.write_bytes(b"spoilt")
    other = tmp_path / "hồ sơ"
    kept.save_elsewhere(other, sample("mine"))
    kept.save(sample("more"))
    assert mark_of(reopened(other, passphrase)) == "more"
    assert path.read_bytes() == b"spoilt"
    with pytest.raises(InUse):
        open_record(other, passphrase)


def test_saving_elsewhere_takes_the_place_of_nothing(kept, path, passphrase, sample, tmp_path, mark_of):
    (tmp_path / "letter").write_text("dear")
    with pytest.raises(AlreadyThere):
        kept.save_elsewhere(tmp_path / "letter", sample("mine"))
    kept.save(sample("second"))
    assert mark_of(reopened(path, passphrase)) == "second"


def test_a_link_is_followed_and_stays_a_link(kept, path, passphrase, sample, tmp_path, mark_of):
    kept.close()
    link = tmp_path / "link"
    link.symlink_to(path)
    opened = open_record(link, passphrase)
    opened.save(sample("second"))
    opened.close()
    assert link.is_symlink()
    assert not path.is_symlink()
    assert mark_of(reopened(path, passphrase)) == "second"


def test_a_link_that_now_leads_elsewhere_is_not_followed_again(kept, path, passphrase, sample, tmp_path):
    kept.close()
    other = create(tmp_path / "other", passphrase, sample("theirs"))
    other.close()
    link = tmp_path / "link"
    link.symlink_to(path)
    opened = open_record(link, passphrase)
    link.unlink()
    link.symlink_to(tmp_path / "other")
    with pytest.raises(ChangedOutside):
        opened.save(sample("mine"))
    opened.close()


def test_a_file_with_a_second_name_is_not_torn_from_it(kept, path, sample, tmp_path):
    os.link(path, tmp_path / "second name")
    with pytest.raises(CannotWrite) as caught:
        kept.save(sample("mine"))
    assert caught.value.cause is Trouble.SECOND_NAME


@pytest.mark.parametrize(
    "name", ["hồ sơ của tôi", "ho\u0302\u0300 so\u031b", "x" * 255, "a b;c'd", "ghi chép.notes"]
)
def test_file_names_of_all_kinds_work(tmp_path, passphrase, sample, name, mark_of):
    opened = create(tmp_path / name, passphrase, sample("first"))
    opened.save(sample("second"))
    opened.close()
    assert names_in(tmp_path) == [name]
    assert mark_of(reopened(tmp_path / name, passphrase)) == "second"


def test_a_path_of_more_than_260_letters_works(tmp_path, passphrase, sample):
    deep = tmp_path / ("d" * 120) / ("e" * 120)
    deep.mkdir(parents=True)
    create(deep / "notes", passphrase, sample()).close()
    assert reopened(deep / "notes", passphrase).id == "r"


@pytest.mark.parametrize(
    ("name", "cause"),
    [("no folder/notes", Trouble.MISSING), ("n" * 300, Trouble.BAD_NAME), ("a\0b", Trouble.BAD_NAME)],
)
def test_a_place_that_cannot_be_is_a_reason(tmp_path, passphrase, sample, name, cause):
    with pytest.raises(CannotWrite) as caught:
        create(tmp_path / name, passphrase, sample())
    assert caught.value.cause is cause


def test_a_missing_file_a_folder_and_a_pipe_are_told(tmp_path, passphrase):
    with pytest.raises(CannotRead) as caught:
        open_record(tmp_path / "none", passphrase)
    assert caught.value.cause is Trouble.MISSING
    os.mkfifo(tmp_path / "pipe")
    for name in (".", "pipe"):
        for read_only in (True, False):
            with pytest.raises(NotARecord):
                open_record(tmp_path / name, passphrase, read_only=read_only)


def test_a_foreign_file_is_left_as_it_is(path, passphrase):
    path.write_bytes(b"%PDF-1.7 something")
    with pytest.raises(NotARecord):
        open_record(path, passphrase)
    assert path.read_bytes() == b"%PDF-1.7 something"


def test_a_record_cut_to_nothing_is_damaged(path, passphrase):
    path.write_bytes(b"")
    with pytest.raises(Damaged) as caught:
        open_record(path, passphrase)
    assert caught.value.copy is Copy.NONE


def test_a_failed_opening_lets_go_of_the_file(kept, path, passphrase):
    kept.close()
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            open_record(path, "no")
    open_record(path, passphrase).close()


def test_verifying_tells_what_is_there_and_writes_nothing(kept, path, passphrase, sample):
    assert verify(path, passphrase).earlier_saves is None
    kept.save(sample("second"))
    before = path.read_bytes()
    verified = verify(path, passphrase)
    assert (verified.saves, verified.visits, verified.earlier_saves) == (2, 1, 1)
    assert verified.size == len(before)
    assert path.read_bytes() == before


def test_a_record_without_visits_is_a_record(path, passphrase):
    create(path, passphrase, Record(id="empty")).close()
    assert verify(path, passphrase).visits == 0


def test_a_whole_file_can_be_rescued_too(kept, path, passphrase, sample, mark_of):
    kept.save(sample("second"))
    found = rescue(path, passphrase)
    assert (mark_of(found.record), found.copy) == ("second", Copy.LAST)
