"""The folder of added lists: written only by an import or an update that somebody asked for.

Each list is one file with an earlier one beside it, so that one step back is possible. A file is
put in place whole or not at all. A list that cannot be read is not used, and is named.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from checkup.indicators.imports.reading import LARGEST
from checkup.indicators.kept_list import KeptList
from checkup.indicators.signature import LONGEST, PublicKey, public_key

VERSION = 1
NOW, EARLIER, KEY = ".list.json", ".earlier.json", ".pub"
LARGEST_KEPT = 4 * LARGEST  # names and brackets come on top of the values

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


class CannotKeep(Exception):
    """The folder or a file in it cannot be written; nothing was changed."""


class NothingEarlier(Exception):
    """There is no step back: no earlier list of this name is here, or it cannot be read."""


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in a file."""

    version: int
    kept: KeptList


def lists_folder() -> Path:
    """Return where added lists are kept for this person; the folder need not be there."""
    from platformdirs import user_data_path

    return user_data_path("checkup", appauthor=False) / "lists"


class Kept:
    """The added lists of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lists(self) -> tuple[KeptList, ...]:
        """Return all lists that can be read, by id; of one that cannot, the earlier one."""
        found = (self.get(list_id) for list_id in self.ids())
        return tuple(one for one in found if one)

    def damaged(self) -> tuple[str, ...]:
        """Return the ids of lists whose file cannot be read; an earlier one may stand in for them."""
        return tuple(one for one in self.ids() if self._read(one, NOW) is None)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all lists that are here."""
        return tuple(sorted(self._named(NOW)))

    def get(self, list_id: str) -> KeptList | None:
        """Return a list, or the earlier one where it cannot be read."""
        return self._read(list_id, NOW) or self._read(list_id, EARLIER)

    def earlier(self, list_id: str) -> KeptList | None:
        """Return the list that was here before, if there is one."""
        return self._read(list_id, EARLIER)

    def take(self, new: KeptList) -> None:
        """Put a list in its place and the one that was there behind it; raises CannotKeep."""
        before = self.get(new.id)
        if before is not None and before != new:
            self._write(new.id + EARLIER, _encoded(before))
        self._write(new.id + NOW, _encoded(new))

    def step_back(self, list_id: str) -> KeptList:
        """Let the list and the earlier one change places; raises NothingEarlier, CannotKeep."""
        earlier = self._read(list_id, EARLIER)
        if earlier is None:
            raise NothingEarlier(list_id)
        now = self._read(list_id, NOW)
        # The earlier one first: killed between the two, it stands twice, and neither is half there.
        self._write(list_id + NOW, _encoded(earlier))
        if now is not None:
            self._write(list_id + EARLIER, _encoded(now))
        return earlier

    def remove(self, list_id: str) -> None:
        """Take a list away, the earlier one too; raises CannotKeep."""
        try:
            for ending in (NOW, EARLIER):
                self._path(list_id + ending).unlink(missing_ok=True)
        except OSError as error:
            raise CannotKeep(list_id) from error

    def keys(self) -> tuple[PublicKey, ...]:
        """Return the keys whose signatures are trusted here."""
        found = (public_key(self._text(name + KEY)) for name in self._named(KEY))
        return tuple(key for key in found if key)

    def trust(self, key: PublicKey, text: str) -> None:
        """Keep a public key, as its file stands; raises CannotKeep."""
        self._write(key.id.lower() + KEY, text.encode())

    def _named(self, ending: str) -> Iterator[str]:
        try:
            names = [path.name for path in self.folder.iterdir()]
        except OSError:
            return
        for name in names:
            stem = name.removesuffix(ending)
            if stem != name and _ID.fullmatch(stem):
                yield stem

    def _path(self, name: str) -> Path:
        if not _ID.fullmatch(name.partition(".")[0]):
            raise CannotKeep(name)
        return self.folder / name

    def _read(self, list_id: str, ending: str) -> KeptList | None:
        try:
            with (self.folder / (list_id + ending)).open("rb") as file:
                data = file.read(LARGEST_KEPT + 1)
            found = msgspec.json.decode(data, type=_File)
        except (OSError, ValueError, RecursionError):  # the reader's errors are ValueErrors
            return None
        return found.kept if found.version == VERSION and found.kept.id == list_id else None

    def _text(self, name: str) -> str:
        try:
            with (self.folder / name).open("rb") as file:
                return file.read(LONGEST).decode("utf-8", "replace")
        except OSError:
            return ""

    def _write(self, name: str, data: bytes) -> None:
        path = self._path(name)
        temporary = ""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=self.folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except OSError as error:
            with suppress(OSError):
                if temporary:
                    Path(temporary).unlink(missing_ok=True)
            raise CannotKeep(name) from error


def _encoded(kept: KeptList) -> bytes:
    return msgspec.json.encode(_File(version=VERSION, kept=kept))
