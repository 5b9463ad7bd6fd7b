"""Whether a way put in by hand makes sense: it must be gone without being there already.

Ways in a circle are common (two mailboxes that reset each other). What makes no sense is a way whose
needs are had only through the very thing it opens: it would never be the way by which one comes in.
"""

from enum import StrEnum

from checkup.access.graph import Graph
from checkup.model.access_map import AccessMap, Way


class NoSense(StrEnum):
    """Why a way is not put in. The sentences are the texts `access.edit.no_sense.<value>`."""

    ITSELF = "itself"  # a thing opens itself
    CIRCLE = "circle"  # what it needs is had only through what it opens


def no_sense_in(access_map: AccessMap, way: Way) -> NoSense | None:
    """Return why a way makes no sense, or None; where nobody has what it needs, nothing speaks against it."""
    if way.to in way.needs:
        return NoSense.ITSELF
    graph = Graph(access_map)
    if way.to not in graph.number or not set(way.needs) <= graph.number.keys():
        return None
    to, needs = graph.number[way.to], {graph.number[one] for one in way.needs}
    had = {one for person in access_map.people for one in graph.perhaps_held(person)}
    had |= {thing for thing, ways in enumerate(graph.into) if not ways}
    without = graph.access_from(had - {to}, frozenset(graph.into[to]))
    missing = needs - without
    return NoSense.CIRCLE if missing and missing <= graph.access_from(had | {to}) else None
