"""What the administrator's reader answers: pieces, one a file, a folder or a link, and an end.

The form is described in resources/rights/linux_reader.py. An answer without its end, or with anything
that is no piece, is no answer: nothing of it is believed.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

MOST_PIECES = 200_000
LONGEST_PATH = 4096
_PIECE = struct.Struct(">cIIIIq")


class Kind(Enum):
    """What a piece is about; its value is the letter in the answer."""

    FILE = b"F"
    FOLDER = b"D"
    LINK = b"L"


_END = b"."
_KINDS = {kind.value: kind for kind in Kind}


class NoAnswer(Exception):
    """The bytes are no answer, or one that breaks off."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file, folder or link; `changed` in seconds since 1970, mode and owner as the system has them."""

    kind: Kind
    path: str
    mode: int
    owner: int
    changed: int
    content: bytes


def pieces(data: bytes) -> Iterator[Piece]:
    """Yield the pieces of an answer; raises NoAnswer, at the latest where the end should be."""
    at = 0
    for _ in range(MOST_PIECES):
        if at + _PIECE.size > len(data):
            break
        letter, longest, mode, owner, size, changed = _PIECE.unpack_from(data, at)
        name_ends = at + _PIECE.size + longest
        at = name_ends + size
        path = data[name_ends - longest : name_ends].decode("utf-8", "surrogateescape")
        if longest > LONGEST_PATH or at > len(data) or not path.startswith("/"):
            break
        if letter == _END:
            if at == len(data):
                return
            break
        if letter not in _KINDS:
            break
        yield Piece(_KINDS[letter], path, mode, owner, changed, data[at - size : at])
    raise NoAnswer
