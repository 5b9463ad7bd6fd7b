"""Reading a record file from the disk, and the state saved last out of its parts."""

import os
from contextlib import suppress
from pathlib import Path

from checkup.model.visit import Record

from .contents import named
from .disk import Disk, NotAPlainFile
from .errors import CannotRead, Damaged, NotARecord, Trouble, trouble_of
from .key import Key
from .pictures import unpacked_pictures, with_bytes
from .wrapping import LARGEST, Parts


def target_of(path: Path) -> Path:
    """Return the file a path leads to, links followed once and for all."""
    with suppress(OSError, ValueError):
        return Path(os.path.realpath(path))
    return path


def read_file(path: Path, disk: Disk | None = None) -> bytes:
    """Return the bytes of a record file; raises CannotRead, or NotARecord for what cannot be one."""
    try:
        data = (disk or Disk()).read(path, LARGEST)
    except (NotAPlainFile, IsADirectoryError) as error:
        raise NotARecord from error
    except OSError as error:
        raise CannotRead(trouble_of(error)) from error
    except ValueError as error:  # a NUL in the name
        raise CannotRead(Trouble.BAD_NAME) from error
    if len(data) > LARGEST:
        raise NotARecord
    return data


def whole(key: Key, parts: Parts) -> Record:
    """Return the record saved last; raises Damaged where the parts do not belong together."""
    contents = key.unseal(parts.now)
    record = contents.record
    if record is None or contents.before != named(parts.before):
        raise Damaged
    if contents.pictures != (named(parts.pictures) if parts.pictures else ""):
        raise Damaged
    return with_bytes(record, pictures_of(key, parts)) if parts.pictures else record


def pictures_of(key: Key, parts: Parts) -> dict[str, bytes]:
    """Return the bytes of all pictures in a file by their SHA-256; raises Damaged."""
    return unpacked_pictures(key.unseal_bytes(parts.pictures)) if parts.pictures else {}
