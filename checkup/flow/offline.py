"""Working offline: while it holds, nothing is asked over the network and no page is opened from here.

It begins on wherever the device was not called right, and before that was asked at all; the person may
switch it off knowingly, and on again, at any time. Another answer about the device begins it anew.

References: threat-model section 7 (an `offline` switch, the default when the answer is "not sure").
"""

from typing import TYPE_CHECKING

from checkup.content.texts import Texts
from checkup.model.plain import Plain
from checkup.model.situation import DeviceSafety

if TYPE_CHECKING:
    from checkup.model.begun import Beginning
    from checkup.model.visit import Visit


class OfflineQuestion(Plain):
    """What is said and asked before the switch is turned; `then_offline` is how it stands after a yes."""

    title: str
    lines: tuple[str, ...]
    yes: str
    no: str
    then_offline: bool


def is_offline(visit: "Beginning") -> bool:
    """Whether the network may not be used now."""
    return visit.device is not DeviceSafety.SAFE if visit.offline is None else visit.offline


def switched(visit: "Visit", *, offline: bool) -> "Visit":
    """Return the visit after the person chose."""
    from msgspec import structs

    return structs.replace(visit, offline=offline)


def offline_question(visit: "Visit", texts: Texts, *, host: str = "") -> OfflineQuestion:
    """Return how the switch stands and what turning it means; `host` is what somebody wanted to reach."""
    say = texts.say
    now = "shut" if is_offline(visit) else "open"
    why = (say("offline.wanted", host=host),) if host else ()
    by_itself = (say("offline.not_sure"),) if is_offline(visit) and _is_by_itself(visit) else ()
    return OfflineQuestion(
        title=say(f"offline.{now}.title"),
        lines=(*why, *by_itself, *say(f"offline.{now}.lines").splitlines()),
        yes=say(f"offline.{now}.yes"),
        no=say(f"offline.{now}.no"),
        then_offline=not is_offline(visit),
    )


def _is_by_itself(visit: "Visit") -> bool:
    return visit.offline is None and visit.device is DeviceSafety.NOT_SURE
