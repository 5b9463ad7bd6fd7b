"""Wi-Fi networks the phone knows, in the form before and since iOS 14.

References: com.apple.wifi.plist ("List of known networks": `SSID_STR`, `lastJoined`), and
com.apple.wifi.known-networks.plist (one entry a network: `SSID`, `AddedAt`, `SupportedSecurityTypes`).
"""

from collections.abc import Iterator

from checkup.model.iphone import JoinedNetwork
from checkup.parse.plist import Dict, bytes_of, dict_of, list_of, moment_of, plist_dict, text_of

OLD = "List of known networks"
NEW = "wifi.network.ssid."
MOST = 10_000
_OPEN = frozenset({"open", "none"})


def networks(data: bytes, where: str) -> Iterator[JoinedNetwork]:
    """Yield the known networks; raises NotPlist."""
    held = plist_dict(data)
    for one in list_of(held.get(OLD))[:MOST]:
        yield _old(dict_of(one), where)
    for key in [key for key in held if key.startswith(NEW)][:MOST]:
        yield _new(key.removeprefix(NEW), dict_of(held[key]), where)


def _old(one: Dict, where: str) -> JoinedNetwork:
    is_locked = any(one.get(key) for key in ("RSN_IE", "WPA_IE", "WEP", "WEPKeyLen", "SAE"))
    says = "SecurityMode" in one or is_locked or "AP_MODE" in one
    joined = moment_of(one.get("lastAutoJoined")) or moment_of(one.get("lastJoined"))
    return JoinedNetwork(
        name=text_of(one.get("SSID_STR")),
        is_open=(not is_locked) if says else None,
        last=joined,
        seen_in=where,
    )


def _new(name: str, one: Dict, where: str) -> JoinedNetwork:
    kind = text_of(one.get("SupportedSecurityTypes")).casefold()
    ssid = bytes_of(one.get("SSID")).decode("utf-8", "replace") or text_of(one.get("SSID")) or name
    joined = (moment_of(one.get(key)) for key in ("JoinedBySystemAt", "JoinedByUserAt", "UpdatedAt"))
    return JoinedNetwork(
        name=ssid,
        is_open=kind in _OPEN if kind else None,
        since=moment_of(one.get("AddedAt")),
        last=max(joined, default=""),
        seen_in=where,
    )
