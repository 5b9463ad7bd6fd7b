"""The event logs of Windows, read from their files, also while Windows holds them open.

The folder is closed to ordinary accounts. A damaged chunk or record costs itself alone.
"""

from collections.abc import Iterator
from io import BytesIO

from checkup.collect.computer.windows.ground import as_windows
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.parse.tree import Node, NotReadable, tree

FOLDER = "/Windows/System32/winevt/Logs"
MOST_LOG = 64 * 1024 * 1024
MOST_RECORDS = 200_000
MOST_RECORD = 64 * 1024


def log_records(look: Looking, name: str) -> Iterator[Node]:
    """Yield the records of one log; none where it is absent, what cannot be read is noted."""
    path = f"{FOLDER}/{name}"
    data = look.bytes(path, MOST_LOG)
    for record in _written(look, path, data) if data else ():
        try:
            yield tree(record)
        except NotReadable:
            look.note(as_windows(path), Cause.UNKNOWN_FORMAT)


def _written(look: Looking, path: str, data: bytes) -> Iterator[bytes]:
    from evtx import PyEvtxParser

    try:
        records = PyEvtxParser(BytesIO(data), number_of_threads=1).records_json()
    except (RuntimeError, OSError, ValueError):
        look.note(as_windows(path), Cause.UNKNOWN_FORMAT)
        return
    for _ in range(MOST_RECORDS):
        try:
            record = next(records, None)
        except (RuntimeError, OSError, ValueError):
            look.note(as_windows(path), Cause.UNKNOWN_FORMAT)
            continue
        if record is None or look.is_stopped:
            return
        written = record["data"].encode("utf-8", "surrogatepass")
        if len(written) <= MOST_RECORD:
            yield written
    look.note(as_windows(path), Cause.TOO_LARGE)
