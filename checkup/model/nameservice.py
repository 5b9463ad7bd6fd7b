"""Observations on where this computer's traffic is sent: names, proxies, name servers."""

from checkup.model.sources import Observation


class HostsEntry(Observation, frozen=True, kw_only=True):
    """A line of the hosts file for one name. `address` is where that name is sent."""

    name: str
    address: str
    line: int = 0
    when: str = ""


class ProxySetting(Observation, frozen=True, kw_only=True):
    """Something is told to send its traffic through another computer or program first.

    `target` is the proxy, or the address of the script that chooses one (`is_script`). `scope` is
    what obeys it: "everything", "desktop", "updates" or "session".
    """

    target: str
    scope: str
    is_script: bool = False
    line: str = ""
    who: str = ""
    when: str = ""


class NameServer(Observation, frozen=True, kw_only=True):
    """A server asked for the addresses of names; `is_fixed` where somebody wrote it into a setting."""

    address: str
    is_fixed: bool = False
    when: str = ""
