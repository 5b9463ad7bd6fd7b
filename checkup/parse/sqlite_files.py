"""What SQLite takes for its disk: a database and its write-ahead log, asked for piece by piece.

Their bytes may lie in memory or on a disk, or be decrypted as they are asked for. There is no third
file, so a change, a lock, a temporary table or another database has nowhere to go.
References: sqlite.org/vfs.html, rogerbinns.github.io/apsw/vfs.html.
"""

import secrets
from typing import Protocol, cast

import apsw

DATABASE, LOG = "database", "database-wal"
_SECTOR = 512


class Stored(Protocol):
    """Bytes that are asked for piece by piece; reading may raise what its maker says."""

    @property
    def size(self) -> int:
        """How many there are."""
        ...

    def read(self, offset: int, length: int) -> bytes | memoryview:
        """Return so many bytes from an offset on, fewer at the end; valid until the next are asked for."""
        ...


class Held:
    """Bytes that are in memory anyway."""

    def __init__(self, data: bytes | bytearray = b"") -> None:
        self._data = data
        self.size = len(data)

    def read(self, offset: int, length: int) -> bytes:
        return bytes(self._data[offset : offset + length])


class Files(apsw.VFS):
    """The two files, under a name that is used once; `unregister` it in the end."""

    def __init__(self, main: Stored, log: Stored) -> None:
        self.name = f"checkup-{secrets.token_hex(8)}"
        self._stored = {DATABASE: main, LOG: log}
        super().__init__(self.name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        asked = name.filename() if isinstance(name, apsw.URIFilename) else name
        if asked not in self._stored:
            raise apsw.CantOpenError
        changing = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        flags[1] = flags[0] & ~changing | apsw.SQLITE_OPEN_READONLY
        return cast("apsw.VFSFile", _File(self._stored[asked]))  # any object with its methods will do

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:
        there = self._stored.get(pathname)
        return flags == apsw.SQLITE_ACCESS_EXISTS and there is not None and there.size > 0

    def xDelete(self, filename: str, syncdir: bool) -> None:
        raise apsw.IOError(filename, syncdir)


class _File:
    """One of the two. Nobody else has it open, so there is nothing to lock."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored

    def xRead(self, amount: int, offset: int) -> bytes | memoryview:
        return self._stored.read(offset, amount)

    def xFileSize(self) -> int:
        return self._stored.size

    def xClose(self) -> None:
        """Leave it open: it belongs to whoever gave it."""

    def xFileControl(self, op: int, pointer: int) -> bool:
        del op, pointer
        return False

    def xSectorSize(self) -> int:
        return _SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0

    def xLock(self, level: int) -> None:
        del level

    def xUnlock(self, level: int) -> None:
        del level

    def xCheckReservedLock(self) -> bool:
        return False
