"""Where a Mac sends its traffic: the settings of its connections and the hosts file.

References: Apple, SystemConfiguration schema (kSCPropNetProxies..., kSCPropNetDNSServerAddresses).
"""

from collections.abc import Iterator

from checkup.collect.computer.hosts_file import hosts_file
from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.looking import Looking
from checkup.model.nameservice import HostsEntry, NameServer, ProxySetting
from checkup.model.sources import Reading
from checkup.parse.resolver import plain_address
from checkup.parse.tree import Node

SETTINGS = "/Library/Preferences/SystemConfiguration/preferences.plist"
HOSTS = "/private/etc/hosts"
KINDS = ("HTTP", "HTTPS", "SOCKS")


def hosts_entries(ground: MacGround) -> Reading[HostsEntry]:
    """Return one entry for each name of each line of the hosts file."""
    return hosts_file(ground.looking(), HOSTS)


def proxy_settings(ground: MacGround) -> Reading[ProxySetting]:
    """Return every proxy that is set and switched on."""
    look = ground.looking()
    return look.reading(dict.fromkeys(_proxies(look)))


def _proxies(look: Looking) -> Iterator[ProxySetting]:
    when = look.changed(SETTINGS)
    for service in _services(look):
        given = service.at("Proxies")
        if given.at("ProxyAutoConfigEnable").number and (script := given.at("ProxyAutoConfigURLString").text):
            yield ProxySetting(
                seen_in=SETTINGS, target=script, scope="everything", is_script=True,
                line=f"ProxyAutoConfigURLString = {script}", when=when,
            )  # fmt: skip
        for kind in KINDS:
            host, port = given.at(f"{kind}Proxy").text, given.at(f"{kind}Port").number
            if given.at(f"{kind}Enable").number and host:
                target = f"{host}:{port}" if port else host
                line = f"{kind}Proxy = {target}"
                yield ProxySetting(seen_in=SETTINGS, target=target, scope="everything", line=line, when=when)


def name_servers(ground: MacGround) -> Reading[NameServer]:
    """Return the name servers that somebody wrote into a connection."""
    look = ground.looking()
    return look.reading(dict.fromkeys(_servers(look)))


def _servers(look: Looking) -> Iterator[NameServer]:
    when = look.changed(SETTINGS)
    for service in _services(look):
        for text in service.at("DNS", "ServerAddresses").texts():
            if address := plain_address(text):
                yield NameServer(seen_in=SETTINGS, address=address, is_fixed=True, when=when)


def _services(look: Looking) -> Iterator[Node]:
    services = property_list(look, SETTINGS).at("NetworkServices")
    yield from (service for _, service in services.items())
