"""Ways all connections of the phone can be led: private DNS, a proxy, a lasting VPN.

References: Android's Settings.Global (private_dns_mode, http_proxy) and Settings.Secure (always_on_vpn_app).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import PhoneSetting
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.network_settings"

_DNS = "private_dns_specifier"
_SIGNS = {
    _DNS: "private_dns_set",
    "http_proxy": "phone_proxy_set",
    "global_http_proxy_host": "phone_proxy_set",
    "always_on_vpn_app": "lasting_vpn_set",
}
_EMPTY = frozenset({"", "null", ":0", "0"})


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for one in sources.read(PhoneSetting):
        sign = _SIGNS.get(one.name)
        value = one.value.strip()
        if sign and value not in _EMPTY:
            yield Finding(
                check=ID,
                level=Level.SETTING if one.name == _DNS else Level.ASK,
                about=f"setting:{one.name}",
                name=value,
                reasons=(Reason(sign=sign, what=value),),
                evidence=(Evidence(where=one.seen_in, saw=f"{one.name}={one.value}"),),
            )


CHECK = Check(id=ID, needs=(PhoneSetting,), look=look)
