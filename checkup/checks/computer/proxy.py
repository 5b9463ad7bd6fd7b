"""Proxies: other computers or programs through which this computer sends what it sends.

One on this computer or in the home network is often a tool the person knows; one far away, and a
script that chooses, are worth asking about.
"""

import ipaddress
from collections.abc import Iterator
from urllib.parse import urlsplit

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.nameservice import ProxySetting
from checkup.model.sources import Sources

CHECK_ID = "computer.proxy"

_SIGNS = {
    "updates": "proxy_for_updates",
    "desktop": "proxy_set",
    "everything": "proxy_set",
    "session": "proxy_set",
}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for proxy in sources.read(ProxySetting):
        is_near = _is_near(proxy.target)
        is_small = proxy.scope == "updates" or (is_near and not proxy.is_script)
        sign = "proxy_script" if proxy.is_script else _SIGNS.get(proxy.scope, "proxy_set")
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING if is_small else Level.ASK,
            about=f"proxy:{_end(proxy.target)}",
            name=_end(proxy.target),
            reasons=(
                Reason(
                    sign=sign, what=_end(proxy.target), who=proxy.who, where=proxy.seen_in, when=proxy.when
                ),
            ),
            evidence=(Evidence(where=proxy.seen_in, saw=_saw(proxy), when=proxy.when),),
        )


def _end(target: str) -> str:
    """Return the proxy without kind and sign-in words, which may hold a password."""
    bare = target.partition("://")[2] or target
    return bare.rpartition("@")[2].rstrip("/")


def _saw(proxy: ProxySetting) -> str:
    """Return the line that sets it, with the sign-in words left out."""
    return (proxy.line or proxy.target).replace(proxy.target, _end(proxy.target))


def _is_near(target: str) -> bool:
    try:
        host = urlsplit(target if "://" in target else f"//{target}").hostname or ""
    except ValueError:
        return False
    if host == "localhost" or host.endswith((".local", ".lan", ".localhost", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


CHECK = Check(id=CHECK_ID, needs=(ProxySetting,), look=look)
