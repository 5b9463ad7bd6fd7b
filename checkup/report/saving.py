"""Writing a sheet to the place the person chose: whole or not at all, readable by its owner alone."""

import os
from pathlib import Path

from checkup.store.disk import Disk
from checkup.store.errors import CannotWrite, Trouble, trouble_of
from checkup.store.saving import passing_name, write_all


def save_sheet(path: Path, data: bytes, disk: Disk | None = None) -> None:
    """Put the bytes at `path`, replacing what was there; raises CannotWrite and then changed nothing.

    The bytes are written beside it first, since a sheet cut in the middle could hide its first steps.
    """
    disk = disk or Disk()
    temporary = path.with_name(passing_name())
    try:
        _write(disk, temporary, data)
        disk.replace(temporary, path)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise CannotWrite(trouble_of(error)) from error
    except ValueError as error:  # a NUL in the name
        raise CannotWrite(Trouble.BAD_NAME) from error
    finally:
        disk.remove(temporary)


def _write(disk: Disk, temporary: Path, data: bytes) -> None:
    descriptor = disk.make(temporary)
    try:
        write_all(disk, descriptor, data)
    finally:
        os.close(descriptor)
