"""Rows of a SQLite file that another program may hold open: read as bytes, never opened in place.

Read at once, not piece by piece as the files of a backup are, which lie still: what is asked for later
would be of another moment than what came first. What is read here takes a few MiB on an ordinary
computer; a file above the limit is told as one that was too large.
"""

from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.parse.sqlite import NotDatabase, TookTooLong
from checkup.parse.sqlite_tables import rows
from checkup.parse.tables import Row

MOST_DATABASE = 64 * 1024 * 1024
MOST_LOG = 32 * 1024 * 1024


def database_rows(look: Looking, path: str, *statements: str) -> list[Row] | None:
    """Return what the first statement that fits the file's tables finds; None when absent or unreadable.

    Not readable is noted. The log beside it holds what was written last, also while its program runs.
    """
    data = look.bytes(path, MOST_DATABASE)
    if data is None:
        return None
    log = look.bytes(f"{path}-wal", MOST_LOG) or b""
    cause = Cause.UNKNOWN_FORMAT
    for statement in statements:
        try:
            return rows(data, statement, log)
        except NotDatabase:
            continue
        except TookTooLong:
            cause = Cause.TIMED_OUT
            break
    look.note(path, cause)
    return None
