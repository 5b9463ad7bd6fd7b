r"""Services and drivers: what Windows starts before anybody signs in.

References: learn.microsoft.com, "CurrentControlSet\Services Subkey Entries" (Start: 0 boot, 1 system,
2 automatic, 3 by demand, 4 off; Type: bits 0x30 are programs, below are drivers).
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.programs import Programs
from checkup.collect.computer.windows.registry import CONTROL
from checkup.collect.looking import Looking
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.registry import RegistryKey

SERVICES = rf"{CONTROL}\Services"
AUTOMATIC, BY_DEMAND = 2, 3
PROGRAMS = 0x30
HOST = "\\svchost.exe"


def services(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    """Yield all services and drivers that name a file and are not switched off."""
    programs = Programs(look, ground)
    for name, key in ground.keys(look, SERVICES):
        start, line = key.number("Start"), key.text("ImagePath").strip()
        if start is None or start > BY_DEMAND or not line:
            continue
        library = _library(look, ground, key) if HOST in line.lower() else ""
        yield _service(programs, name, key, library or line, is_on=start <= AUTOMATIC)


def _library(look: Looking, ground: Ground, key: RegistryKey) -> str:
    """Return the library that a service shared by many runs in the common host."""
    below = ground.key(look, f"{key.path}\\Parameters")
    found = below.text("ServiceDll") if below is not None else ""
    return f'"{found or key.text("ServiceDll")}"' if found or key.text("ServiceDll") else ""


def _service(programs: Programs, name: str, key: RegistryKey, line: str, *, is_on: bool) -> StartsByItself:
    program = programs.started_by(line)
    return StartsByItself(
        seen_in=key.path,
        kind=StarterKind.SERVICE,
        name=name,
        line=line.strip('"') if line.count('"') == 2 and line.endswith('"') else line,
        path=program.path,
        when=key.changed,
        is_on=is_on,
        is_missing=not program.is_there,
        at_start=is_on,
        signer=program.signer,
    )
