"""Reads the hosts file: which names this computer sends elsewhere by itself."""

from checkup.collect.computer.linux.ground import Ground
from checkup.model.nameservice import HostsEntry
from checkup.model.sources import Reading
from checkup.parse.hosts import hosts_lines

HOSTS = "/etc/hosts"
MOST_HOSTS = 32 * 1024 * 1024  # lists of blocked names have hundreds of thousands of lines


def hosts_entries(ground: Ground) -> Reading[HostsEntry]:
    """Return one entry for each name of each line."""
    look = ground.looking()
    text = look.text(HOSTS, MOST_HOSTS) or ""
    when = look.changed(HOSTS)
    return look.reading(
        HostsEntry(seen_in=HOSTS, name=line.name, address=line.address, line=line.line, when=when)
        for line in hosts_lines(text)
    )
