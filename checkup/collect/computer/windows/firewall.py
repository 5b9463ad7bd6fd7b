"""Rules of Windows' firewall that let others in.

References: [MS-FASP] 2.2 (the form `v2.30|Action=Allow|Active=TRUE|Dir=In|App=...|LPort=...|`).
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.registry import CONTROL
from checkup.model.firewall import FirewallOpening
from checkup.model.sources import Reading
from checkup.parse.firewall_rule import opening
from checkup.parse.windows_line import whole

RULES = rf"{CONTROL}\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"


def firewall_openings(ground: Ground) -> Reading[FirewallOpening]:
    """Return all rules that are on and let connections in."""
    look = ground.looking()
    key = ground.key(look, RULES)

    def found() -> Iterator[FirewallOpening]:
        for value in key.values if key is not None else ():
            rule = opening(value.text)
            if key is not None and rule is not None:
                path = whole(rule.path, ground.variables()) if rule.path else ""
                yield FirewallOpening(
                    seen_in=key.path, name=rule.name or value.name, path=path, ports=rule.ports,
                    line=value.text, when=key.changed,
                )  # fmt: skip

    return look.reading(found())
