"""Any change of any byte is told as damage, and a whole state is offered where one is left (T4, T5)."""

import hashlib
import re
from random import Random

import pytest

from checkup.store.contents import Contents, named
from checkup.store.errors import Copy, Damaged, NotARecord, StoreError, WrongPassphrase
from checkup.store.key import Key
from checkup.store.record_file import create, open_record
from checkup.store.rescuing import rescue
from checkup.store.wrapping import Parts, unwrap, wrap


@pytest.fixture
def whole(path, passphrase, sample):
    """Write a record saved twice and return its bytes."""
    opened = create(path, passphrase, sample("first"))
    opened.save(sample("second"))
    opened.close()
    return path.read_bytes()


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x20]) + data[at + 1 :]


def places(data: bytes, count: int) -> list[int]:
    """Return every byte that is not encrypted content, and so many of the rest."""
    parts = unwrap(data)
    now, before = data.index(parts.now), data.index(parts.before)
    content = {*range(now + 300, now + len(parts.now)), *range(before + 300, before + len(parts.before))}
    framing = [at for at in range(len(data)) if at not in content]
    return framing + Random(1).sample(sorted(content), count)  # noqa: S311 - the same each run


def test_every_flipped_byte_is_damage_found_without_a_passphrase(whole):
    chosen = places(whole, 1000)
    assert len(chosen) >= 2000
    for at in chosen:
        with pytest.raises(Damaged):
            unwrap(flipped(whole, at))


def test_after_any_flipped_byte_a_whole_state_still_opens(path, whole, passphrase, mark_of):
    for at in places(whole, 20)[::7]:
        path.write_bytes(flipped(whole, at))
        with pytest.raises(Damaged) as caught:
            open_record(path, passphrase)
        found = rescue(path, passphrase)
        assert found.copy is caught.value.copy
        assert mark_of(found.record) == ("second" if found.copy is Copy.LAST else "first")
        assert path.read_bytes() == flipped(whole, at)


def test_damage_in_the_last_state_gives_the_earlier_one(path, whole, passphrase, mark_of):
    path.write_bytes(flipped(whole, whole.index(unwrap(whole).now) + 5000))
    found = rescue(path, passphrase)
    assert (found.copy, mark_of(found.record)) == (Copy.EARLIER, "first")


def test_damage_in_the_earlier_state_gives_the_last_one(path, whole, passphrase, mark_of):
    path.write_bytes(flipped(whole, whole.index(unwrap(whole).before) + 5000))
    found = rescue(path, passphrase)
    assert (found.copy, mark_of(found.record)) == (Copy.LAST, "second")


def test_cuts_are_damage_and_give_what_is_left(path, whole, passphrase, mark_of):
    seen = set()
    for length in [*range(0, len(whole), len(whole) // 200), len(whole) - 1]:
        path.write_bytes(whole[:length])
        with pytest.raises(Damaged) as caught:
            open_record(path, passphrase)
        seen.add(caught.value.copy)
        if caught.value.earlier_opens:
            assert mark_of(rescue(path, passphrase).record) == "second"
    assert seen == {Copy.NONE, Copy.LAST}


def test_bytes_at_the_end_are_damage_that_costs_nothing(path, whole, passphrase, mark_of):
    path.write_bytes(whole + b"\0" * 4096)
    with pytest.raises(Damaged) as caught:
        open_record(path, passphrase)
    assert caught.value.copy is Copy.LAST
    assert mark_of(rescue(path, passphrase).record) == "second"


def test_a_wrong_passphrase_is_told_also_on_a_damaged_file(path, whole):
    path.write_bytes(flipped(whole, len(whole) - 3))
    with pytest.raises(WrongPassphrase):
        open_record(path, "no")


def test_a_file_whose_keys_are_both_damaged_is_not_called_a_wrong_passphrase(path, whole, passphrase):
    key = unwrap(whole).identity
    path.write_bytes(whole.replace(key[-40:], b"x" * 40))
    with pytest.raises(Damaged) as caught:
        open_record(path, passphrase)
    assert caught.value.copy is Copy.NONE


def test_parts_of_two_records_put_together_are_refused(path, whole, passphrase, sample, tmp_path):
    other = create(tmp_path / "other", passphrase, sample("theirs"))
    other.save(sample("theirs too"))
    other.close()
    mine, theirs = unwrap(whole), unwrap((tmp_path / "other").read_bytes())
    for parts in (
        Parts(mine.identity, theirs.now, theirs.before),
        Parts(mine.identity, theirs.now, mine.before),
        Parts(theirs.identity, mine.now, mine.before),
    ):
        path.write_bytes(wrap(parts))
        with pytest.raises(Damaged):
            open_record(path, passphrase)


def test_parts_of_two_moments_put_together_are_refused(path, whole, passphrase, mark_of):
    parts = unwrap(whole)
    for spliced in (
        Parts(parts.identity, parts.before, parts.now),  # the states swapped
        Parts(parts.identity, parts.before, parts.before),
        Parts(parts.identity, parts.now, parts.now),
    ):
        path.write_bytes(wrap(spliced))
        with pytest.raises(Damaged) as caught:
            open_record(path, passphrase)
        assert caught.value.earlier_opens
        assert mark_of(rescue(path, passphrase).record) in ("first", "second")


def test_contents_that_open_but_name_another_key_are_refused(path, passphrase, sample):
    key = Key.made(passphrase)
    before = key.seal(Contents(key=named(key.part)))
    now = key.seal(Contents(key="0" * 64, before=named(before), record=sample("planted")))
    path.write_bytes(wrap(Parts(key.part, now, before)))
    with pytest.raises(Damaged) as caught:
        open_record(path, passphrase)
    assert not caught.value.earlier_opens


def test_an_old_key_on_a_new_body_is_refused(path, whole, passphrase):
    opened = open_record(path, passphrase)
    opened.change_passphrase(passphrase, "new")
    opened.close()
    new = unwrap(path.read_bytes())
    path.write_bytes(wrap(Parts(unwrap(whole).identity, new.now, new.before)))
    for typed in (passphrase, "new"):
        with pytest.raises((Damaged, WrongPassphrase)):
            open_record(path, typed)


@pytest.mark.parametrize("work", [1, 14, 21, 31, 40])
def test_a_hostile_cost_in_a_well_wrapped_file_is_refused_at_once(path, whole, passphrase, work, monkeypatch):
    parts = unwrap(whole)
    hostile = re.sub(rb"(scrypt \S+) \d+", rb"\1 %d" % work, parts.identity)
    path.write_bytes(wrap(Parts(hostile, parts.now, parts.before)))
    monkeypatch.setattr(hashlib, "scrypt", None)
    with pytest.raises(Damaged):
        open_record(path, passphrase)


def test_a_huge_file_is_not_read_whole(path, passphrase):
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(NotARecord):
        open_record(path, passphrase)


def test_random_bytes_in_random_places_end_in_an_error_of_ours(path, whole, passphrase):
    chance = Random(2)  # noqa: S311 - the same each run
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 4000)] = chance.randbytes(chance.randint(0, 4000))
        path.write_bytes(data)
        with pytest.raises(StoreError):
            open_record(path, passphrase)
