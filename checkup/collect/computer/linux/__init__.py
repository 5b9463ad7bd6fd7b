"""Facts from a Linux computer or a mounted Linux disk: which reader answers for which kind."""

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.installed import installed_programs
from checkup.collect.computer.linux.kernel import kernel_modules, kernel_state
from checkup.collect.computer.linux.keyboards import keyboard_readers, may_read_keyboard
from checkup.collect.computer.linux.open_files import OpenFileTable
from checkup.collect.computer.linux.ports import listening_ports
from checkup.collect.computer.linux.preload import preloaded_libraries
from checkup.collect.computer.linux.processes import running_programs
from checkup.collect.computer.linux.sign_in_rules import sign_in_rules
from checkup.collect.computer.linux.start_files import start_file_lines
from checkup.collect.computer.linux.starters import starters
from checkup.collect.computer.linux.sudo_rights import sudo_rights
from checkup.collect.gathered import Readers
from checkup.collect.place import CouldNotRead, Place
from checkup.collect.run import Run
from checkup.model.installed import InstalledProgram
from checkup.model.kernel import KernelModule, KernelState
from checkup.model.keyboard import MayReadKeyboard, ReadsKeyboard
from checkup.model.permission import SignInRule, SudoRight
from checkup.model.preload import PreloadedLibrary
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.starter import StartFileLine, StartsByItself
from checkup.model.stop import Stop
from checkup.parse.os_release import os_release


def linux_readers(place: Place, run: Run, stop: Stop) -> Readers:
    """Return the reader of every kind of observation a Linux system can give; one line a kind."""
    ground = Ground(place, run, stop)
    open_files = OpenFileTable(ground)
    return {
        RunningProgram: lambda: running_programs(ground),
        ListeningPort: lambda: listening_ports(ground, open_files),
        InstalledProgram: lambda: installed_programs(ground),
        StartsByItself: lambda: starters(ground),
        StartFileLine: lambda: start_file_lines(ground),
        PreloadedLibrary: lambda: preloaded_libraries(ground),
        ReadsKeyboard: lambda: keyboard_readers(ground, open_files),
        MayReadKeyboard: lambda: may_read_keyboard(ground),
        SignInRule: lambda: sign_in_rules(ground),
        SudoRight: lambda: sudo_rights(ground),
        KernelModule: lambda: kernel_modules(ground),
        KernelState: lambda: kernel_state(ground),
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
