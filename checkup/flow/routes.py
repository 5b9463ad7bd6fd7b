"""Which pages each step has for a visit: the steps' routes, in the order of the rail.

Each is loaded when its step is first asked for, so that the first page need not wait for the rest.
"""

from collections.abc import Mapping

from checkup.flow.place import StepId
from checkup.flow.walk import Route


def routes() -> Mapping[StepId, Route]:
    """Return the route of every step that is built."""
    return {}
