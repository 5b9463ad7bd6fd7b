"""Sources that hold given observations, for tests that bring their own lists."""

from dataclasses import dataclass

from checkup.model.sources import Observation, Reading, Seen


@dataclass(frozen=True)
class Given:
    """Sources that hold what the test gave."""

    observations: tuple[Observation, ...]

    def read(self, kind: type[Seen]) -> Reading[Seen]:
        return Reading(items=tuple(one for one in self.observations if type(one) is kind))
