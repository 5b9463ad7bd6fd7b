"""Pictures in a record: byte for byte, each once, not encrypted anew without need, not seen from outside."""

import hashlib
import os

import pytest
from msgspec import structs

from checkup.model.picture import Picture, PictureKind
from checkup.model.visit import Record, Visit
from checkup.store.contents import size_class
from checkup.store.errors import Copy, Damaged
from checkup.store.pictures import MARK, packed_pictures, unpacked_pictures
from checkup.store.record_file import create, open_record
from checkup.store.rescuing import rescue
from checkup.store.wrapping import Parts, unwrap, wrap


def picture(data: bytes, name: str = "ảnh.png") -> Picture:
    return Picture(
        sha256=hashlib.sha256(data).hexdigest(), kind=PictureKind.PNG, name=name, size=len(data), data=data
    )


SEEN = picture(b"\x89PNG seen" + bytes(range(256)) * 300)
OTHER = picture(os.urandom(100_000), "other.jpg")


def record(*pictures: Picture, visits: int = 1) -> Record:
    made = tuple(Visit(id=f"v{at}", began="2026-11-24T01:00:00Z", pictures=pictures) for at in range(visits))
    return Record(id="r", visits=made)


def bytes_of(found: Record) -> list[bytes]:
    return [one.data for one in found.visits[-1].pictures]


def test_a_picture_comes_back_byte_for_byte_with_all_that_is_known_of_it(path, passphrase):
    create(path, passphrase, record(SEEN, OTHER)).close()

    opened = open_record(path, passphrase)

    assert opened.record.visits[-1].pictures == (SEEN, OTHER)


def test_a_record_without_pictures_is_written_as_it_always_was(path, passphrase):
    create(path, passphrase, record()).close()

    data = path.read_bytes()

    assert b"pictures.age" not in data
    assert data.endswith(b"format=1 format=1")


def test_a_picture_that_many_visits_hold_lies_in_the_file_once(path, passphrase):
    create(path, passphrase, record(SEEN, OTHER, visits=5)).close()

    opened = open_record(path, passphrase)

    assert len(unwrap(path.read_bytes()).pictures) < size_class(SEEN.size + OTHER.size + 500) * 1.1
    assert [visit.pictures for visit in opened.record.visits] == [(SEEN, OTHER)] * 5


def test_a_save_that_changes_no_picture_encrypts_none_again(path, passphrase):
    opened = create(path, passphrase, record(SEEN))
    opened.save(record(SEEN))
    before = unwrap(path.read_bytes())

    opened.save(structs.replace(record(SEEN), id="changed"))

    after = unwrap(path.read_bytes())
    assert after.pictures == before.pictures
    assert after.now != before.now


def test_what_the_earlier_state_held_stays_for_one_save_and_goes_with_the_next(path, passphrase):
    opened = create(path, passphrase, record(SEEN, OTHER))

    opened.save(record(SEEN))
    assert bytes_of(opened.earlier()) == [SEEN.data, OTHER.data]

    opened.save(record(SEEN))
    assert bytes_of(opened.earlier()) == [SEEN.data]
    opened.save(record())
    opened.save(record())
    assert b"pictures.age" not in path.read_bytes()


def test_neither_count_nor_length_of_pictures_is_seen_from_outside(path, tmp_path, passphrase):
    create(path, passphrase, record(picture(b"a" * 50_000))).close()
    other = tmp_path / "other"
    create(other, passphrase, record(picture(b"b" * 100), picture(b"c" * 200), picture(b"d" * 9000))).close()

    # age adds a few random bytes to each part
    assert abs(path.stat().st_size - other.stat().st_size) < 1000


def test_another_passphrase_opens_the_pictures_too(path, passphrase):
    opened = create(path, passphrase, record(SEEN))
    opened.save(record(SEEN, OTHER))

    opened.change_passphrase(passphrase, "another one")
    opened.save(record(SEEN, OTHER))
    opened.close()

    again = open_record(path, "another one")
    assert bytes_of(again.record) == [SEEN.data, OTHER.data]
    assert bytes_of(again.earlier()) == [SEEN.data, OTHER.data]


def test_a_locked_record_gives_them_back(path, passphrase):
    opened = create(path, passphrase, record(SEEN))
    opened.lock()

    opened.unlock(passphrase)
    opened.save(record(SEEN, OTHER))

    assert bytes_of(opened.record) == [SEEN.data, OTHER.data]


def test_pictures_of_another_moment_are_refused(path, passphrase):
    opened = create(path, passphrase, record(SEEN))
    old = unwrap(path.read_bytes())
    opened.save(record(OTHER))
    opened.close()
    new = unwrap(path.read_bytes())

    for pictures in (old.pictures, b""):
        path.write_bytes(wrap(Parts(new.identity, new.now, new.before, pictures)))
        with pytest.raises(Damaged):
            open_record(path, passphrase)


def test_damaged_pictures_do_not_cost_the_rest(path, passphrase):
    create(path, passphrase, record(SEEN)).close()
    data = bytearray(path.read_bytes())
    data[bytes(data).index(unwrap(bytes(data)).pictures) + 5000] ^= 1
    path.write_bytes(data)

    with pytest.raises(Damaged) as caught:
        open_record(path, passphrase)
    assert caught.value.copy is Copy.LAST
    saved = rescue(path, passphrase).record
    assert [(one.name, one.data) for one in saved.visits[-1].pictures] == [("ảnh.png", b"")]


def test_whole_pictures_are_rescued_with_a_damaged_state(path, passphrase):
    opened = create(path, passphrase, record(SEEN))
    opened.save(record(SEEN))
    opened.close()
    data = bytearray(path.read_bytes())
    data[bytes(data).index(unwrap(bytes(data)).now) + 5000] ^= 1
    path.write_bytes(data)

    assert bytes_of(rescue(path, passphrase).record) == [SEEN.data]


def test_a_rescued_record_whose_picture_is_lost_can_be_kept(path, passphrase):
    lost = structs.replace(SEEN, data=b"")

    create(path, passphrase, record(lost, OTHER)).close()

    assert bytes_of(open_record(path, passphrase).record) == [b"", OTHER.data]


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        MARK,
        MARK + b'[["' + b"0" * 64 + b'",5]]}\nhello',
        MARK + b'[["' + b"0" * 64 + b'",-5]]}\nhello',
        packed_pictures({SEEN.sha256: SEEN.data})[:2000],
    ],
)
def test_bytes_that_are_not_what_they_say_are_damage(plain):
    with pytest.raises(Damaged):
        unpacked_pictures(plain)
