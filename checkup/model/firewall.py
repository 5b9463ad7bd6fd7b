"""Observation of a rule that lets other computers in."""

from checkup.model.sources import Observation


class FirewallOpening(Observation, frozen=True, kw_only=True):
    """A rule that lets connections from outside reach `path` or `ports`; both empty mean everything."""

    name: str
    path: str = ""
    ports: tuple[str, ...] = ()
    line: str = ""
    when: str = ""
