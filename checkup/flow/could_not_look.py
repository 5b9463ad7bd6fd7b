"""All that could not be looked at, one entry a check and reason, for the page and the command line."""

from checkup.model.looked import Cause, Gap
from checkup.model.result import Result


def could_not_look(result: Result) -> tuple[Gap, ...]:
    """Return the gaps, and beside them the places that checks with a card of their own could not read."""
    beside: dict[tuple[str, Cause], list[str]] = {}
    for one in result.unread:
        beside.setdefault((one.check, one.reason), []).append(one.where)
    partly = (
        Gap(check=check, reason=reason, where=tuple(dict.fromkeys(filter(None, places))))
        for (check, reason), places in beside.items()
    )
    return (*result.gaps, *partly)
