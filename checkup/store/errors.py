"""What can go wrong with the record file, told apart; facts only, the words are `record.errors.*`."""

import errno
from enum import StrEnum


class Copy(StrEnum):
    """Which state can still be read out of a damaged file with the right passphrase."""

    LAST = "last"  # what was saved last; only the wrapping is damaged
    EARLIER = "earlier"  # the state before that
    NONE = "none"


class Trouble(StrEnum):
    """Why a place could not be read or written."""

    FULL = "full"
    QUOTA = "quota"
    NOT_PERMITTED = "not_permitted"
    READ_ONLY_DISK = "read_only_disk"
    MISSING = "missing"
    SECOND_NAME = "second_name"  # a hard link: replacing one name would leave the other behind
    BAD_NAME = "bad_name"
    TOO_LARGE = "too_large"
    NO_MEMORY = "no_memory"
    FAILED = "failed"


_TROUBLES = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.QUOTA,
    errno.EACCES: Trouble.NOT_PERMITTED,
    errno.EPERM: Trouble.NOT_PERMITTED,
    errno.EROFS: Trouble.READ_ONLY_DISK,
    errno.ENOENT: Trouble.MISSING,
    errno.ENOTDIR: Trouble.MISSING,
    errno.ENAMETOOLONG: Trouble.BAD_NAME,
    errno.EINVAL: Trouble.BAD_NAME,
    errno.EILSEQ: Trouble.BAD_NAME,
    errno.EFBIG: Trouble.TOO_LARGE,
    errno.ENOMEM: Trouble.NO_MEMORY,
}


def trouble_of(error: OSError) -> Trouble:
    """Return what an error of the system means for the person."""
    return _TROUBLES.get(error.errno or 0, Trouble.FAILED)


class StoreError(Exception):
    """The base of all errors of the record file."""


class WrongPassphrase(StoreError):
    """The file is whole; this passphrase does not open it."""


class EmptyPassphrase(StoreError):
    """A record needs a passphrase of at least one character."""


class Damaged(StoreError):
    """The file is a record and not as it was written. It is never written to again."""

    def __init__(self, copy: Copy = Copy.NONE) -> None:
        super().__init__(copy)
        self.copy = copy

    @property
    def earlier_opens(self) -> bool:
        """Whether `rescue` can read a whole state out of it."""
        return self.copy is not Copy.NONE


class NotARecord(StoreError):
    """A file of another program, a folder, a device: left as it is."""


class NewerVersion(StoreError):
    """A newer version of this program wrote it; left as it is."""


class InUse(StoreError):
    """Another running program has it open for writing; it can be opened to read."""


class ChangedOutside(StoreError):
    """The file is not the one that was opened or saved last: somebody else wrote, moved or removed it."""


class AlreadyThere(StoreError):
    """A new record never takes the place of a file that exists."""


class OnlyReading(StoreError):
    """The record was opened to read."""


class KeysForgotten(StoreError):
    """The record is locked or closed: its passphrase is needed first."""


class CannotRead(StoreError):
    """The place could not be read."""

    def __init__(self, cause: Trouble) -> None:
        super().__init__(cause)
        self.cause = cause


class CannotWrite(StoreError):
    """The place could not be written; what stood there before still stands, and nothing in memory is lost."""

    def __init__(self, cause: Trouble) -> None:
        super().__init__(cause)
        self.cause = cause
