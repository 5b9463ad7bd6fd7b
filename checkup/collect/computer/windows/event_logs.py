"""The event logs of Windows, read from their files, also while Windows holds them open.

The folder is closed to ordinary accounts. A damaged chunk or record costs itself alone.
References: ../../../parse/evtx.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import as_windows
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.parse.evtx import NotEvtx, events
from checkup.parse.tree import Node

FOLDER = "/Windows/System32/winevt/Logs"
MOST_LOG = 64 * 1024 * 1024


def log_records(look: Looking, name: str, wanted: frozenset[int]) -> Iterator[Node]:
    """Yield the records of one log with these numbers; what cannot be read is noted."""
    path = f"{FOLDER}/{name}"
    data = look.bytes(path, MOST_LOG)
    try:
        for record in events(data, wanted) if data else ():
            if look.is_stopped:
                return
            if record is None:
                look.note(as_windows(path), Cause.UNKNOWN_FORMAT)
            else:
                yield record
    except NotEvtx:
        look.note(as_windows(path), Cause.UNKNOWN_FORMAT)
