"""What a finding is about, named the same way by every check, so that signs about one thing join."""

from dataclasses import dataclass

from checkup.checks.windows_spot import is_windows_path
from checkup.indicators.known import Known
from checkup.model.program import RunningProgram

LONGEST_COMMAND = 200


@dataclass(frozen=True, slots=True)
class About:
    """`id` joins findings: a family's id, a program's whole path, or a file; `name` is for people."""

    id: str
    name: str


def about_program(known: Known, path: str, *, package: str | None = None, otherwise: str = "") -> About:
    """Name a program: by its family where it is a known one, else by its whole path.

    `otherwise` is the file or unit that speaks about it, for the case that there is no path.
    """
    match = known.match(path=path, package=package or "") if path else None
    if match is not None:
        return About(match.family.id, match.family.name)
    whole = path or otherwise
    return About(whole, whole.rpartition("\\" if is_windows_path(whole) else "/")[2] or whole)


def command_line(program: RunningProgram) -> str:
    """Return how a program was started, cut: what follows can hold passwords and says little."""
    return (" ".join(program.command) or program.name)[:LONGEST_COMMAND]
