"""What WMI runs when something happens: looked for in its own store, which only an administrator may read.

References: ForensicArtifacts/artifacts (WMI repository); ../../../parse/wmi_store.py.
"""

from collections.abc import Iterator

from checkup.collect.blocks import Blocks
from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead
from checkup.model.hook import HookKind, SystemHook
from checkup.model.looked import Cause
from checkup.parse.windows_line import started
from checkup.parse.wmi_store import OVERLAP, bindings, command

STORE = "/Windows/System32/wbem/Repository/OBJECTS.DATA"
BLOCK = 1024 * 1024
MOST_STORE = 256 * 1024 * 1024


def event_consumers(look: Looking, ground: Ground) -> Iterator[SystemHook]:
    """Yield each consumer that a binding names, once, with its command where that can be found."""
    status = look.status(STORE)
    if status is None:
        return
    found: dict[tuple[str, str], str] = {}
    for block in _blocks(look, ground, min(status.st_size, MOST_STORE)):
        for one in bindings(block):
            found.setdefault(one, "")
        for one, line in found.items():
            found[one] = line or command(block, one[1])
    if status.st_size > MOST_STORE:
        look.note(as_windows(STORE), Cause.TOO_LARGE)
    for (kind, name), line in found.items():
        yield SystemHook(
            seen_in=as_windows(STORE),
            kind=HookKind.ON_EVENT,
            name=f"{kind}: {name}",
            value=line,
            path=started(line, ground.variables()).path if line else "",
            when=look.changed(STORE),
        )


def _blocks(look: Looking, ground: Ground, size: int) -> Iterator[bytes]:
    blocks = Blocks(ground.place, STORE)
    for begin in range(0, size, BLOCK):
        if look.is_stopped:
            return
        try:
            yield blocks.read(begin, BLOCK + OVERLAP)
        except CouldNotRead as trouble:
            look.note(as_windows(STORE), trouble.cause)
            return
