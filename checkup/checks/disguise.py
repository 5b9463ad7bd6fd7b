"""Programs that carry a name of the system, or nearly one, in a place where the system's own never lie.

References: resources/rules/generic.toml (system-name-outside-system, lookalike-system-name,
guid-folder-in-programdata, system-label-outside-system) and the sources named there.
"""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from checkup.checks.windows_spot import folded, is_windows_path
from checkup.indicators.generic import GenericRule
from checkup.indicators.known import Known
from checkup.model.finding import Level, Reason

SYSTEM_NAME = "system-name-outside-system"
LOOKALIKE = "lookalike-system-name"
LABEL = "system-label-outside-system"


def disguises(known: Known, path: str) -> Iterator[tuple[Level, Reason]]:
    """Yield what a program's own path says of a borrowed name."""
    if not is_windows_path(path):
        return
    name = path.rpartition("\\")[2].lower()
    rule = known.rule(SYSTEM_NAME)
    if rule is not None and name in rule.names and not _is_below(path, rule):
        yield rule.level, Reason(sign="borrows_system_name", what=name, where=path, source=_source(rule))
    rule = known.rule(LOOKALIKE)
    if rule is not None and name in rule.names:
        yield rule.level, Reason(sign="looks_like_system_name", what=name, where=path, source=_source(rule))


def label_disguise(known: Known, label: str, path: str) -> tuple[Level, Reason] | None:
    """Return what a label of the system's maker says of a program that lies elsewhere."""
    rule = known.rule(LABEL)
    if rule is None or not path or not any(fnmatchcase(label.lower(), name) for name in rule.names):
        return None
    if path.startswith(tuple(f"{folder}/" for folder in rule.folders)):
        return None
    return rule.level, Reason(sign="borrows_system_label", what=label, where=path, source=_source(rule))


def _is_below(path: str, rule: GenericRule) -> bool:
    low = folded(path)
    return any(low.startswith(f"{folded(folder)}\\") for folder in rule.folders)


def _source(rule: GenericRule) -> str:
    return rule.sources[0] if rule.sources else ""
