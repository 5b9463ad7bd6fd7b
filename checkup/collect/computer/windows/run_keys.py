"""The registry's lists of programs that start with a sign-in, and the list of those switched off.

References: ForensicArtifacts/artifacts (WindowsRunKeys); osquery startup_items (StartupApproved: an
even first byte means on, as Task Manager writes it).
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.programs import Programs
from checkup.collect.looking import Looking
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.registry import RegistryKey

CURRENT = r"Microsoft\Windows\CurrentVersion"
LISTS = ("Run", "RunOnce", r"RunOnce\Setup", "RunServices", "RunServicesOnce", r"Policies\Explorer\Run")
STEPS = "RunOnceEx"  # its programs stand one key deeper
APPROVED = r"Microsoft\Windows\CurrentVersion\Explorer\StartupApproved"


def run_keys(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    """Yield what the lists start, for everybody and for each person; those switched off as such."""
    programs = Programs(look, ground)
    yield from _below(look, programs, r"HKLM\SOFTWARE", "")
    for who in ground.people(look):
        yield from _below(look, programs, rf"HKU\{who}\Software", who)


def switched_off(look: Looking, ground: Ground, top: str, name: str) -> frozenset[str]:
    """Return the names, in lower case, that Task Manager has switched off in one of its lists."""
    key = ground.key(look, f"{top}\\{APPROVED}\\{name}")
    values = key.values if key is not None else ()
    return frozenset(one.name.casefold() for one in values if one.bytes and one.bytes[0] % 2)


def _below(look: Looking, programs: Programs, top: str, who: str) -> Iterator[StartsByItself]:
    ground = programs.ground
    for part, approved in (("", "Run"), ("\\Wow6432Node", "Run32")):
        off = switched_off(look, ground, top, approved)
        folder = f"{top}{part}\\{CURRENT}"
        found = [ground.key(look, f"{folder}\\{one}") for one in LISTS]
        found += [key for _, key in ground.keys(look, f"{folder}\\{STEPS}")]
        for key in found:
            if key is not None:
                yield from _entries(programs, key, off, who)


def _entries(programs: Programs, key: RegistryKey, off: frozenset[str], who: str) -> Iterator[StartsByItself]:
    for value in key.values:
        line = value.text.strip()
        if not line:
            continue
        program = programs.started_by(line, who)
        is_on = value.name.casefold() not in off
        yield StartsByItself(
            seen_in=key.path,
            kind=StarterKind.RUN_KEY,
            name=value.name or key.path.rpartition("\\")[2],
            line=line,
            path=program.path,
            who=who,
            when=key.changed,
            is_on=is_on,
            is_missing=not program.is_there,
            at_start=is_on,
            signer=program.signer,
        )
