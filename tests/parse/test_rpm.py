"""Headers and package files of rpm, whole, cut and of any bytes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.parse.rpm_header import NotHeader, package_files
from checkup.parse.rpm_packages import NotPackages, headers


def header(name: bytes, folders: list[bytes], files: list[tuple[int, bytes]]) -> bytes:
    """Return a header as rpm writes it: the index, then the store."""
    store, index = b"", b""
    for tag, kind, count, data in (
        (1000, 6, 1, name + b"\0"),
        (1116, 4, len(files), struct.pack(f">{len(files)}I", *(place for place, _ in files))),
        (1117, 8, len(files), b"".join(file + b"\0" for _, file in files)),
        (1118, 8, len(folders), b"".join(folder + b"\0" for folder in folders)),
    ):
        if count:
            index += struct.pack(">IIII", tag, kind, len(store), count)
            store += data
    return struct.pack(">II", len(index) // 16, len(store)) + index + store


def test_paths_are_put_together_of_folders_and_names():
    found = package_files(header(b"openssh", [b"/usr/sbin/", b"/etc/"], [(0, b"sshd"), (1, b"ssh")]))

    assert found.name == "openssh"
    assert found.paths == ("/usr/sbin/sshd", "/etc/ssh")


def test_a_package_without_files_is_whole():
    assert package_files(header(b"filesystem", [], [])).paths == ()


def test_a_folder_that_is_not_there_is_no_header():
    with pytest.raises(NotHeader):
        package_files(header(b"x", [b"/usr/"], [(7, b"y")]))


@pytest.mark.parametrize("kept", [0, 7, 8, 40, 60])
def test_a_cut_header_is_none(kept):
    with pytest.raises(NotHeader):
        package_files(header(b"openssh", [b"/usr/sbin/"], [(0, b"sshd")])[:kept])


@given(st.binary(max_size=400))
def test_any_bytes_are_a_header_or_none(data):
    try:
        package_files(data)
    except NotHeader:
        return


@given(st.binary(max_size=300))
def test_any_bytes_after_the_mark_end(data):
    whole = b"RpmP" + struct.pack("<III", 0, 1, 1) + data

    def read(offset, size):
        return whole[offset : offset + size]

    for found in headers(read):
        assert found is None or isinstance(found, bytes)


def test_another_file_is_no_package_file():
    with pytest.raises(NotPackages):
        list(headers(lambda offset, size: (b"SQLite format 3\0" * 4)[offset : offset + size]))


def test_one_long_folder_for_a_hundred_thousand_files_is_no_header():
    files = [(0, b"x")] * 100_000
    with pytest.raises(NotHeader):
        package_files(header(b"x", [b"/" * 10_000], files))
    assert len(package_files(header(b"x", [b"/" * 10], files)).paths) == 100_000
