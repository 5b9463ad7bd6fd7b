"""Plain lists: one name, address or web address a line; hosts files; the filter lines of ad blockers.

A long list whose last line has no end was probably cut there: half a name can be another name, so that
line is not used and is counted. Short ones are written by hand and often end like that.

References: hosts(5); the `||name^` lines of Adblock Plus filter lists.
"""

import re

from checkup.indicators import written
from checkup.indicators.family import FamilyKind
from checkup.indicators.imports.building import Builder
from checkup.indicators.imports.outcome import Imported, NotTaken, Why
from checkup.indicators.listed import ListSource, Role

LINE = "line"  # how a line that is none of these is counted
NO_END = "last line without an end"
LONG = 50  # lines
_COMMENT = re.compile(r"(?:^|\s)#.*$|^!.*$|^\[Adblock.*$")
_TITLE = re.compile(r"^[#!]\s*(title|licen[cs]e)\s*:\s*(\S.*)$", re.IGNORECASE)
_DATE = re.compile(r"^[#!].*?(\d{4}-\d{2}-\d{2})")
_FILTER = re.compile(r"\|\|([^\^/$|*]+)\^?(?:\$.*)?")
_SINK = frozenset({"0.0.0.0", "127.0.0.1", "::", "::1"})  # noqa: S104 - compared with, never listened on
_LOCAL = frozenset({"localhost", "localhost.localdomain", "local", "broadcasthost", "ip6-localhost"})


def read_plain(text: str, list_id: str) -> Imported:
    """Return the list of a text; raises NotTaken where most lines are none of the known forms."""
    builder = Builder()
    family = builder.family(list_id, FamilyKind.UNSTATED)
    head: dict[str, str] = {}
    taken = other = 0
    lines = text.splitlines()
    if len(lines) > LONG and not text.endswith(("\n", "\r")):
        lines.pop()
        builder.skip(NO_END)
    for line in lines:
        _look_at_head(line, head)
        values = _values(_COMMENT.sub("", line).strip())
        good = sum(builder.add(family, _role(value), value) for value in values)
        taken += good
        other += len(values) - good
    if other > taken:
        raise NotTaken(Why.UNKNOWN_FORM)
    return builder.imported(
        ListSource(
            id=list_id,
            name=head.get("title", list_id)[:100],
            licence=head.get("licence", "")[:100],
            as_of=head.get("date", ""),
        )
    )


def _look_at_head(line: str, head: dict[str, str]) -> None:
    if not line.startswith(("#", "!")):
        return
    if match := _TITLE.match(line):
        head.setdefault("title" if match[1].lower() == "title" else "licence", match[2].strip())
    if match := _DATE.match(line):
        head.setdefault("date", match[1])


def _values(line: str) -> list[str]:
    if match := _FILTER.fullmatch(line):
        return [match[1]]
    words = line.split()
    if len(words) > 1 and words[0] in _SINK:
        words = words[1:]
    elif len(words) > 1:
        return [line]
    return [word.removeprefix("*.") for word in words if word.lower() not in _LOCAL | _SINK]


def _role(value: str) -> Role:
    if written.path(value):
        return Role.CONTROL_ADDRESS if _is_network(value) else Role.URL
    return Role.CONTROL_ADDRESS if written.address(value) else Role.DOMAIN


def _is_network(value: str) -> bool:
    name, _, size = value.partition("/")
    return size.isdecimal() and written.address(name) is not None
