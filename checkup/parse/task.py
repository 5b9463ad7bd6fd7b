"""A scheduled task of Windows: XML bytes in, what it starts and when out.

UTF-16 or UTF-8, without entities and documents from elsewhere (defusedxml refuses them).
References: learn.microsoft.com, "Task Scheduler Schema"; ForensicArtifacts (WindowsScheduledTasks).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_ACTIONS = 32
OFTEN_MINUTES = 30
_AT_START = frozenset({"LogonTrigger", "BootTrigger", "SessionStateChangeTrigger"})


class NotTask(Exception):
    """The bytes are no task, or hold what no task needs."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a task starts, as whole lines; `who` is the account it is for, without its computer's name."""

    lines: tuple[str, ...]
    who: str = ""
    is_on: bool = True
    is_hidden: bool = False
    at_start: bool = False
    repeats: bool = False


def task(data: bytes) -> Task:
    """Return a task; raises `NotTask`."""
    root = _root(data)
    if _name(root) != "Task":
        raise NotTask
    triggers = [one for part in _all(root, "Triggers") for one in part]
    return Task(
        lines=tuple(_lines(root)),
        who=_who(_text(root, "Principals", "Principal", "UserId")),
        is_on=_text(root, "Settings", "Enabled").lower() != "false",
        is_hidden=_text(root, "Settings", "Hidden").lower() == "true",
        at_start=any(_name(one) in _AT_START for one in triggers),
        repeats=any(_is_often(_text(one, "Repetition", "Interval")) for one in triggers),
    )


def _root(data: bytes) -> "Element":
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        # Expat takes UTF-16 from its mark; a task without one is read as what Windows writes.
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as fault:
        raise NotTask from fault
    return root


def _lines(root: "Element") -> Iterator[str]:
    for actions in _all(root, "Actions"):
        for action in list(actions)[:MOST_ACTIONS]:
            if _name(action) == "Exec" and (command := _text(action, "Command")):
                quoted = command if command.startswith('"') or " " not in command else f'"{command}"'
                yield f"{quoted} {_text(action, 'Arguments')}".strip()


def _who(account: str) -> str:
    """Return a person's name; the system's own accounts are written as ids or with their own names."""
    name = account.rpartition("\\")[2]
    is_system = name.upper() in ("SYSTEM", "LOCAL SERVICE", "NETWORK SERVICE") or name.startswith("S-1-5-")
    return "" if is_system else name


def _is_often(interval: str) -> bool:
    """Whether an interval such as PT5M is shorter than half an hour."""
    if not interval.startswith("PT") or not interval.endswith("M") or "H" in interval:
        return interval.startswith("PT") and interval.endswith("S")
    number = interval[2:-1]
    return number.isascii() and number.isdigit() and len(number) < 6 and int(number) <= OFTEN_MINUTES


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: "Element", name: str) -> Iterator["Element"]:
    return (one for one in element if _name(one) == name)


def _text(element: "Element", *path: str) -> str:
    for name in path:
        below = next(_all(element, name), None)
        if below is None:
            return ""
        element = below
    return (element.text or "").strip()
