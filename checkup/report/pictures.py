"""Writing pictures kept as evidence into a new folder: byte for byte, each whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from checkup.model.value import Value
from checkup.report.saving import save_sheet
from checkup.store.disk import Disk
from checkup.store.errors import CannotWrite, Trouble, trouble_of

MOST_TRIES = 100


class TakenFile(Value, frozen=True, kw_only=True):
    """One file to write."""

    name: str
    data: bytes


def save_pictures(parent: Path, name: str, files: Iterable[TakenFile], disk: Disk | None = None) -> Path:
    """Write the files into a new folder of this name and return it; raises CannotWrite.

    A name that is taken gets a number: nothing that is there is touched.
    """
    folder = _new_folder(parent, name)
    for one in files:
        save_sheet(folder / one.name, one.data, disk)
    return folder


def _new_folder(parent: Path, name: str) -> Path:
    for number in range(1, MOST_TRIES):
        folder = parent / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            continue
        except OSError as error:
            raise CannotWrite(trouble_of(error)) from error
        except ValueError as error:  # a NUL in the name
            raise CannotWrite(Trouble.BAD_NAME) from error
        return folder
    raise CannotWrite(Trouble.BAD_NAME)
