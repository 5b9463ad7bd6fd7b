"""Ports that wait for connections, and the programs behind them.

References: proc(5) `/proc/net/*`. Only TCP and unconnected UDP of this network namespace.
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.open_files import OpenFileTable
from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.program import ListeningPort
from checkup.model.sources import Reading
from checkup.parse import process as parse
from checkup.parse.sockets import LISTENING, UNCONNECTED, listening

TABLES = (
    ("tcp", "/proc/net/tcp", LISTENING),
    ("tcp", "/proc/net/tcp6", LISTENING),
    ("udp", "/proc/net/udp", UNCONNECTED),
    ("udp", "/proc/net/udp6", UNCONNECTED),
)
MOST_TABLE = 8 * 1024 * 1024


def listening_ports(ground: Ground, table: OpenFileTable) -> Reading[ListeningPort]:
    """Return every port that waits; where its program is another person's, its name is not known."""
    if not ground.place.live:
        return not_live(ListeningPort)
    look = ground.looking()
    found = look.reading(_ports(look, table))
    nameless = sum(1 for port in found if not port.number)
    if nameless and table.unread:
        look.note("/proc/*/fd", Cause.NOT_PERMITTED, nameless)
    return Reading(items=found.items, unread=look.unread)


def _ports(look: Looking, table: OpenFileTable) -> Iterator[ListeningPort]:
    for protocol, path, state in TABLES:
        for socket in listening(look.text(path, MOST_TABLE) or "", state):
            number = table.by_socket.get(socket.inode, 0)
            yield ListeningPort(
                seen_in=path,
                port=socket.port,
                address=socket.address,
                protocol=protocol,
                number=number,
                name=_name(look, number),
                path=(look.link(f"/proc/{number}/exe") or "") if number else "",
            )


def _name(look: Looking, number: int) -> str:
    stat = parse.stat(look.text(f"/proc/{number}/stat") or "") if number else None
    return stat.name if stat is not None else ""
