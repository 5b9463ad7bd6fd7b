"""A disk tells which system it is; a folder that is none is told so in one sentence, with status 3."""

import subprocess
import sys

import pytest

from checkup.collect.computer import UnknownSystem, for_this_computer, subject_of, system_of
from checkup.collect.computer.recognised import System, system_on
from checkup.collect.run import RunHere
from checkup.flow.computer import look_at, system_on_disk
from checkup.model.clock import now
from checkup.model.looked import Cause
from checkup.model.result import SubjectKind
from checkup.model.starter import StartFileLine
from checkup.model.stop import Stop
from checkup.scan import Ended
from tests import mac_disk, windows_disk


def linux(root):
    for path, text in (("etc/os-release", 'PRETTY_NAME="Debian GNU/Linux 12"\n'), ("etc/passwd", "")):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


MAKERS = {
    System.LINUX: linux,
    System.WINDOWS: windows_disk.CLEAN.write,
    System.MACOS: mac_disk.CLEAN.write,
}
NAMES = {
    System.LINUX: "Debian GNU/Linux 12",
    System.WINDOWS: "Windows 11 Home 23H2",
    System.MACOS: "macOS 14.6.1",
}


@pytest.mark.parametrize("system", System)
def test_a_folder_that_is_said_to_be_a_system_and_holds_nothing_of_it_is_never_looked_at_everywhere(
    tmp_path, system
):
    (tmp_path / "photos").mkdir()
    sources = for_this_computer(RunHere(Stop()), Stop(), root=tmp_path, system=system)
    assert all(sources.read(kind).unread for kind in sources.kinds)


def test_what_a_part_of_a_system_holds_is_read_and_called_a_part(tmp_path):
    bashrc = tmp_path / "home/lan/.bashrc"
    bashrc.parent.mkdir(parents=True)
    bashrc.write_text("nohup /tmp/a &\n")
    reading = for_this_computer(RunHere(Stop()), Stop(), root=tmp_path, system=System.LINUX).read(
        StartFileLine
    )
    assert Cause.NOT_INCLUDED in {one.reason for one in reading.unread}


def test_a_whole_system_that_is_also_said_is_no_part(tmp_path):
    sources = for_this_computer(RunHere(Stop()), Stop(), root=linux(tmp_path), system=System.LINUX)
    assert sources.read(StartFileLine).unread == ()


@pytest.mark.parametrize("system", System)
def test_each_system_is_recognised_and_named(tmp_path, system):
    root = MAKERS[system](tmp_path)
    assert system_on(root) is system
    assert system_on_disk(root) == NAMES[system]


def test_a_windows_disk_written_in_other_letters_is_recognised(tmp_path):
    (tmp_path / "WINDOWS/system32/CONFIG").mkdir(parents=True)
    assert system_on(tmp_path) is System.WINDOWS


def test_a_folder_without_a_system_is_none(tmp_path):
    (tmp_path / "photos").mkdir()
    assert system_on(tmp_path) is None
    assert system_on_disk(tmp_path) == ""
    with pytest.raises(UnknownSystem):
        system_of(tmp_path)
    with pytest.raises(UnknownSystem):
        next(look_at(tmp_path, Stop(), now))


@pytest.mark.parametrize("system", System)
def test_the_wizards_look_at_another_disk_ends_with_a_result_about_a_disk(tmp_path, system):
    *_, last = look_at(MAKERS[system](tmp_path), Stop(), now)
    assert isinstance(last, Ended)
    assert (last.result.subject.kind, last.result.subject.system) == (SubjectKind.DISK, NAMES[system])
    assert last.result.looked
    assert subject_of(root=tmp_path).kind is SubjectKind.DISK


@pytest.mark.real
def test_the_command_line_says_it_in_one_sentence(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-I", "-B", "-m", "checkup", "scan", "--root", tmp_path],
        capture_output=True,
        check=False,
        timeout=200,
    )
    assert (ran.returncode, ran.stdout) == (3, b"")
    assert len(ran.stderr.decode().strip().splitlines()) <= 2
    assert str(tmp_path) in ran.stderr.decode()
