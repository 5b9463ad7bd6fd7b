"""Signatures in minisign's form: good ones are taken, everything else is refused."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.indicators.signature import PublicKey, UnknownKey, WrongSignature, public_key, verified
from tests.indicators.signing import Signer

DATA = b"[[family]]\nid = 'a'\n"


@pytest.mark.parametrize("hashed", [True, False])
def test_a_good_signature_says_whose_it_is_and_when(hashed: bool) -> None:
    signer = Signer()
    signed = verified(
        DATA, signer.sign(DATA, 1_790_000_000, hashed=hashed), (Signer(b"another1").key, signer.key)
    )
    assert (signed.key_id, signed.stamp, signed.file) == (signer.key.id, 1_790_000_000, "list.toml")


def test_a_key_is_read_from_its_file_and_from_its_line() -> None:
    signer = Signer()
    assert public_key(signer.file) == public_key(signer.line) == public_key(f"\n {signer.line} \n")


def test_a_number_is_shown_as_minisign_shows_it() -> None:
    # Seen of the program itself: the zeros before a number are not printed.
    assert PublicKey(number=bytes.fromhex("9b906bc265f85100"), key=b"").id == "51F865C26B909B"


@pytest.mark.parametrize(
    "text", ["", "RW", "untrusted comment: x\n", "a\nb\nc", "RWQ" * 19, "é" * 56, "-" * 9_999]
)
def test_what_is_no_key_is_none(text: str) -> None:
    assert public_key(text) is None


def test_nobody_known_is_not_a_signer() -> None:
    with pytest.raises(UnknownKey):
        verified(DATA, Signer().sign(DATA), (Signer(b"another1").key,))
    with pytest.raises(UnknownKey):
        verified(DATA, Signer().sign(DATA), ())


def test_a_key_of_the_same_number_is_not_the_same_key() -> None:
    with pytest.raises(WrongSignature):
        verified(DATA, Signer().sign(DATA), (Signer().key,))


def test_other_bytes_are_not_signed() -> None:
    signer = Signer()
    with pytest.raises(WrongSignature):
        verified(DATA + b"\n", signer.sign(DATA), (signer.key,))


@pytest.mark.parametrize("hashed", [True, False])
def test_any_byte_changed_in_what_is_signed_is_seen(hashed: bool) -> None:
    signer = Signer()
    good = signer.sign(DATA, hashed=hashed)
    begin = good.index(b"\n") + 1  # the first comment is not signed, as its name says
    for at in range(begin, len(good) - 1):
        changed = bytearray(good)
        changed[at] ^= 0x02
        with pytest.raises((WrongSignature, UnknownKey)):
            verified(DATA, bytes(changed), (signer.key,))


def test_a_date_cannot_be_put_on_another_signature() -> None:
    signer = Signer()
    older, newer = signer.sign(DATA, 1_700_000_000), signer.sign(DATA + b"x", 1_800_000_000)
    mixed = b"\n".join([*older.splitlines()[:2], *newer.splitlines()[2:]])
    with pytest.raises(WrongSignature):
        verified(DATA, mixed, (signer.key,))


@pytest.mark.parametrize("comment", ["no date", "timestamp:", "timestamp:-5", "xtimestamp:5", "timestamp:5x"])
def test_a_signature_without_a_date_is_refused(comment: str) -> None:
    signer = Signer()
    with pytest.raises(WrongSignature):
        verified(DATA, signer.sign(DATA, comment=comment), (signer.key,))


@given(st.binary(max_size=400))
def test_no_bytes_trouble_the_reader(data: bytes) -> None:
    for signature in (data, b"a\n" + data + b"\ntrusted comment: x\n" + data):
        with pytest.raises((WrongSignature, UnknownKey)):
            verified(DATA, signature, ())
    assert public_key(data.decode("utf-8", "replace")) is None


@pytest.mark.real
@pytest.mark.parametrize("form", ["-H", "-l"])
def test_signatures_of_the_real_minisign_are_taken(tmp_path: Path, form: str) -> None:
    def minisign(*words: str) -> None:
        subprocess.run(["minisign", *words], cwd=tmp_path, check=True, capture_output=True, timeout=60)

    (tmp_path / "list.toml").write_bytes(DATA)
    minisign("-G", "-W", "-p", "key.pub", "-s", "key.sec")
    minisign("-S", form, "-s", "key.sec", "-m", "list.toml")
    key = public_key((tmp_path / "key.pub").read_text("utf-8"))
    assert key is not None
    assert key.id in (tmp_path / "key.pub").read_text("utf-8")
    signature = (tmp_path / "list.toml.minisig").read_bytes()
    signed = verified(DATA, signature, (key,))
    assert signed.file == "list.toml"
    with pytest.raises(WrongSignature):
        verified(DATA + b" ", signature, (key,))


@pytest.mark.real
@pytest.mark.parametrize("hashed", [True, False])
def test_the_tests_own_signatures_are_minisigns_too(tmp_path: Path, hashed: bool) -> None:
    signer = Signer()
    (tmp_path / "list.toml").write_bytes(DATA)
    (tmp_path / "list.toml.minisig").write_bytes(signer.sign(DATA, hashed=hashed))
    subprocess.run(
        ["minisign", "-V", "-P", signer.line, "-m", "list.toml"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=60,
    )
