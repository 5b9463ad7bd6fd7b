"""A look at a made disk, whole: what the command line would say of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.collect.computer import for_this_computer, subject_of, system_of
from checkup.collect.run import RunHere
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.clock import now
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.scan import Ended, scan
from checkup.scan.fitting import fitting


@pytest.fixture
def looked(tmp_path: Path) -> Callable[..., Result]:
    """Write a disk, look at all of it, and return the result."""

    def look(disk, name: str = "disk") -> Result:
        root = disk.write(tmp_path / name)
        stop = Stop()
        system = system_of(root)
        sources = for_this_computer(RunHere(stop), stop, root=root, system=system)
        known = load(resource("rules")).on(system.value)
        checks = fitting(COMPUTER_CHECKS, sources.kinds)
        *_, last = scan(checks, sources, known, stop, subject_of(root=root), now)
        assert isinstance(last, Ended)
        return last.result

    return look
