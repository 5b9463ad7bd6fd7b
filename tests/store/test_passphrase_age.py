"""The passphrase part is the age format's own: others open ours, we open theirs."""

import hashlib
import re
import tracemalloc
from unicodedata import normalize

import pyrage
import pytest

from checkup.store import passphrase_age
from checkup.store.errors import CannotRead, EmptyPassphrase, WrongPassphrase
from checkup.store.passphrase_age import NotSealed, seal, unseal

PLAIN = b"AGE-SECRET-KEY-1" + b"Q" * 58 + b"\n"


def test_another_program_opens_what_we_sealed():
    assert pyrage.passphrase.decrypt(seal(PLAIN, "thử"), "thử") == PLAIN


def test_we_open_what_another_program_sealed():
    theirs = pyrage.passphrase.encrypt(PLAIN, "thử")
    if int(re.search(rb"scrypt \S+ (\d+)", theirs)[1]) <= passphrase_age.MOST_WORK:
        assert unseal(theirs, "thử") == PLAIN


def test_a_fresh_key_costs_what_was_promised(costly):
    assert re.search(rb"-> scrypt \S{22} 18\n", seal(b"x", "p"))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
def test_letters_typed_in_another_way_are_the_same_passphrase(form):
    assert unseal(seal(PLAIN, "Đường về nhà ở Huế"), normalize(form, "Đường về nhà ở Huế")) == PLAIN


@pytest.mark.parametrize("typed", ["một hai ", " một hai", "MỘT HAI", "mot hai", "một  hai", "một"])
def test_nearly_the_passphrase_is_not_the_passphrase(typed):
    with pytest.raises(WrongPassphrase):
        unseal(seal(PLAIN, "một hai"), typed)


@pytest.mark.parametrize("passphrase", ["a", "ấ" * 1000, "\U0001f512", "x\x00y", "\udcff"])
def test_a_passphrase_of_any_length_and_letters_works(passphrase):
    assert unseal(seal(PLAIN, passphrase), passphrase) == PLAIN


def test_an_empty_passphrase_is_refused():
    with pytest.raises(EmptyPassphrase):
        seal(PLAIN, "")


def test_a_thousand_wrong_passphrases_lock_nobody_out(monkeypatch):
    sealed = seal(PLAIN, "right")
    right = passphrase_age._wrapping_key("right", b"s" * 16, 15)
    monkeypatch.setattr(
        passphrase_age,
        "_wrapping_key",
        lambda typed, salt, work, real=passphrase_age._wrapping_key: (
            real(typed, salt, work) if typed == "right" else right
        ),
    )
    for number in range(1000):
        with pytest.raises(WrongPassphrase):
            unseal(sealed, f"wrong {number}")
    assert unseal(sealed, "right") == PLAIN


@pytest.mark.parametrize("work", [1, 10, 14, 21, 22, 30, 31, 40, 9999])
def test_a_cost_out_of_bounds_is_refused_before_anything_is_computed(work, monkeypatch):
    hostile = re.sub(rb"(scrypt \S+) \d+", rb"\1 %d" % work, seal(PLAIN, "p"))
    monkeypatch.setattr(hashlib, "scrypt", None)
    tracemalloc.start()
    with pytest.raises(NotSealed):
        unseal(hostile, "p")
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_no_memory_is_a_reason_and_not_a_crash(monkeypatch):
    def none(*_args, **_kwargs):
        raise MemoryError

    sealed = seal(PLAIN, "p")
    monkeypatch.setattr(passphrase_age.hashlib, "scrypt", none)
    with pytest.raises(CannotRead):
        unseal(sealed, "p")


def test_every_flipped_byte_is_refused_and_gives_nothing():
    sealed = seal(PLAIN, "p")
    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises((NotSealed, WrongPassphrase)):
            unseal(changed, "p")


def test_a_changed_head_is_damage_even_where_the_key_opens():
    sealed = seal(PLAIN, "p")
    mac = re.search(rb"--- (\S{43})\n", sealed)[1]
    other = (b"B" if mac[:1] == b"A" else b"A") + mac[1:]
    with pytest.raises(NotSealed):
        unseal(sealed.replace(mac, other), "p")
