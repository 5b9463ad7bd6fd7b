"""Facts from a Linux computer or a mounted Linux disk: which reader answers for which kind."""

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.processes import running_programs
from checkup.collect.gathered import Readers
from checkup.collect.place import CouldNotRead, Place
from checkup.collect.run import Run
from checkup.model.program import RunningProgram
from checkup.model.stop import Stop
from checkup.parse.os_release import os_release


def linux_readers(place: Place, run: Run, stop: Stop) -> Readers:
    """Return the reader of every kind of observation a Linux system can give; one line a kind."""
    ground = Ground(place, run, stop)
    return {
        RunningProgram: lambda: running_programs(ground),
    }


def linux_name(place: Place) -> str:
    """Return the system's own name with its version, for example "Debian GNU/Linux 12 (bookworm)"."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            text = place.text(path)
        except CouldNotRead:
            continue
        if text and (name := os_release(text).get("PRETTY_NAME")):
            return name
    return "Linux"
