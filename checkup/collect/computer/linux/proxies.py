"""Reads through whom traffic is sent: environment, package updates, GNOME, KDE, NetworkManager.

References: environment(5), apt.conf(5), the GSettings schema org.gnome.system.proxy, KDE's
kioslaverc ("Proxy Settings"), nm-settings-keyfile(5) (section proxy).
"""

import re
from collections.abc import Iterator

from checkup.collect.computer.linux.desktop_settings import Settings, desktop_settings
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.name_servers import CONNECTIONS
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.looking import Looking
from checkup.model.nameservice import ProxySetting
from checkup.model.sources import Reading
from checkup.parse.ini import ini_lines

_VARIABLE = re.compile(r"^\s*(?:export\s+)?((?:https?|all|socks|ftp)_proxy)=[\"']?([^\"'\s]+)", re.IGNORECASE)
_APT = re.compile(r"^\s*Acquire::(?:https?|ftp)::Proxy(?:::[^\s\"]+)?\s+\"([^\"]+)\"", re.IGNORECASE)
_APT_NONE = frozenset({"direct", "false", ""})
_KDE_SCRIPT, _KDE_MANUAL = "2", "1"
_GNOME = "/system/proxy"


def proxy_settings(ground: Ground) -> Reading[ProxySetting]:
    """Return every proxy that is set and switched on."""
    look = ground.looking()
    found = (
        *_environment(look),
        *_session(look),
        *_updates(look),
        *_gnome(ground, look),
        *_kde(ground, look),
        *_connections(look),
    )
    return look.reading(dict.fromkeys(found))


def _environment(look: Looking) -> Iterator[ProxySetting]:
    profile = look.paths("/etc/profile.d", ".sh")
    for path, text in look.texts(("/etc/environment", *profile)):
        yield from _variables(look, path, text.splitlines(), "everything")


def _session(look: Looking) -> Iterator[ProxySetting]:
    """Yield what the session of this program itself was started with."""
    if look.place.live:
        path = "/proc/self/environ"
        yield from _variables(look, path, (look.text(path) or "").split("\0"), "session")


def _variables(look: Looking, path: str, lines: list[str], scope: str) -> Iterator[ProxySetting]:
    for line in lines:
        if match := _VARIABLE.match(line):
            yield ProxySetting(
                seen_in=path, target=match.group(2), scope=scope, line=line.strip(), when=look.changed(path)
            )


def _updates(look: Looking) -> Iterator[ProxySetting]:
    for path, text in look.texts(("/etc/apt/apt.conf", *look.paths("/etc/apt/apt.conf.d"))):
        for line in text.splitlines():
            match = _APT.match(line)
            if match and match.group(1).lower() not in _APT_NONE:
                yield ProxySetting(
                    seen_in=path,
                    target=match.group(1),
                    scope="updates",
                    line=line.strip(),
                    when=look.changed(path),
                )


def _gnome(ground: Ground, look: Looking) -> Iterator[ProxySetting]:
    for settings in desktop_settings(ground, look):
        mode = settings.text(f"{_GNOME}/mode")
        if mode == "auto":
            yield from _of_gnome(look, settings, settings.text(f"{_GNOME}/autoconfig-url"), "autoconfig-url")
        for kind in ("http", "https", "socks") if mode == "manual" else ():
            host = settings.text(f"{_GNOME}/{kind}/host")
            port = settings.values.get(f"{_GNOME}/{kind}/port", 0)
            yield from _of_gnome(look, settings, f"{host}:{port}" if host else "", f"{kind}/host")


def _of_gnome(look: Looking, settings: Settings, target: str, name: str) -> Iterator[ProxySetting]:
    if target:
        yield ProxySetting(
            seen_in=settings.path,
            target=target,
            scope="desktop",
            is_script=name == "autoconfig-url",
            line=f"{_GNOME}/{name} = {target}",
            who=settings.who,
            when=look.changed(settings.path),
        )


def _kde(ground: Ground, look: Looking) -> Iterator[ProxySetting]:
    for home in own_homes(ground, look):
        path = f"{home.path.rstrip('/')}/.config/kioslaverc"
        lines = {line.name: line for line in ini_lines(look.text(path) or "") if "Proxy" in line.section}
        kind = lines["ProxyType"].value if "ProxyType" in lines else ""
        names = {
            _KDE_SCRIPT: ("Proxy Config Script",),
            _KDE_MANUAL: ("httpProxy", "httpsProxy", "socksProxy"),
        }
        for name in names.get(kind, ()):
            if name in lines and lines[name].value:
                yield ProxySetting(
                    seen_in=path,
                    target=lines[name].value.replace(" ", ":") if kind == _KDE_MANUAL else lines[name].value,
                    scope="desktop",
                    is_script=kind == _KDE_SCRIPT,
                    line=lines[name].text,
                    who=home.who,
                    when=look.changed(path),
                )


def _connections(look: Looking) -> Iterator[ProxySetting]:
    paths = (path for folder in CONNECTIONS for path in look.paths(folder, ".nmconnection"))
    for path, text in look.texts(paths):
        for line in ini_lines(text):
            if line.section == "proxy" and line.name == "pac-url" and line.value:
                yield ProxySetting(
                    seen_in=path,
                    target=line.value,
                    scope="everything",
                    is_script=True,
                    line=line.text,
                    when=look.changed(path),
                )
