"""A line for a shell: which programs it names. Pure text; nothing is expanded but the home folder.

A line may start a program through another one (`sh -c`, `env`, `python3 script`); the program that
matters is then the inner one.
"""

import re

from checkup.parse.words import words

SHELLS = frozenset({"sh", "bash", "dash", "zsh", "fish", "ksh", "busybox"})
INTERPRETERS = frozenset({"perl", "ruby", "node", "nodejs", "php", "lua", "java", "mono", "wine", "tclsh"})
WRAPPERS = frozenset(
    {"env", "nohup", "setsid", "nice", "ionice", "chrt", "exec", "sudo", "su", "runuser", "command", "time"}
    | {
        "timeout",
        "flock",
        "dbus-launch",
        "dbus-run-session",
        "systemd-run",
        "stdbuf",
        "xvfb-run",
        "start-stop-daemon",
    }
)
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
_PYTHON = re.compile(r"python[0-9.]*|pypy[0-9.]*")
_SEPARATORS = re.compile(r"\|\||&&|[;|&(){}\n]")
_PATH = re.compile(r"(?:^|[\s'\"=(`<>|;&])((?:/|~/|\$HOME/|\$\{HOME\}/)[^\s'\";|&()<>`]+)")
# Where commands send their noise; naming these starts nothing.
_NO_PROGRAM = ("/dev/", "/proc/", "/sys/")


def is_interpreter(path: str) -> bool:
    """Whether a program runs what it is given: then what it is given matters."""
    name = path.rpartition("/")[2]
    return name in SHELLS or name in INTERPRETERS or _PYTHON.fullmatch(name) is not None


def first_word(line: str) -> str:
    """Return the program a simple line starts, wrappers and settings before it left out."""
    found = inner(words(_SEPARATORS.split(line, maxsplit=1)[0]))
    return found[0] if found else ""


def inner(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words from the program that matters on: past `env`, `nohup`, `NAME=value` and options."""
    rest = list(found)
    was_wrapper = False
    while rest:
        name = rest[0].rpartition("/")[2]
        if name in WRAPPERS and len(rest) > 1:
            was_wrapper = True
        elif not (_ASSIGNMENT.match(rest[0]) or (was_wrapper and rest[0].startswith("-"))):
            return tuple(rest)
        rest.pop(0)
    return ()


def paths(line: str, home: str) -> tuple[str, ...]:
    """Return all whole paths a line names, in order, each once, the home folder filled in."""
    found = (with_home(match, home) for match in _PATH.findall(line))
    return tuple(dict.fromkeys(path for path in found if not path.startswith(_NO_PROGRAM)))


def with_home(path: str, home: str) -> str:
    """Return a path with `~` and `$HOME` filled in."""
    for sign in ("~/", "$HOME/", "${HOME}/"):
        if path.startswith(sign):
            return f"{home.rstrip('/')}/{path[len(sign) :]}"
    return path
