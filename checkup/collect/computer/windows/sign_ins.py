"""Sign-ins from afar, out of Windows' event logs.

The log of security is closed to ordinary accounts, and mostly the two of Remote Desktop as well.
References: ../../../parse/event_log.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.event_logs import FOLDER, log_records
from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.looking import Looking
from checkup.model.login import PastSignIn
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.event_log import SIGN_INS, sign_in

LOGS = (
    "Security.evtx",
    "Microsoft-Windows-TerminalServices-LocalSessionManager%4Operational.evtx",
    "Microsoft-Windows-TerminalServices-RemoteConnectionManager%4Operational.evtx",
)


def past_sign_ins(ground: Ground) -> Reading[PastSignIn]:
    """Return the sign-ins from afar that the logs tell of."""
    look = ground.looking()
    if not look.is_there(FOLDER):
        look.note(as_windows(FOLDER), Cause.FAILED)
    return look.reading(one for name in LOGS for one in _in(look, name))


def _in(look: Looking, name: str) -> Iterator[PastSignIn]:
    for record in log_records(look, name, SIGN_INS):
        found = sign_in(record)
        if found is not None:
            seen_in = as_windows(f"{FOLDER}/{name}")
            yield PastSignIn(seen_in=seen_in, who=found.who, remote=found.remote, since=found.since)
