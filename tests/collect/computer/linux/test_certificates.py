"""Roots that somebody added are found for the system and for browsers; the distribution's are quiet."""

import os
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from checkup.collect.computer.linux.certificates import added_certificates
from checkup.model.certificate import TrustedBy
from checkup.model.looked import Cause

ADDED = "/usr/local/share/ca-certificates"
PROFILE = "/home/lan/.config/chromium/Default"
TABLE = "CREATE TABLE certificates(sha256hash_hex TEXT, der_cert BLOB, trust_settings BLOB)"
TRUSTED, HELPER, REFUSED = bytes.fromhex("0a020803"), bytes.fromhex("0a020802"), bytes.fromhex("0a020801")


@pytest.fixture(scope="session")
def root() -> x509.Certificate:
    """Make a root certificate of nobody."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Ngọc Root")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(datetime(2026, 1, 1, tzinfo=UTC))
    builder = builder.not_valid_after(datetime(2036, 1, 1, tzinfo=UTC))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return builder.sign(key, SHA256())


@pytest.fixture(scope="session")
def pem(root: x509.Certificate) -> str:
    return root.public_bytes(Encoding.PEM).decode()


@pytest.mark.parametrize(
    "path",
    [
        f"{ADDED}/x.crt",
        f"{ADDED}/deep/er/x.crt",
        "/etc/ca-certificates/trust-source/anchors/x.pem",
        "/etc/pki/ca-trust/source/anchors/x.crt",
        "/etc/ssl/certs/x.pem",
    ],
)
def test_a_root_that_no_package_brought_is_found(lans, pem, path):
    [found] = added_certificates(lans({path: pem}))
    assert (found.name, found.is_authority, found.trusted_by) == ("Ngọc Root", True, TrustedBy.SYSTEM)
    assert (found.seen_in, found.ends) == (path, "2036-01-01T00:00:00Z")


def test_those_of_packages_are_quiet(lans, pem):
    files = {
        "/usr/share/ca-certificates/mozilla/a.crt": pem,
        "/etc/ssl/certs/a.pem": "-> /usr/share/ca-certificates/mozilla/a.crt",
        "/etc/ssl/certs/0a1b2c3d.0": "-> a.pem",
        "/etc/ssl/certs/ca-certificates.crt": pem,
        "/etc/ssl/certs/ssl-cert-snakeoil.pem": pem,
        f"{ADDED}/office.crt": pem,
        "/var/lib/dpkg/info/office.list": f"/usr\n{ADDED}/office.crt\n",
    }
    assert added_certificates(lans(files)).items == ()


def test_one_root_added_and_switched_on_is_told_once(lans, pem):
    files = {
        f"{ADDED}/x.crt": pem,
        "/etc/ssl/certs/x.pem": f"-> {ADDED}/x.crt",
        "/etc/ssl/certs/1.0": "-> x.pem",
    }
    assert [one.seen_in for one in added_certificates(lans(files))] == [f"{ADDED}/x.crt"]


@pytest.mark.parametrize(
    ("trust", "count"), [(TRUSTED, 1), (HELPER, 0), (REFUSED, 0), (b"\x0a\x00", 1), (b"", 1)]
)
def test_a_root_in_a_chromium_profile_counts_by_its_trust(lans, database, root, trust, count):
    ground = lans({f"{PROFILE}/Preferences": "{}"})
    database(f"{PROFILE}/ServerCertificate", TABLE, [("", root.public_bytes(Encoding.DER), trust)])
    found = added_certificates(ground).items
    assert [one.trusted_by for one in found] == [TrustedBy.BROWSER] * count


def test_a_row_that_is_no_certificate_is_a_gap(lans, database):
    ground = lans({f"{PROFILE}/Preferences": "{}"})
    database(f"{PROFILE}/ServerCertificate", TABLE, [("", b"no", TRUSTED), ("", "text", TRUSTED)])
    reading = added_certificates(ground)
    assert [(one.reason, one.count) for one in reading.unread] == [(Cause.UNKNOWN_FORMAT, 2)]


def test_a_closed_folder_on_the_way_is_a_gap_and_the_rest_is_read(lans, pem):
    files = {f"{ADDED}/a/x.crt": pem, f"{ADDED}/z.crt": pem}
    reading = added_certificates(lans(files, closed=(f"{ADDED}/a",)))
    assert [one.seen_in for one in reading] == [f"{ADDED}/z.crt"]
    assert {one.reason for one in reading.unread} == {Cause.NOT_PERMITTED}


@pytest.mark.parametrize("file", [".pki/nssdb/cert9.db", ".mozilla/firefox/a/cert9.db"])
def test_a_broken_list_of_a_browser_is_a_gap(lans, file):
    files = {f"/home/lan/{file}": "broken", "/home/lan/.mozilla/firefox/a/prefs.js": ""}
    assert [one.reason for one in added_certificates(lans(files)).unread] == [Cause.UNKNOWN_FORMAT]


def test_a_broken_certificate_is_a_gap(lans):
    broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
    assert added_certificates(lans({f"{ADDED}/x.crt": broken})).unread[0].reason is Cause.UNKNOWN_FORMAT


def test_links_in_circles_giants_and_pipes_hold_nobody_up(lans, pem, tmp_path):
    ground = lans({f"{ADDED}/loop": f"-> {ADDED}", f"{ADDED}/self.crt": "-> self.crt", f"{ADDED}/z.crt": pem})
    folder = tmp_path / f"root{ADDED}"
    os.mkfifo(folder / "pipe.crt")
    with (folder / "giant.crt").open("wb") as file:
        file.truncate(10**9)
    reading = added_certificates(ground)
    assert [one.seen_in for one in reading] == [f"{ADDED}/z.crt"]
    assert [one.reason for one in reading.unread] == [Cause.TOO_LARGE]
