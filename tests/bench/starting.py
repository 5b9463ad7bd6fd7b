"""From the start of the process to the first page painted, and the memory until then."""

from statistics import median

from tests.bench.child import child
from tests.bench.figure import Figure

MOST = 1.5


def starting(rounds: int) -> tuple[Figure, Figure]:
    """Measure the program beside a bare window by turns."""
    names = ("first_page", "bare_window")
    for name in names:  # the files of both are in memory from here on
        child(name)
    times: dict[str, list[float]] = {name: [] for name in names}
    memory: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            said = child(name)
            times[name].append(1000 * (said["painted"] - said["began"]))
            memory[name].append(said["memory"])
    ours, bare = names
    return (
        Figure("start to first page / bare window", "ms", median(times[ours]), MOST, median(times[bare])),
        Figure("memory at first page / bare window", "MiB", median(memory[ours]), MOST, median(memory[bare])),
    )
