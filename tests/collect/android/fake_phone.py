"""The phone's side of the adb protocol on 127.0.0.1, for the real adb and for adb-shell.

References: Android's adb, protocol.txt (CNXN, AUTH, OPEN, OKAY, WRTE, CLSE; 24 bytes of head each).
"""

import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

A_CNXN, A_AUTH, A_OPEN, A_OKAY, A_WRTE, A_CLSE = (
    struct.unpack("<I", name)[0] for name in (b"CNXN", b"AUTH", b"OPEN", b"OKAY", b"WRTE", b"CLSE")
)
VERSION = 0x01000000
MOST = 65536
TOKEN, SIGNATURE, PUBLIC_KEY = 1, 2, 3
MARK = re.compile(r" 2>&1; echo (--[0-9a-f]{16}--)$")

Reply = bytes | Iterator[bytes]


class FakePhone:
    """Answers commands from `replies`; `unplug_after` packets of answers the cable is pulled.

    `says_yes` False never accepts the computer's key. Use as a context: the port is then listening.
    """

    def __init__(
        self,
        replies: Callable[[str], Reply],
        *,
        unplug_after: int | None = None,
        asks_for_key: bool = False,
        says_yes: bool = True,
    ) -> None:
        self.asked: list[str] = []
        self._replies = replies
        self._left = unplug_after
        self._asks_for_key = asks_for_key
        self._says_yes = says_yes
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "FakePhone":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listener, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._thread.join(5)

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                plugged, _ = self._listener.accept()
                self._open.append(plugged)
                threading.Thread(target=self._talk, args=(plugged,), daemon=True).start()

    def _talk(self, plugged: socket.socket) -> None:
        with suppress(OSError, EOFError), plugged:
            while True:
                command, first, _, data = self._read(plugged)
                if command in (A_CNXN, A_AUTH):
                    self._greet(plugged, command, first)
                elif command == A_OPEN:
                    self._answer(plugged, first, data.rstrip(b"\0").decode("utf-8", "replace"))

    def _greet(self, plugged: socket.socket, command: int, kind: int) -> None:
        is_known = command == A_AUTH and kind == PUBLIC_KEY and self._says_yes
        if is_known or not self._asks_for_key:
            banner = b"device::ro.product.name=fake;ro.product.model=Fake;features=cmd\0"
            self._write(plugged, A_CNXN, VERSION, MOST, banner)
        elif command == A_CNXN or kind == SIGNATURE:
            self._write(plugged, A_AUTH, TOKEN, 0, b"t" * 20)

    def _answer(self, plugged: socket.socket, theirs: int, service: str) -> None:
        mine = theirs + 1
        self._write(plugged, A_OKAY, mine, theirs, b"")
        command = service.partition(":")[2]
        mark = MARK.search(command)
        asked = MARK.sub("", command)
        self.asked.append(asked)
        reply = self._replies(asked)
        whole = iter([reply] if isinstance(reply, bytes) else reply)
        for piece in whole:
            if not self._send(plugged, mine, theirs, piece):
                return
        if mark:
            self._send(plugged, mine, theirs, mark[1].encode() + b"\n")
        self._write(plugged, A_CLSE, mine, theirs, b"")

    def _send(self, plugged: socket.socket, mine: int, theirs: int, data: bytes) -> bool:
        """Send one answer in packets; False where the other side closed it."""
        for at in range(0, len(data), MOST):
            if self._left is not None:
                self._left -= 1
                if self._left < 0:
                    self._unplug(plugged)
            self._write(plugged, A_WRTE, mine, theirs, data[at : at + MOST])
            command, *_ = self._read(plugged)
            if command == A_CLSE:
                return False
        return True

    def _unplug(self, plugged: socket.socket) -> None:
        self._listener.close()
        plugged.shutdown(socket.SHUT_RDWR)
        raise EOFError

    @staticmethod
    def _write(plugged: socket.socket, command: int, first: int, second: int, data: bytes) -> None:
        total = sum(data) & 0xFFFFFFFF
        head = struct.pack("<6I", command, first, second, len(data), total, command ^ 0xFFFFFFFF)
        plugged.sendall(head + data)

    @staticmethod
    def _read(plugged: socket.socket) -> tuple[int, int, int, bytes]:
        def exactly(length: int) -> bytes:
            data = b""
            while len(data) < length:
                piece = plugged.recv(length - len(data))
                if not piece:
                    raise EOFError
                data += piece
            return data

        command, first, second, length, _, _ = struct.unpack("<6I", exactly(24))
        return command, first, second, exactly(length)
