"""A stream that ends where too much comes out of it, and looks at the stop token on its way."""

import io
from typing import BinaryIO

from checkup.model.stop import Stop
from checkup.parse.exports.limits import MOST_BYTES, TooMuch

MOST_IN_ALL = 2 << 30
RATIO = 200
"""A member may grow so many times when it is unpacked; sign-in logs grow twenty to sixty times."""

FREE = 32 << 20
"""So much may come out whatever the ratio."""


class Stopped(Exception):
    """The person stopped the reading."""


class Budget:
    """What one reading of exports may cost in all."""

    def __init__(self, stop: Stop, most: int = MOST_IN_ALL) -> None:
        self.stop = stop
        self._left = most

    def spend(self, size: int) -> None:
        """Count bytes; raises TooMuch or Stopped."""
        if self.stop.asked:
            raise Stopped
        self._left -= size
        if self._left < 0:
            raise TooMuch


class Bounded(io.RawIOBase):
    """Reads from a stream; `packed` is the size it has in its archive, 0 where it lies unpacked."""

    def __init__(self, stream: BinaryIO, budget: Budget, packed: int = 0) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget
        self._most = min(MOST_BYTES, max(FREE, packed * RATIO)) if packed else MOST_BYTES
        self._came = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self._stream.read(len(view))
        self._came += len(data)
        self._budget.spend(len(data))
        if self._came > self._most:
            raise TooMuch
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


def buffered(stream: BinaryIO, budget: Budget, packed: int = 0) -> BinaryIO:
    """Return a bounded stream that reads in large pieces."""
    return io.BufferedReader(Bounded(stream, budget, packed), 1 << 16)
