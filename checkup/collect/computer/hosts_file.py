"""Reads a hosts file, on any system: which names this computer sends elsewhere by itself."""

from checkup.collect.looking import Looking
from checkup.model.nameservice import HostsEntry
from checkup.model.sources import Reading
from checkup.parse.hosts import hosts_lines

MOST_HOSTS = 32 * 1024 * 1024  # lists of blocked names have hundreds of thousands of lines


def hosts_file(look: Looking, path: str, seen_in: str = "") -> Reading[HostsEntry]:
    """Return one entry for each name of each line; `seen_in` is the path as the system writes it."""
    text = look.text(path, MOST_HOSTS) or ""
    when, where = look.changed(path), seen_in or path
    return look.reading(
        HostsEntry(seen_in=where, name=line.name, address=line.address, line=line.line, when=when)
        for line in hosts_lines(text)
    )
