"""A disk that fails or is pulled out during the look: what was not read is no "nothing seen" (T27)."""

import errno
import os
from pathlib import Path

import pytest

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.collect.computer import for_this_computer, subject_of
from checkup.collect.computer.recognised import System
from checkup.collect.run import RunHere
from checkup.indicators import Known
from checkup.model.clock import now
from checkup.model.looked import Cause
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.scan import Started, scan
from checkup.scan.fitting import fitting
from tests import mac_disk, windows_disk

LINUX = {
    "etc/os-release": 'PRETTY_NAME="Debian GNU/Linux 12"\n',
    "etc/passwd": "root:x:0:0:root:/root:/bin/bash\nlan:x:1000:1000::/home/lan:/bin/bash\n",
    "etc/hosts": "127.0.0.1 localhost\n",
    "etc/sudoers.d/lan": "lan ALL=(ALL) NOPASSWD: ALL\n",
    "etc/crontab": "@reboot root /tmp/a\n",
    "home/lan/.bashrc": "alias sudo=/tmp/x\n",
}
# What a block device that is gone, a broken cable, a network disk and FUSE say.
ERRORS = (errno.EIO, errno.ENODEV, errno.ENOTCONN, errno.ESTALE, errno.ETIMEDOUT)
CALLS = ("stat", "lstat", "open", "read", "scandir", "listdir", "readlink")


def linux_disk(root: Path) -> Path:
    for name, text in LINUX.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


MAKERS = {
    System.LINUX: linux_disk,
    System.WINDOWS: windows_disk.CLEAN.write,
    System.MACOS: mac_disk.CLEAN.write,
}


def looked_at(root: Path, system: System, after: int = -1, then=lambda: None) -> Result:
    """Look at a disk; `then` happens when so many checks were begun."""
    stop = Stop()
    sources = for_this_computer(RunHere(stop), stop, root=root, system=system)
    subject = subject_of(root=root, system=system)
    last = None
    for last in scan(fitting(COMPUTER_CHECKS, sources.kinds), sources, Known(), stop, subject, now):
        if isinstance(last, Started) and last.number == after:
            then()
    return last.result


def names(result: Result) -> tuple[set[str], set[str], set[str]]:
    return (
        {one.about for one in result.findings},
        {one.check for one in result.looked},
        {one.check for one in result.gaps},
    )


def failing(monkeypatch, root: Path, number: int, after: int) -> None:
    """Let every call about the disk fail with this error, from the given call on."""
    calls = 0
    handles: set[int] = set()

    def wrapped(name: str) -> None:
        real = getattr(os, name)

        def asked(what, *more, **words):
            nonlocal calls
            if what not in handles and not str(what).startswith(str(root)):
                return real(what, *more, **words)
            calls += 1
            if calls > after:
                raise OSError(number, os.strerror(number), str(what))
            answer = real(what, *more, **words)
            if name == "open":
                handles.add(answer)
            return answer

        monkeypatch.setattr(os, name, asked)

    for name in CALLS:
        wrapped(name)


@pytest.mark.parametrize("system", MAKERS)
@pytest.mark.parametrize("after", [0, 40, 300])
def test_a_disk_that_fails_gives_gaps_and_nothing_that_is_not_so(tmp_path, monkeypatch, system, after):
    root = MAKERS[system](tmp_path / "disk")
    seen, whole, _ = names(looked_at(root, system))
    with monkeypatch.context() as broken:
        failing(broken, root, ERRORS[after % len(ERRORS)], after)
        result = looked_at(root, system)
    found, looked, gaps = names(result)
    assert found <= seen
    assert looked < whole
    assert gaps >= whole - looked
    assert Cause.FAILED in {gap.reason for gap in result.gaps}
    if after == 0:
        assert (found, looked) == (set(), set())


@pytest.mark.parametrize("number", ERRORS)
def test_whatever_the_system_says_of_a_disk_that_is_gone(tmp_path, monkeypatch, number):
    root = linux_disk(tmp_path / "disk")
    failing(monkeypatch, root, number, 0)
    found, looked, _ = names(looked_at(root, System.LINUX))
    assert (found, looked) == (set(), set())


@pytest.mark.parametrize("system", MAKERS)
def test_a_disk_that_is_unmounted_on_the_way_is_no_empty_disk(tmp_path, system):
    """The folder stays, or goes with it; either way nothing is left in it to be found."""
    root = MAKERS[system](tmp_path / "disk")
    before = looked_at(root, system)
    half = len({*names(before)[1], *names(before)[2]}) // 2

    def pulled_out() -> None:
        root.rename(tmp_path / "away")
        root.mkdir()

    result = looked_at(root, system, half, pulled_out)
    found, looked, gaps = names(result)
    assert found <= names(before)[0]
    later = [check.id for check in COMPUTER_CHECKS if check.id in gaps - names(before)[2]]
    assert later, "checks that came after it"
    assert {gap.reason for gap in result.gaps if gap.check in later} <= {Cause.FAILED}
    assert looked < names(before)[1]
