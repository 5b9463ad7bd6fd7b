"""Reads the hosts file: which names this computer sends elsewhere by itself."""

from checkup.collect.computer.hosts_file import hosts_file
from checkup.collect.computer.linux.ground import Ground
from checkup.model.nameservice import HostsEntry
from checkup.model.sources import Reading

HOSTS = "/etc/hosts"


def hosts_entries(ground: Ground) -> Reading[HostsEntry]:
    """Return one entry for each name of each line."""
    return hosts_file(ground.looking(), HOSTS)
