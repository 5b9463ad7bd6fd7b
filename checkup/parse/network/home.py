"""Which addresses are those of a home, of the device itself, or of everybody at one time."""

import ipaddress

MOST_REMEMBERED = 200_000

# Addresses that are not places elsewhere: of a home, of the device itself, of everybody at one time.
_HOME = (
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8", "100.64.0.0/10"),
    *("0.0.0.0/8", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "ff00::/8"),
)


class Home:
    """Asked for every packet, so that an answer is remembered."""

    def __init__(self) -> None:
        self._networks = tuple(ipaddress.ip_network(one) for one in _HOME)
        self._known: dict[bytes, bool] = {}

    def holds(self, address: bytes) -> bool:
        """Whether an address is no place elsewhere."""
        found = self._known.get(address)
        if found is None:
            found = any(ipaddress.ip_address(address) in network for network in self._networks)
            if len(self._known) < MOST_REMEMBERED:
                self._known[address] = found
        return found
