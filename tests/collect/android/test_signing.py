"""Asking for signers, answered by this computer's own tail, dd and od."""

import re
import subprocess

import pytest

from checkup.collect.android.cable.signing import signers
from tests.phones.signed_apk import signed_apk


@pytest.fixture
def ask(tmp_path):
    """Return a function that runs a command with /data/app in a folder of the test."""

    def asked(command):
        local = command.replace("/data/app", str(tmp_path))
        out = subprocess.run(["/bin/sh", "-c", local], capture_output=True, check=False, text=True).stdout
        return re.sub(re.escape(str(tmp_path)), "/data/app", out)

    return asked


def put(tmp_path, name, data):
    (tmp_path / name).mkdir()
    (tmp_path / name / "base.apk").write_bytes(data)
    return f"/data/app/{name}"


def test_usual_and_large_blocks_are_read_and_unsigned_files_left_out(tmp_path, ask):
    apps = {
        put(tmp_path, "small", signed_apk((b"one",), before=100)): "a.small",
        put(tmp_path, "large", signed_apk((b"two",), before=50_000, padding=90_000)): "a.large",
        put(tmp_path, "odd", signed_apk((b"one",), before=4096)): "a.odd",
        put(tmp_path, "none", b"no zip at all"): "a.none",
        "/data/app/gone": "a.gone",
    }

    found = {file.app: file.certificates for file in signers(ask, apps)}

    assert set(found) == {"a.small", "a.large", "a.odd"}
    assert found["a.small"] == found["a.odd"] != found["a.large"]
    assert all(len(digests) == 3 for digests in found.values())


def test_a_phone_that_has_gone_has_no_signers():
    assert list(signers(lambda _: None, {"/data/app/x": "x"})) == []
    assert list(signers(lambda _: "zz </data/app/x>\n", {"/data/app/x": "x"})) == []
