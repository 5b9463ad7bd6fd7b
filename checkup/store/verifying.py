"""Whether a record file is whole: every part opened, nothing shown, nothing written."""

from pathlib import Path

from checkup.model.value import Value
from checkup.model.visit import Record

from .errors import Copy, Damaged
from .record_file import OpenRecord, open_record


class Verified(Value, frozen=True, kw_only=True):
    """What was found in a whole record. `saves` counts its saves; `earlier_saves` those of the copy.

    `earlier_saves` is None where it was saved once only. `size` is the file's, in bytes.
    """

    saves: int
    visits: int
    earlier_saves: int | None
    size: int


def verify(path: Path, passphrase: str) -> Verified:
    """Open a record and its earlier copy to read; raises what `open_record` raises, but never InUse."""
    opened = open_record(path, passphrase, read_only=True)
    try:
        earlier = _earlier(opened)
        return Verified(
            saves=opened.record.saves,
            visits=len(opened.record.visits),
            earlier_saves=None if earlier is None else earlier.saves,
            size=opened.size,
        )
    finally:
        opened.close()


def _earlier(opened: OpenRecord) -> Record | None:
    """Return the earlier copy; raises Damaged where only the last one is whole."""
    try:
        return opened.earlier()
    except Damaged as error:
        raise Damaged(Copy.LAST) from error
