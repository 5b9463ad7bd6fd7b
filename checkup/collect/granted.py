"""Places that only an administrator may read, as they were read for this look, and a tree that knows them.

What the ordinary look may read is read by it, as ever. Only where the system says no, what was granted
answers instead: a file, a folder's names, a link, or that a listed folder does not hold the name. For
everything else the no stays, and with it the gap.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from checkup.collect.place import MOST_TEXT, CouldNotRead, Place
from checkup.model.looked import Cause
from checkup.parse.rights_answer import Kind, Piece

Answer = TypeVar("Answer")


class NotGranted(Exception):
    """Nothing was granted about a path."""


@dataclass(frozen=True)
class Granted:
    """What was read with rights, each path once."""

    _pieces: dict[str, Piece] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, found: Iterable[Piece]) -> "Granted":
        """Return what these pieces hold."""
        return cls({piece.path: piece for piece in found})

    def piece(self, path: str, *kinds: Kind) -> Piece:
        """Return the piece about a path, of one of these kinds; raises NotGranted."""
        found = self._pieces.get(path.rstrip("/"))
        if found is None or found.kind not in kinds:
            raise NotGranted(path)
        return found

    def is_absent(self, path: str) -> bool:
        """Whether the nearest folder that was listed on the way does not hold the way's next part."""
        below = path.rstrip("/")
        while "/" in below:
            folder, _, name = below.rpartition("/")
            if (listed := self._pieces.get(folder)) is not None and listed.kind is Kind.FOLDER:
                return os.fsencode(name) not in listed.content.split(b"\0")
            below = folder
        return False


@dataclass(frozen=True)
class GrantedPlace(Place):
    """The running system's tree, with what was granted."""

    granted: Granted = field(default_factory=Granted, kw_only=True)

    def bytes(self, path: str, most: int = MOST_TEXT) -> bytes | None:
        def granted() -> bytes | None:
            piece = self.granted.piece(path, Kind.FILE, Kind.FOLDER)
            if piece.kind is Kind.FOLDER:
                return None  # no ordinary file
            content = piece.content
            if len(content) > most:
                raise CouldNotRead(path, Cause.TOO_LARGE)
            return content

        return self._else(path, lambda: super(GrantedPlace, self).bytes(path, most), granted, None)

    def names(self, path: str) -> tuple[str, ...]:
        def granted() -> tuple[str, ...]:
            listed = self.granted.piece(path, Kind.FOLDER).content
            return tuple(sorted(os.fsdecode(name) for name in listed.split(b"\0") if name))

        return self._else(path, lambda: super(GrantedPlace, self).names(path), granted, ())

    def link(self, path: str) -> str | None:
        def granted() -> str | None:
            piece = self.granted.piece(path, *Kind)
            return os.fsdecode(piece.content) if piece.kind is Kind.LINK else None

        return self._else(path, lambda: super(GrantedPlace, self).link(path), granted, None)

    def status(self, path: str) -> os.stat_result | None:
        def granted() -> os.stat_result | None:
            piece = self.granted.piece(path, Kind.FILE, Kind.FOLDER)
            times = (piece.changed,) * 3
            return os.stat_result((piece.mode, 0, 0, 1, piece.owner, 0, len(piece.content), *times))

        return self._else(path, lambda: super(GrantedPlace, self).status(path), granted, None)

    def _else(
        self,
        path: str,
        ordinary: Callable[[], Answer],
        granted: Callable[[], Answer],
        absent: Answer,
    ) -> Answer:
        """Return the ordinary answer; where it is refused, what was granted, or that there is nothing."""
        try:
            return ordinary()
        except CouldNotRead as refusal:
            if refusal.cause is not Cause.NOT_PERMITTED:
                raise
            try:
                return granted()
            except NotGranted:
                if self.granted.is_absent(path):
                    return absent
                raise refusal from None
