"""The first bytes of each QUIC connection, put together until the name of the server can be read.

Only what the name needs is kept, for a bounded number of connections; the oldest are let go.
"""

from checkup.parse.network import quic, tls
from checkup.parse.network.beginnings import Ends, Named, Outcome, Told

MOST_QUIC = 1024


class QuicBeginnings:
    """All QUIC connections seen; `nameless` counts those that were let go before a name could be read."""

    def __init__(self) -> None:
        self.nameless = 0
        self._open: dict[Ends, dict[int, bytes]] = {}

    @property
    def waiting(self) -> int:
        """How many still wait for the rest of their beginning."""
        return sum(1 for parts in self._open.values() if parts)

    def take(self, ends: Ends, data: bytes) -> Told:
        """Take one packet and return what it told, if anything."""
        if (ends[1], ends[0], ends[3], ends[2]) in self._open:
            return None  # the answer of the other side
        try:
            parts = quic.initial(data).parts
        except quic.NotReadable:
            return None
        held = self._open.setdefault(ends, {})
        held.update(parts)
        self._forget_oldest()
        hello = _joined(held)
        try:
            if len(hello) < 4 or len(hello) < tls.whole_length(hello):
                return None
            name = tls.server_name(hello)
        except tls.NoHello:
            name = ""
        held.clear()
        return Named("quic", (name,)) if name else Outcome.HIDDEN

    def _forget_oldest(self) -> None:
        if len(self._open) > MOST_QUIC and self._open.pop(next(iter(self._open))):
            self.nameless += 1


def _joined(parts: dict[int, bytes]) -> bytes:
    whole = bytearray()
    for offset in sorted(parts):
        if offset > len(whole):
            break
        whole[offset:] = max(whole[offset:], parts[offset], key=len)
    return bytes(whole)
