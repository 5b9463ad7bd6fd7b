"""Who reads the keyboard's device, and who may.

References: Documentation/input/input.rst of Linux 6; udev gives /dev/input to the group `input`.
What reads keys through the X server or an accessibility bus leaves no open device and is not seen.
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.open_files import INPUT, OpenFileTable
from checkup.collect.computer.linux.processes import one_program
from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking
from checkup.model.keyboard import MayReadKeyboard, ReadsKeyboard
from checkup.model.sources import Reading
from checkup.parse.group import group_entries
from checkup.parse.input_devices import keyboards

DEVICES = "/proc/bus/input/devices"
GROUP = "input"


def keyboard_readers(ground: Ground, table: OpenFileTable) -> Reading[ReadsKeyboard]:
    """Return the programs that hold a keyboard open; each program once a device."""
    if not ground.place.live:
        return not_live(ReadsKeyboard)
    look = ground.looking()
    found = look.reading(_readers(look, ground, table))
    return Reading(items=found.items, unread=(*found.unread, *table.unread))


def may_read_keyboard(ground: Ground) -> Reading[MayReadKeyboard]:
    """Return the accounts in the group that may read every input device."""
    look = ground.looking()
    text = look.text("/etc/group") or ""
    lines = {line.partition(":")[0]: line for line in text.splitlines()}
    return look.reading(
        MayReadKeyboard(seen_in="/etc/group", who=member, group=GROUP, line=lines[GROUP])
        for group in group_entries(text)
        if group.name == GROUP
        for member in group.members
    )


def _readers(look: Looking, ground: Ground, table: OpenFileTable) -> Iterator[ReadsKeyboard]:
    described = look.text(DEVICES)
    known = keyboards(described) if described is not None else None
    for process in table.processes:
        devices = dict.fromkeys(target for target in process.targets if target.startswith(INPUT))
        for device in devices:
            # Without the list of devices every input device may be a keyboard.
            if known is not None and device.rpartition("/")[2] not in known:
                continue
            program = one_program(look, ground, process.number)
            if program is not None:
                yield ReadsKeyboard(
                    seen_in=f"{program.seen_in}/fd",
                    number=program.number,
                    name=program.name,
                    device=device,
                    path=program.path,
                    who=program.who,
                    since=program.since,
                    package=program.package,
                )
