"""A record of two mebibytes, saved again after its key is there."""

import time
from pathlib import Path
from statistics import median

import msgspec

from checkup.model.step import StepNote
from checkup.model.visit import Record, Visit
from checkup.store.record_file import create
from tests.bench.figure import Figure

SIZE = 2 * 2**20
MOST_MS = 50


def save(folder: Path, rounds: int) -> Figure:
    """Measure saves that each change something, on the disk of the temporary folder."""
    opened = create(folder / "record", "five words that nobody will guess", Record(id="bench"))
    times = []
    for number in range(3 * rounds):
        record = msgspec.structs.replace(opened.record, visits=(_visit(number),))
        began = time.perf_counter()
        opened.save(record)
        times.append(1000 * (time.perf_counter() - began))
    opened.close()
    return Figure("2 MiB record saved", "ms", median(times), MOST_MS)


def _visit(number: int) -> Visit:
    notes = tuple(StepNote(step=f"step {at}", note=f"{number} {at} " * 128) for at in range(SIZE // 1100))
    visit = Visit(id=f"visit {number}", began="2026-11-24T01:00:00Z", notes=notes)
    missing = max(0, SIZE - len(msgspec.json.encode(visit)))
    return msgspec.structs.replace(visit, notes=(*notes, StepNote(step="rest", note="x" * missing)))
