"""Packages installed by the real rpm, in each form of its database."""

import sqlite3
import struct
import subprocess
from contextlib import closing

import pytest

from checkup.collect.computer.linux.owners import Owners
from checkup.collect.computer.linux.rpm import rpm_packages
from checkup.collect.looking import Looking
from checkup.collect.place import Place
from checkup.model.looked import Cause
from checkup.model.stop import Stop

SPEC = """
Name: {name}
Version: 1
Release: 1
Summary: made for a test
License: none
BuildArch: noarch
%description
Made for a test.
%install
mkdir -p %{{buildroot}}/usr/bin %{{buildroot}}/etc/xdg/autostart
echo {name} > %{{buildroot}}/usr/bin/{name}
echo {name} > %{{buildroot}}/etc/xdg/autostart/{name}.desktop
%files
/usr/bin/{name}
/etc/xdg/autostart/{name}.desktop
"""


def looking(root):
    return Looking(Place(root, live=False), Stop())


@pytest.fixture
def install(tmp_path):
    """Return a function that builds packages and installs them into a root with the real rpm."""

    def installed(backend, *names):
        root = tmp_path / "root"
        folder = "/usr/lib/sysimage/rpm"
        (root / folder.lstrip("/")).mkdir(parents=True, exist_ok=True)
        for name in names:
            spec = tmp_path / f"{name}.spec"
            spec.write_text(SPEC.format(name=name))
            build = ["rpmbuild", "-bb", "--quiet", "--define", f"_topdir {tmp_path}/build", spec]
            subprocess.run(build, check=True, capture_output=True)
            package = tmp_path / f"build/RPMS/noarch/{name}-1-1.noarch.rpm"
            into = ["--root", root, "--define", f"_db_backend {backend}", "--dbpath", folder]
            command = ["rpm", "-i", "--nodeps", "--nosignature", *into, package]
            subprocess.run(command, check=True, capture_output=True)
        return root

    return installed


@pytest.mark.real
def test_what_the_real_rpm_installed_is_owned(install):
    owners = Owners(looking(install("sqlite", "reader-one", "reader-two")))

    assert owners.of("/usr/bin/reader-one") == "reader-one"
    assert owners.of("/etc/xdg/autostart/reader-two.desktop") == "reader-two"
    assert owners.of("/usr/bin/put-there-by-somebody") == ""
    assert owners.packages == {"reader-one", "reader-two"}


@pytest.mark.real
def test_the_real_headers_in_the_form_of_opensuse_are_owned(install, tmp_path):
    """Debian's rpm does not write this form: its headers are put into one made after rpm's source."""
    root = install("sqlite", "reader-one", "reader-two")
    with closing(sqlite3.connect(root / "usr/lib/sysimage/rpm/rpmdb.sqlite")) as base:
        blobs = [blob for (blob,) in base.execute("SELECT blob FROM Packages")]
    place = tmp_path / "other/usr/lib/sysimage/rpm/Packages.db"
    place.parent.mkdir(parents=True)
    place.write_bytes(package_file(blobs))

    owners = Owners(looking(tmp_path / "other"))

    assert owners.packages == {"reader-one", "reader-two"}
    assert owners.of("/usr/bin/reader-two") == "reader-two"


def package_file(blobs):
    """Return a `Packages.db`: a page of slots, the first two of them the head, then the blobs."""
    slots, body, block = b"", b"", 4096 // 16
    for number, blob in enumerate(blobs, 1):
        whole = b"BlbS" + struct.pack("<III", number, 1, len(blob)) + blob
        whole += bytes(-(len(whole) + 12) % 16) + bytes(8) + b"BlbE"
        slots += b"Slot" + struct.pack("<III", number, block, len(whole) // 16)
        body, block = body + whole, block + len(whole) // 16
    head = b"RpmP" + struct.pack("<IIII", 0, 1, 1, len(blobs) + 1) + bytes(12)
    return (head + slots).ljust(4096, b"\0") + body


def test_the_old_form_is_said_to_be_unknown(tmp_path):
    place = tmp_path / "var/lib/rpm/Packages"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"\0" * 4096)
    look = looking(tmp_path)

    assert list(rpm_packages(look)) == []
    assert [unread.reason for unread in look.unread] == [Cause.UNKNOWN_FORMAT]


@pytest.mark.parametrize("name", ["rpmdb.sqlite", "Packages.db"])
@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"RpmP", bytes(9000)])
def test_a_broken_database_is_noted_and_never_nothing(tmp_path, name, data):
    place = tmp_path / "var/lib/rpm" / name
    place.parent.mkdir(parents=True)
    place.write_bytes(data)
    look = looking(tmp_path)

    assert list(rpm_packages(look)) == []
    assert [unread.reason for unread in look.unread] == [Cause.UNKNOWN_FORMAT]


def test_without_rpm_nothing_is_noted(tmp_path):
    look = looking(tmp_path)

    assert list(rpm_packages(look)) == []
    assert look.unread == ()
