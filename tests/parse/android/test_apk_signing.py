"""Certificates out of the end of an apk: made ones, one signed by the real tool, cut and any bytes."""

import hashlib
import subprocess
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.parse.android.apk_signing import (
    TAIL,
    NotSigned,
    block_size,
    certificate_digests,
    directory_at,
)
from tests.phones.signed_apk import signed_apk, signing_block


def digests_of(apk: bytes) -> tuple[str, ...]:
    return certificate_digests(apk[: directory_at(apk[-TAIL:])])


@pytest.mark.parametrize("scheme", [0x7109871A, 0xF05368C0, 0x1B93AD61])
def test_a_certificate_is_told_in_the_three_forms_that_lists_use(scheme):
    found = digests_of(signed_apk((b"one",), scheme=scheme))

    assert found == tuple(hashlib.new(name, b"one").hexdigest() for name in ("sha256", "sha1", "md5"))


def test_a_chain_gives_every_certificate():
    assert len(digests_of(signed_apk((b"one", b"two")))) == 6


def test_a_zip_without_such_a_block_is_not_signed(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("classes.dex", b"x" * 100)

    with pytest.raises(NotSigned):
        digests_of((tmp_path / "a.zip").read_bytes())


def test_a_block_of_other_things_only_is_not_signed():
    with pytest.raises(NotSigned):
        certificate_digests(signing_block((b"one",), scheme=0x11111111))


@pytest.mark.parametrize("cut", [1, 8, 24, 100])
def test_a_cut_block_is_not_signed(cut):
    with pytest.raises(NotSigned):
        certificate_digests(signing_block((b"one" * 50,))[cut:])


def test_a_size_nobody_has_is_refused_before_anything_is_read():
    with pytest.raises(NotSigned):
        block_size((2**40).to_bytes(8, "little") + b"APK Sig Block 42")


@given(st.binary(max_size=300))
def test_any_pairs_end(pairs):
    size = (len(pairs) + 24).to_bytes(8, "little")
    try:
        found = certificate_digests(size + pairs + size + b"APK Sig Block 42")
    except NotSigned:
        return
    assert len(found) % 3 == 0


@pytest.mark.real
@pytest.mark.slow
def test_what_the_real_apksigner_signed_is_read(tmp_path):
    store, apk, signed = tmp_path / "keys.p12", tmp_path / "a.apk", tmp_path / "signed.apk"
    make = ["keytool", "-genkeypair", "-keystore", store, "-storepass", "secret1", "-alias", "me"]
    make += ["-keyalg", "RSA", "-dname", "CN=Made for a test", "-storetype", "PKCS12"]
    subprocess.run(make, check=True, capture_output=True)
    with zipfile.ZipFile(apk, "w") as made:
        made.writestr("classes.dex", b"x" * 20_000)
    sign = ["apksigner", "sign", "--ks", store, "--ks-pass", "pass:secret1", "--min-sdk-version", "24"]
    sign += ["--v1-signing-enabled", "false", "--out", signed, apk]
    subprocess.run(sign, check=True, capture_output=True)
    export = ["keytool", "-exportcert", "-keystore", store, "-storepass", "secret1", "-alias", "me"]
    certificate = subprocess.run(export, check=True, capture_output=True).stdout

    assert digests_of(signed.read_bytes())[0] == hashlib.sha256(certificate).hexdigest()
