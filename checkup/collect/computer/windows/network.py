r"""Where Windows sends its traffic: proxies, name servers, doors from one port to another, the hosts file.

References: learn.microsoft.com, "Internet Settings", "Tcpip\Parameters"; ForensicArtifacts/artifacts
(WindowsSystemDnsServers, PortProxy); a proxy written by name is `http=host:port;https=...`.
"""

from collections.abc import Iterator

from checkup.collect.computer.hosts_file import hosts_file
from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.computer.windows.registry import CONTROL
from checkup.collect.looking import Looking
from checkup.model.nameservice import HostsEntry, NameServer, ProxySetting
from checkup.model.sources import Reading
from checkup.parse.registry import RegistryKey
from checkup.parse.resolver import listed_servers
from checkup.parse.win_http import win_http_proxy

HOSTS = "/Windows/System32/drivers/etc/hosts"
SETTINGS = r"Microsoft\Windows\CurrentVersion\Internet Settings"
INTERFACES = (
    rf"{CONTROL}\Services\Tcpip\Parameters\Interfaces",
    rf"{CONTROL}\Services\Tcpip6\Parameters\Interfaces",
)
PORT_PROXY = rf"{CONTROL}\Services\PortProxy"


def hosts_entries(ground: Ground) -> Reading[HostsEntry]:
    """Return one entry for each name of each line of the hosts file."""
    return hosts_file(ground.looking(), HOSTS, as_windows(HOSTS))


def proxy_settings(ground: Ground) -> Reading[ProxySetting]:
    """Return every proxy that is set and switched on."""
    look = ground.looking()
    return look.reading(_proxies(look, ground))


def _proxies(look: Looking, ground: Ground) -> Iterator[ProxySetting]:
    for who in ground.people(look):
        for middle in ("Software", r"Software\Policies"):
            yield from _settings(ground.key(look, rf"HKU\{who}\{middle}\{SETTINGS}"), who)
    for top in (r"HKLM\SOFTWARE", r"HKLM\SOFTWARE\Policies"):
        yield from _settings(ground.key(look, rf"{top}\{SETTINGS}"), "")
    yield from _services(look, ground)
    for way in ground.names(look, PORT_PROXY):
        key = ground.key(look, rf"{PORT_PROXY}\{way}\tcp")
        for value in key.values if key is not None else ():
            if key is not None and value.text:
                target = value.text.replace("/", ":")
                line = f"{value.name} → {value.text}"
                yield ProxySetting(
                    seen_in=key.path, target=target, scope="everything", line=line, when=key.changed
                )


def _services(look: Looking, ground: Ground) -> Iterator[ProxySetting]:
    """Yield the proxy of Windows' own services, which stands beside that of people."""
    for part in ("", r"\WOW6432Node"):
        key = ground.key(look, rf"HKLM\SOFTWARE{part}\{SETTINGS}\Connections")
        value = key.value("WinHttpSettings") if key is not None else None
        server = win_http_proxy(value.bytes) if value is not None else ""
        if key is not None:
            yield from _targets(key, server, f"WinHttpSettings = {server}", "")


def _settings(key: RegistryKey | None, who: str) -> Iterator[ProxySetting]:
    if key is None:
        return
    script = key.text("AutoConfigURL")
    if script:
        line = f"AutoConfigURL = {script}"
        yield ProxySetting(
            seen_in=key.path, target=script, scope="everything", is_script=True, line=line, who=who,
            when=key.changed,
        )  # fmt: skip
    server = key.text("ProxyServer") if key.number("ProxyEnable") == 1 else ""
    yield from _targets(key, server, f"ProxyServer = {server}", who)


def _targets(key: RegistryKey, server: str, line: str, who: str) -> Iterator[ProxySetting]:
    for target in dict.fromkeys(part.rpartition("=")[2].strip() for part in server.split(";")):
        if target:
            yield ProxySetting(
                seen_in=key.path, target=target, scope="everything", line=line, who=who, when=key.changed
            )


def name_servers(ground: Ground) -> Reading[NameServer]:
    """Return the servers of every connection: those written in by hand, and those it was given."""
    look = ground.looking()
    return look.reading(dict.fromkeys(_servers(look, ground)))


def _servers(look: Looking, ground: Ground) -> Iterator[NameServer]:
    for folder in INTERFACES:
        for _, key in ground.keys(look, folder):
            for name in ("NameServer", "DhcpNameServer"):
                for address in listed_servers(key.text(name)):
                    is_fixed = name == "NameServer"
                    yield NameServer(seen_in=key.path, address=address, is_fixed=is_fixed, when=key.changed)
