"""Which of a backup's many thousand files are looked at: read once, the rest only counted."""

from dataclasses import dataclass, field

from checkup.collect.iphone.paths import SIGNING, WANTED, At, is_profile, is_signing_profile
from checkup.parse.iphone.jailbreak import tool_of
from checkup.parse.iphone.manifest import Entry, entries
from checkup.parse.tables import Tables

MOST_KEPT = 20_000
APP = "AppDomain-"


@dataclass(slots=True)
class Index:
    """The wanted files by place, the profiles, the apps that have files, and what a jailbreak left."""

    files: dict[At, Entry] = field(default_factory=dict)
    profiles: list[Entry] = field(default_factory=list)
    signing: list[Entry] = field(default_factory=list)
    apps: set[str] = field(default_factory=set)
    traces: dict[str, At] = field(default_factory=dict)
    count: int = 0


def read_index(tables: Tables) -> Index:
    """Return the index of a whole list; raises UnknownManifest, NotDatabase, TookTooLong."""
    index = Index()
    domains: dict[str, bool] = {}
    wanted = {(one.domain, one.path) for one in WANTED}
    folders = {SIGNING, *(one.domain for one in WANTED)}

    def is_wanted(domain: str, path: str) -> bool:
        index.count += 1
        if domain not in domains and len(domains) < MOST_KEPT:
            domains[domain] = domain in folders
        if (tool := tool_of(domain, path)) and tool not in index.traces:
            index.traces[tool] = At(domain=domain, path=path)
        return domains.get(domain, True) and (
            (domain, path) in wanted or is_profile(domain, path) or is_signing_profile(domain, path)
        )

    for entry in entries(tables, is_wanted):
        lists = ((is_profile, index.profiles), (is_signing_profile, index.signing))
        several = next((kept for is_one, kept in lists if is_one(entry.domain, entry.path)), None)
        if several is None:
            index.files[At(domain=entry.domain, path=entry.path)] = entry
        elif len(several) < MOST_KEPT:
            several.append(entry)
    index.apps = {one.removeprefix(APP) for one in domains if one.startswith(APP)}
    return index
