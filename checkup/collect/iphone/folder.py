"""Finds the backup in the folder somebody chose: there, or one level down."""

from pathlib import Path

from checkup.collect.iphone.trouble import CannotOpen, Trouble

MANIFEST, INFO, LOCKING, STATUS = "Manifest.db", "Info.plist", "Manifest.plist", "Status.plist"
OLD_MANIFEST = "Manifest.mbdb"
SIGNS = (MANIFEST, INFO, LOCKING, OLD_MANIFEST)
NEEDED_SIGNS = 2
MOST_FOLDERS = 2000


def backup_folder(chosen: Path) -> Path:
    """Return the folder of the one backup in or right below the chosen one; raises CannotOpen."""
    try:
        if not chosen.is_dir():
            raise CannotOpen(Trouble.NO_FOLDER, str(chosen))
        if _is_backup(chosen):
            return chosen
        found = [one for one in _folders(chosen) if _is_backup(one)]
    except OSError as error:
        raise CannotOpen(Trouble.CLOSED_FOLDER, str(chosen)) from error
    except ValueError as error:  # a name with a NUL in it
        raise CannotOpen(Trouble.NO_FOLDER, str(chosen)) from error
    if len(found) > 1:
        raise CannotOpen(Trouble.SEVERAL, str(chosen))
    if not found:
        raise CannotOpen(Trouble.NO_BACKUP, str(chosen))
    return found[0]


def _is_backup(folder: Path) -> bool:
    return sum((folder / name).is_file() for name in SIGNS) >= NEEDED_SIGNS


def _folders(chosen: Path) -> list[Path]:
    found = (one for one in chosen.iterdir() if one.is_dir() and not one.is_symlink())
    return [one for one, _ in zip(found, range(MOST_FOLDERS), strict=False)]
