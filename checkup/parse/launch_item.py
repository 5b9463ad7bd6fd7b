"""A launch item of macOS: what launchd starts, when, and what it puts into it.

References: launchd.plist(5).
"""

from dataclasses import dataclass

from checkup.parse.shell_line import inner, is_interpreter, paths
from checkup.parse.tree import Node

OFTEN_SECONDS = 1800
_INSERT = "DYLD_INSERT_LIBRARIES"


@dataclass(frozen=True, slots=True)
class LaunchItem:
    """One item; `words` is what is started, `path` the program that matters, "" for a bare command."""

    label: str
    words: tuple[str, ...]
    path: str
    at_start: bool
    restarts: bool
    is_on: bool
    inserts: str


def launch_item(root: Node) -> LaunchItem | None:
    """Return the item of a property list; None where it starts nothing."""
    program = root.at("Program").text
    arguments = root.at("ProgramArguments").texts()
    words = arguments or ((program,) if program else ())
    if not words:
        return None
    keeps = root.at("KeepAlive")
    interval = root.at("StartInterval").number
    return LaunchItem(
        label=root.at("Label").text,
        words=words,
        path=_path(words, program),
        at_start=root.at("RunAtLoad").truth is True,
        restarts=keeps.truth is True
        or keeps.at("SuccessfulExit").truth is False
        or (interval is not None and 0 < interval <= OFTEN_SECONDS),
        is_on=root.at("Disabled").truth is not True,
        inserts=root.at("EnvironmentVariables", _INSERT).text,
    )


def _path(words: tuple[str, ...], program: str) -> str:
    rest = (program, *words[1:]) if program else inner(words)
    if not rest:
        return ""
    if not is_interpreter(rest[0]):
        return rest[0]
    for word in rest[1:]:
        if word.startswith("/"):
            return word
        if found := paths(word, ""):
            return next((one for one in found if not is_interpreter(one)), found[0])
    return ""
