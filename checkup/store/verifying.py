"""Whether a record file is whole: every part opened, nothing shown, nothing written."""

from pathlib import Path

from checkup.model.value import Value
from checkup.model.visit import Record

from .errors import Copy, Damaged
from .pictures import held
from .record_file import OpenRecord, open_record


class Verified(Value, frozen=True, kw_only=True):
    """What was found in a whole record. `saves` counts its saves; `earlier_saves` those of the copy.

    `earlier_saves` is None where it was saved once only. `size` is the file's, in bytes. `pictures` counts
    those of the last state, each once, whose bytes give the SHA-256 noted for them; `pictures_lost` those
    that went with an earlier damage.
    """

    saves: int
    visits: int
    earlier_saves: int | None
    size: int
    pictures: int = 0
    pictures_lost: int = 0


def verify(path: Path, passphrase: str) -> Verified:
    """Open a record and its earlier copy to read; raises what `open_record` raises, but never InUse."""
    opened = open_record(path, passphrase, read_only=True)
    try:
        earlier = _earlier(opened)
        whole = held(opened.record)
        named = {one.sha256 for visit in opened.record.visits for one in visit.pictures}
        return Verified(
            saves=opened.record.saves,
            visits=len(opened.record.visits),
            earlier_saves=None if earlier is None else earlier.saves,
            size=opened.size,
            pictures=len(whole),
            pictures_lost=len(named - whole.keys()),
        )
    finally:
        opened.close()


def _earlier(opened: OpenRecord) -> Record | None:
    """Return the earlier copy; raises Damaged where only the last one is whole."""
    try:
        return opened.earlier()
    except Damaged as error:
        raise Damaged(Copy.LAST) from error
