"""A large file read here and there: the blocks touched last are kept, the rest stays on the disk."""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable

from checkup.collect.place import CouldNotRead, Place
from checkup.model.looked import Cause

SIZE = 64 * 1024
MOST_KEPT = 128  # 8 MiB a file


class Blocks:
    """One file of a place; `read` is what parsers of large files ask. Raises `CouldNotRead`.

    `size` is how long it is, where somebody will ask.
    """

    def __init__(self, place: Place, path: str, size: int = 0) -> None:
        self.size = size
        self._place = place
        self._path = path
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._over: dict[int, list[tuple[int, bytes]]] = defaultdict(list)

    def read(self, offset: int, size: int) -> bytes:
        """Return up to so many bytes from an offset on."""
        first, last = offset // SIZE, (offset + size - 1) // SIZE
        if first == last:
            block = self._block(first)
            return block[offset - first * SIZE : offset - first * SIZE + size]
        whole = b"".join(self._block(number) for number in range(first, last + 1))
        return whole[offset - first * SIZE : offset - first * SIZE + size]

    def lay_over(self, pieces: Iterable[tuple[int, bytes]]) -> None:
        """Let changed pieces, given with their offsets, count more than the file; later ones more."""
        for at, data in pieces:
            for number in range(at // SIZE, (at + len(data) - 1) // SIZE + 1):
                self._over[number].append((at, data))
        self._kept.clear()

    def _block(self, number: int) -> bytes:
        if number in self._kept:
            self._kept.move_to_end(number)
            return self._kept[number]
        block = self._place.piece(self._path, number * SIZE, SIZE)
        if block is None:
            raise CouldNotRead(self._path, Cause.FAILED)
        self._kept[number] = self._laid_over(number * SIZE, block)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return self._kept[number]

    def _laid_over(self, begin: int, block: bytes) -> bytes:
        pieces = self._over.get(begin // SIZE)
        if not pieces:
            return block
        whole = bytearray(block.ljust(SIZE, b"\0"))
        for at, data in pieces:
            start = max(at - begin, 0)
            part = data[max(begin - at, 0) :][: SIZE - start]
            whole[start : start + len(part)] = part
        return bytes(whole)
