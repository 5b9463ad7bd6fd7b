"""Logs of programs for remote control, wherever a system has them: who connected and when.

References: facts on the families (LOLRMM, Ruler-Project); RustDesk's own folders of logs. The logs of
Splashtop and TightVNC are told of where they are and not read: no description of their lines was found.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checkup.collect.computer.home import Home
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.remote_session import RemoteSession
from checkup.parse.remote_log import PARSERS, Connection, log_text

MOST_LOG = 16 * 1024 * 1024
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class LogPlace:
    """Where one program's log lies: a file, or a folder of files (with a slash at the end).

    A path without a slash at its beginning is relative to each home.
    """

    program: str
    path: str


WINDOWS_LOGS = (
    LogPlace("anydesk", "/ProgramData/AnyDesk/connection_trace.txt"),
    LogPlace("anydesk", "AppData/Roaming/AnyDesk/connection_trace.txt"),
    LogPlace("teamviewer", "/Program Files/TeamViewer/Connections_incoming.txt"),
    LogPlace("teamviewer", "/Program Files (x86)/TeamViewer/Connections_incoming.txt"),
    LogPlace("ultraviewer", "AppData/Roaming/UltraViewer/Connection_IN_Log.txt"),
    LogPlace("ultravnc", "/Program Files/uvnc bvba/UltraVNC/mslogon.log"),
    LogPlace("ultravnc", "/Program Files (x86)/uvnc bvba/UltraVNC/mslogon.log"),
    LogPlace("ultravnc", "/Program Files/UltraVNC/mslogon.log"),
    LogPlace("ultravnc", "/ProgramData/UltraVNC/mslogon.log"),
    LogPlace("ammyy", "/ProgramData/AMMYY/access.log"),
    LogPlace("radmin", "/Windows/SysWOW64/rserver30/Radm_log.htm"),
    LogPlace("radmin", "/Windows/System32/rserver30/Radm_log.htm"),
    LogPlace("rustdesk", "AppData/Roaming/RustDesk/log/server/"),
    LogPlace("rustdesk", "/Windows/ServiceProfiles/LocalService/AppData/Roaming/RustDesk/log/server/"),
)
# Logs whose lines nobody has described: that they are there is said, and that they were not read.
UNREAD_LOGS = (
    "/Program Files (x86)/Splashtop/Splashtop Remote/Server/log/SPLog.txt",
    "/ProgramData/TightVNC/Server/Logs/tvnserver.log",
    "/ProgramData/TightVNC/tvnserver.log",
    "/Windows/System32/config/systemprofile/AppData/Roaming/TightVNC/tvnserver.log",
)
MACOS_LOGS = (
    LogPlace("anydesk", ".anydesk/connection_trace.txt"),
    LogPlace("teamviewer", "/Library/Logs/TeamViewer/Connections_incoming.txt"),
    LogPlace("teamviewer", "Library/Logs/TeamViewer/Connections_incoming.txt"),
    LogPlace("rustdesk", "Library/Logs/RustDesk/server/"),
)
LINUX_LOGS = (
    LogPlace("anydesk", ".anydesk/connection_trace.txt"),
    LogPlace("anydesk", "/var/log/anydesk/connection_trace.txt"),
    LogPlace("teamviewer", "/var/log/teamviewer15/Connections_incoming.txt"),
    LogPlace("teamviewer", "/opt/teamviewer/logfiles/Connections_incoming.txt"),
    LogPlace("rustdesk", ".local/share/logs/RustDesk/server/"),
    LogPlace("rustdesk", "/root/.local/share/logs/RustDesk/server/"),
)


def remote_sessions(
    look: Looking,
    places: Iterable[LogPlace],
    homes: Iterable[Home],
    shown: Callable[[str], str] = str,
) -> Iterator[RemoteSession]:
    """Yield every connection the logs tell of; `shown` writes a path as the system does."""
    people = tuple(homes)
    for place in places:
        paths = (
            [place.path] if place.path.startswith("/") else [f"{home.path}/{place.path}" for home in people]
        )
        for path in paths:
            yield from _in(look, place.program, path, shown)


def unread_logs(look: Looking, shown: Callable[[str], str] = str) -> None:
    """Note the logs that are there and that nothing here can read."""
    for path in UNREAD_LOGS:
        if look.is_there(path):
            look.note(shown(path), Cause.UNKNOWN_FORMAT)


def _in(look: Looking, program: str, path: str, shown: Callable[[str], str]) -> Iterator[RemoteSession]:
    files = tuple(look.paths(path, ".log"))[-MOST_FILES:] if path.endswith("/") else (path,)
    for file in files:
        data = look.bytes(file, MOST_LOG)
        for one in PARSERS[program](log_text(data)) if data else ():
            yield _session(program, shown(file), one)


def _session(program: str, seen_in: str, one: Connection) -> RemoteSession:
    return RemoteSession(
        seen_in=seen_in,
        program=program,
        peer=one.peer,
        who=one.who,
        since=one.since,
        until=one.until,
        line=one.line,
        needs_no_answer=one.needs_no_answer,
    )
