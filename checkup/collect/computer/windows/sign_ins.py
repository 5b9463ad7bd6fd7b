"""Sign-ins from afar, out of Windows' event logs.

The log of security is closed to ordinary accounts; the two of Remote Desktop may be open. Logs are read
from the file, also while Windows holds it open. References: ../../../parse/event_log.py.
"""

from collections.abc import Iterator
from io import BytesIO

from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.looking import Looking
from checkup.model.login import PastSignIn
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.event_log import sign_in
from checkup.parse.tree import NotReadable, tree

FOLDER = "/Windows/System32/winevt/Logs"
LOGS = (
    "Security.evtx",
    "Microsoft-Windows-TerminalServices-LocalSessionManager%4Operational.evtx",
    "Microsoft-Windows-TerminalServices-RemoteConnectionManager%4Operational.evtx",
)
MOST_LOG = 64 * 1024 * 1024
MOST_RECORDS = 200_000
MOST_RECORD = 64 * 1024


def past_sign_ins(ground: Ground) -> Reading[PastSignIn]:
    """Return the sign-ins from afar that the logs tell of."""
    look = ground.looking()
    if not look.is_there(FOLDER):
        look.note(as_windows(FOLDER), Cause.FAILED)
    return look.reading(one for name in LOGS for one in _in(look, f"{FOLDER}/{name}"))


def _in(look: Looking, path: str) -> Iterator[PastSignIn]:
    data = look.bytes(path, MOST_LOG)
    if not data:
        return
    for record in _records(look, path, data):
        try:
            found = sign_in(tree(record))
        except NotReadable:
            continue
        if found is not None:
            yield PastSignIn(seen_in=as_windows(path), who=found.who, remote=found.remote, since=found.since)


def _records(look: Looking, path: str, data: bytes) -> Iterator[bytes]:
    from evtx import PyEvtxParser

    try:
        parser = PyEvtxParser(BytesIO(data), number_of_threads=1)
        for number, record in enumerate(parser.records_json()):
            if number >= MOST_RECORDS or look.is_stopped or record is None:
                return
            yield record["data"].encode("utf-8", "surrogatepass")[:MOST_RECORD]
    except (RuntimeError, OSError, ValueError):
        look.note(as_windows(path), Cause.UNKNOWN_FORMAT)
