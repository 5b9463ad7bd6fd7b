"""The lists of known programs: 60,000 entries read and indexed, a bundle imported, addresses looked up."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from checkup.indicators.imports.outcome import Imported
from checkup.indicators.imports.reading import read_list
from checkup.indicators.index import Index
from checkup.indicators.kept import Kept
from checkup.indicators.kept_list import KeptList
from tests.bench.figure import Figure

MOST_MS = {60_000: 1_000, 6_000: 100}
MOST_IMPORT_MS = 3_000  # once, when somebody adds it
MOST_NS = 1_500  # "about a microsecond", over a host met before
URLS, HOSTS = 200_000, 5_000


def listed(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure with made-up bundles of indicators, each of a malware of its own hundred."""
    for count, most in MOST_MS.items():
        data = bundle(count)
        if count == max(MOST_MS):
            took = _milliseconds(lambda data=data: read_list(data, "bench"), min(rounds, 3))
            yield Figure(f"{count:,} indicators imported from STIX", "ms", took, MOST_IMPORT_MS)
        kept = Kept(folder / str(count))
        found = read_list(data, "bench")
        assert isinstance(found, Imported)
        kept.take(KeptList(list=found.list, taken="2026-11-24"))
        took = _milliseconds(lambda kept=kept: _index(kept), rounds)
        yield Figure(f"{count:,} indicators read and indexed", "ms", took, most)
    index = _index(Kept(folder / str(max(MOST_MS))))
    yield Figure("an address looked up, host met before", "ns", _nanoseconds(index, rounds), MOST_NS)
    took = _milliseconds(lambda: [index.app("com.example.app17.x") for _ in range(1_000)], rounds)
    yield Figure("an application id looked up", "ns", 1_000 * took, 5_000)


def bundle(count: int) -> bytes:
    """Return a STIX bundle of so many indicators: names for the most part, ids, hashes and addresses."""
    objects: list[dict[str, object]] = []
    for number in range(count):
        malware = number // 100
        if number % 100 == 0:
            objects.append(
                {
                    "type": "malware",
                    "id": f"m{malware}",
                    "name": f"A {malware}",
                    "malware_types": ["stalkerware"],
                }
            )
        indicator = {
            "type": "indicator",
            "id": f"i{number}",
            "pattern": _pattern(number),
            "pattern_type": "stix",
        }
        relation = {"type": "relationship", "relationship_type": "indicates", "id": f"r{number}"}
        objects += [indicator, {**relation, "source_ref": f"i{number}", "target_ref": f"m{malware}"}]
    return json.dumps({"type": "bundle", "objects": objects}).encode()


def _pattern(number: int) -> str:
    if number % 10 == 0:
        return f"[app:id='com.example.app{number}.x']"
    if number % 10 == 1:
        return f"[file:hashes.sha256='{number:064x}']"
    if number % 10 == 2:
        return f"[ipv4-addr:value='198.{number >> 16}.{number >> 8 & 255}.{number & 255}']"
    return f"[domain-name:value='host{number}.example{number % 977}.org']"


def _index(kept: Kept) -> Index:
    return Index(one.list for one in kept.lists())


def _milliseconds(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(1_000 * (time.perf_counter() - began))
    return median(times)


def _nanoseconds(index: Index, rounds: int) -> float:
    urls = [f"https://www.site{at % HOSTS}.example.com/page/{at}?q={at}" for at in range(URLS)]

    def look() -> None:
        url = index.url
        for one in urls:
            url(one)

    look()  # every host is met once
    return 1_000_000 * _milliseconds(look, rounds) / URLS
