"""One story per thing: signs of several checks about one thing become one finding."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from checkup.model.finding import Finding

Part = TypeVar("Part")


def joined(earlier: Finding, later: Finding) -> Finding:
    """Return one finding with the signs of both: the highest level, nothing said twice.

    Both have the same `about`. `check` stays the one that came first, so that a check which only
    adds to another's card is known to have no card of its own.
    """
    checks = _once((*(earlier.checks or (earlier.check,)), *(later.checks or (later.check,))))
    return msgspec.structs.replace(
        earlier,
        level=min(earlier.level, later.level, key=lambda level: level.rank),
        name=earlier.name or later.name,
        reasons=_once((*earlier.reasons, *later.reasons)),
        evidence=_once((*earlier.evidence, *later.evidence)),
        checks=checks if len(checks) > 1 else (),
    )


def _once(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(dict.fromkeys(parts))
