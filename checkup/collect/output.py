"""What a started program writes: read beside the waiting, to its end or its limit."""

import os
from threading import Thread
from typing import IO

CHUNK = 65536
GRACE = 1.0  # seconds for what is still in the pipe


class Output:
    """One stream of a program; a full pipe that nobody reads would block it."""

    def __init__(self, stream: IO[bytes] | None, longest: int) -> None:
        self._stream = stream
        self._longest = longest
        self._data = bytearray()
        self.is_over = False
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def is_open(self) -> bool:
        return self._thread.is_alive()

    def wait(self, seconds: float) -> bool:
        """Wait for the end of the stream; return whether it came."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def taken(self) -> bytes:
        self._thread.join(GRACE)
        return bytes(self._data)

    def _read(self) -> None:
        while self._stream is not None:
            try:
                piece = os.read(self._stream.fileno(), CHUNK)
            except (OSError, ValueError):
                return
            self._data += piece[: self._longest - len(self._data)]
            if not piece:
                return
            if len(self._data) >= self._longest:
                self.is_over = True
                return
