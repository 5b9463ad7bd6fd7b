"""Answers of the administrator's reader: whole, cut, and of any bytes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as some

from checkup.parse.rights_answer import Kind, NoAnswer, pieces


def piece(kind: bytes, path: bytes, content: bytes = b"", mode: int = 0o100440, changed: int = 7) -> bytes:
    return struct.pack(">cIIIIq", kind, len(path), mode, 0, len(content), changed) + path + content


END = piece(b".", b"/")
ANSWER = piece(b"F", b"/etc/sudoers", b"lan ALL=(ALL) NOPASSWD: ALL\n") + piece(
    b"D", "/root/tên".encode(), b"a\0b"
)


def test_every_piece_comes_back_as_it_was_given():
    first, second = pieces(ANSWER + END)
    assert (first.kind, first.path, first.mode, first.changed) == (Kind.FILE, "/etc/sudoers", 0o100440, 7)
    assert first.content == b"lan ALL=(ALL) NOPASSWD: ALL\n"
    assert (second.kind, second.path, second.content) == (Kind.FOLDER, "/root/tên", b"a\0b")


@pytest.mark.parametrize("cut", [0, 1, 20, len(ANSWER) // 2, len(ANSWER), len(ANSWER) + len(END) - 1])
def test_an_answer_that_breaks_off_is_none(cut):
    with pytest.raises(NoAnswer):
        list(pieces((ANSWER + END)[:cut]))


@pytest.mark.parametrize(
    "odd",
    [
        ANSWER + END + b"more",
        piece(b"?", b"/x") + END,
        piece(b"F", b"etc/sudoers") + END,
        piece(b"F", b"/" + b"x" * 5000) + END,
        struct.pack(">cIIIIq", b"F", 2, 0, 0, 0xFFFFFFFF, 0) + b"/x",
    ],
    ids=["more after the end", "another letter", "no whole path", "a long path", "more than there is"],
)
def test_what_is_no_answer_is_refused_whole(odd):
    with pytest.raises(NoAnswer):
        list(pieces(odd))


@given(some.lists(some.sampled_from([ANSWER, END]) | some.binary(max_size=60), max_size=5).map(b"".join))
def test_any_bytes_are_an_answer_or_none(data):
    try:
        found = list(pieces(data))
    except NoAnswer:
        return
    assert all(one.path.startswith("/") for one in found)
