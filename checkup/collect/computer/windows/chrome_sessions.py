"""When somebody connected with Chrome Remote Desktop, which writes into Windows' log of programs.

References: ../../../parse/event_log.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.event_logs import FOLDER, log_records
from checkup.collect.computer.windows.ground import as_windows
from checkup.collect.looking import Looking
from checkup.model.remote_session import RemoteSession
from checkup.parse.event_log import CHROME_CONNECTED, chrome_connection

LOG = "Application.evtx"
FAMILY = "chrome-remote-desktop"


def chrome_sessions(look: Looking) -> Iterator[RemoteSession]:
    """Yield every connection that the log tells of."""
    for record in log_records(look, LOG, frozenset({CHROME_CONNECTED})):
        found = chrome_connection(record)
        if found is not None:
            peer, since = found
            line = f"chromoting: {peer}"
            yield RemoteSession(
                seen_in=as_windows(f"{FOLDER}/{LOG}"), program=FAMILY, peer=peer, since=since, line=line
            )
