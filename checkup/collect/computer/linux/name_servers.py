"""Reads which name servers this computer asks.

References: resolv.conf(5), resolved.conf(5), nm-settings-keyfile(5).
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.nameservice import NameServer
from checkup.model.sources import Reading
from checkup.parse.ini import ini_lines
from checkup.parse.resolver import listed_servers, resolv_servers

# What is really asked stands in the first that exist; the plain one may only name a helper on this computer.
IN_USE = ("/etc/resolv.conf", "/run/systemd/resolve/resolv.conf", "/run/NetworkManager/resolv.conf")
RESOLVED = ("/etc/systemd/resolved.conf", "/etc/systemd/resolved.conf.d", "/run/systemd/resolved.conf.d")
CONNECTIONS = ("/etc/NetworkManager/system-connections", "/run/NetworkManager/system-connections")


def name_servers(ground: Ground) -> Reading[NameServer]:
    """Return the servers in use and those somebody wrote into a setting; each once a place."""
    look = ground.looking()
    return look.reading(dict.fromkeys((*_in_use(look), *_resolved(look), *_connections(look))))


def _in_use(look: Looking) -> Iterator[NameServer]:
    for path, text in look.texts(IN_USE):
        for address in resolv_servers(text):
            yield NameServer(seen_in=path, address=address, when=look.changed(path))


def _resolved(look: Looking) -> Iterator[NameServer]:
    main, *folders = RESOLVED
    dropped = (path for folder in folders for path in look.paths(folder, ".conf"))
    for path, text in look.texts((main, *dropped)):
        for line in ini_lines(text):
            if line.section == "Resolve" and line.name == "DNS":
                for address in listed_servers(line.value):
                    yield NameServer(seen_in=path, address=address, is_fixed=True, when=look.changed(path))


def _connections(look: Looking) -> Iterator[NameServer]:
    """Yield what NetworkManager's connections fix; only the administrator may read them."""
    paths = (path for folder in CONNECTIONS for path in look.paths(folder, ".nmconnection"))
    for path, text in look.texts(paths):
        for line in ini_lines(text):
            if line.section in ("ipv4", "ipv6") and line.name == "dns":
                for address in listed_servers(line.value):
                    yield NameServer(seen_in=path, address=address, is_fixed=True, when=look.changed(path))
