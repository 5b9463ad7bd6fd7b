"""Why a backup could not be opened: one word for each, with its own sentence in the texts."""

from enum import StrEnum


class Trouble(StrEnum):
    """What is wrong; the words are the texts `cli.errors.<value>`."""

    NO_FOLDER = "backup_no_folder"
    CLOSED_FOLDER = "backup_closed_folder"
    NO_BACKUP = "backup_none"  # a folder, but not one of a backup
    SEVERAL = "backup_several"  # more than one backup below it
    UNFINISHED = "backup_unfinished"
    TOO_OLD = "backup_too_old"  # iOS 9 and before: another kind of list
    MANIFEST_MISSING = "backup_manifest_missing"
    MANIFEST_DAMAGED = "backup_manifest_damaged"
    KEYS_DAMAGED = "backup_keys_damaged"
    NEEDS_PASSWORD = "backup_needs_password"  # noqa: S105 - a word for a fault
    WRONG_PASSWORD = "backup_wrong_password"  # noqa: S105 - a word for a fault


class CannotOpen(Exception):
    """A backup that cannot be opened; `trouble` says why, `path` where."""

    def __init__(self, trouble: Trouble, path: str = "") -> None:
        super().__init__(trouble, path)
        self.trouble = trouble
        self.path = path
