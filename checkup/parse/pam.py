"""PAM's configuration: text in, its lines out.

References: pam.conf(5), pam.d(5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TYPES = frozenset({"auth", "account", "password", "session"})
_LINE = re.compile(r"(?P<type>\S+)\s+(?P<control>\[[^\]]*\]|\S+)\s+(?P<module>\S+)\s*(?P<words>.*)")


@dataclass(frozen=True, slots=True)
class PamRule:
    """One line: for what, how much it decides, which module, with which words."""

    type: str
    control: str
    module: str
    words: tuple[str, ...]
    line: str


@dataclass(frozen=True, slots=True)
class PamFile:
    """The rules of a file, and how many lines nobody could read."""

    rules: tuple[PamRule, ...]
    broken: int


def pam_file(text: str, *, names_service: bool = False) -> PamFile:
    """Read a file of /etc/pam.d, or /etc/pam.conf where each line names the service first."""
    rules, broken = [], 0
    for line in _lines(text):
        rule = _rule(line, names_service=names_service)
        if rule is not None:
            rules.append(rule)
        elif not line.startswith("@include"):
            broken += 1
    return PamFile(tuple(rules), broken)


def _lines(text: str) -> Iterator[str]:
    for raw in text.replace("\\\n", " ").splitlines():
        line = raw.partition("#")[0].strip()
        if line:
            yield line


def _rule(line: str, *, names_service: bool) -> PamRule | None:
    rest = line.split(None, 1)[1] if names_service and len(line.split(None, 1)) == 2 else line
    match = _LINE.fullmatch(rest)
    if match is None or match["type"].removeprefix("-").lower() not in TYPES:
        return None
    kind = match["type"].removeprefix("-").lower()
    return PamRule(kind, match["control"].lower(), match["module"], tuple(match["words"].split()), line)
