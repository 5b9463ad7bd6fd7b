"""Known programs: the lists of resources/rules as one index of facts."""

from checkup.indicators.known import Known
from checkup.indicators.lists import load

__all__ = ["Known", "load"]
