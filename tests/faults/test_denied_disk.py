"""A disk on which everything is closed is full of gaps, and nothing counts as looked at (T27)."""

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.collect.computer import for_this_computer, subject_of
from checkup.collect.computer.recognised import System
from checkup.collect.place import CouldNotRead, Place
from checkup.collect.run import RunHere
from checkup.indicators import Known
from checkup.model.clock import now
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from checkup.scan import scan
from checkup.scan.fitting import fitting
from tests import mac_disk, windows_disk

MAKERS = {System.WINDOWS: windows_disk.CLEAN.write, System.MACOS: mac_disk.CLEAN.write}


@pytest.mark.parametrize("system", MAKERS)
def test_a_closed_disk_is_never_nothing_found(tmp_path, monkeypatch, system):
    root = MAKERS[system](tmp_path)
    subject = subject_of(root=root)

    def closed(self, path, *more, **words):
        raise CouldNotRead(path, Cause.NOT_PERMITTED)

    for name in ("bytes", "text", "names", "status", "link", "piece"):
        monkeypatch.setattr(Place, name, closed)
    stop = Stop()
    sources = for_this_computer(RunHere(stop), stop, root=root, system=system)
    *_, last = scan(fitting(COMPUTER_CHECKS, sources.kinds), sources, Known(), stop, subject, now)
    assert last.result.findings == ()
    assert last.result.looked == ()
    assert len(last.result.gaps) >= 15
    assert Cause.NOT_PERMITTED in {gap.reason for gap in last.result.gaps}
