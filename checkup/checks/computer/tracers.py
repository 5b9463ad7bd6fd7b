"""Programs that trace another one: they can read everything in it, passwords included.

References: ptrace(2); proc_pid_status(5) `TracerPid`.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.subject import about_program
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.kernel import KernelState
from checkup.model.program import RunningProgram
from checkup.model.sources import Sources

ID = "computer.tracers"

# Tools for finding faults, and programs that watch over their own children.
USUAL = frozenset(
    {"gdb", "gdbserver", "lldb", "lldb-server", "strace", "ltrace", "rr", "dlv", "valgrind", "perf", "proot"}
    | {
        "wineserver",
        "wineserver64",
        "wine64",
        "crashpad_handler",
        "chrome_crashpad_handler",
        "drkonqi",
        "apport",
    }
)


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    programs = {program.number: program for program in sources.read(RunningProgram)}
    for traced in programs.values():
        tracer = programs.get(traced.tracer)
        if not traced.tracer or (tracer is not None and _is_usual(tracer, traced)):
            continue
        path = tracer.path if tracer is not None else ""
        name = tracer.name if tracer is not None else ""
        about = about_program(known, path, otherwise=name or traced.seen_in)
        yield Finding(
            check=ID,
            level=Level.ASK,
            about=about.id,
            name=about.name,
            reasons=(Reason(sign="traces_another", what=traced.name, where=traced.path, who=traced.who),),
            evidence=(
                Evidence(where=f"{traced.seen_in}/status", saw=f"TracerPid: {traced.tracer} {name}".rstrip()),
            ),
        )


def _is_usual(tracer: RunningProgram, traced: RunningProgram) -> bool:
    """Whether a program traces itself, or is a known tool that a package brought."""
    name = tracer.path.rpartition("/")[2] or tracer.name
    is_itself = bool(tracer.path) and tracer.path == traced.path
    return is_itself or (name in USUAL and tracer.package != "")


CHECK = Check(id=ID, needs=(RunningProgram,), look=look, subject=KernelState)
