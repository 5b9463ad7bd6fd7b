"""Start files of shells and sessions: the lines in them that people seldom write. Text in, lines out.

References: bash(1) INVOCATION, zsh(1) STARTUP/SHUTDOWN FILES, fish(1), environment.d(5),
pam_env(8), script(1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.model.starter import Trick
from checkup.parse.shell_line import first_word

MOST_LINE = 4096

_ASKS_SECRETS = "sudo|ssh|su|doas|passwd|gpg|login|ssh-add"
_ALIAS = re.compile(rf"^\s*alias\s+(?:-\S+\s+)*({_ASKS_SECRETS})[=\s]+(.*)$")
_FUNCTION = re.compile(rf"^\s*(?:function\s+({_ASKS_SECRETS})\b|({_ASKS_SECRETS})\s*\(\s*\))")
_PRELOAD = re.compile(r"\bLD_(?:PRELOAD|AUDIT)\s*(?:=|\s)\s*[\"']?([^\s\"';]*)")
_FETCH = r"\b(?:curl|wget|nc|ncat|base64\s+(?:-d|--decode))\b"
_SHELL = r"(?:sudo\s+)?(?:/\S*/)?(?:ba|z|da|k)?sh\b|(?:/\S*/)?python[0-9.]*\b|(?:/\S*/)?perl\b"
_DOWNLOADS = re.compile(
    rf"{_FETCH}[^#]*\|\s*(?:{_SHELL})|(?:eval|source|\.|(?:ba|z)?sh)\s+[\"']?(?:<|\$)\(\s*{_FETCH}"
)
_RECORDS = re.compile(
    r"(?:^|[;&|({]\s*|\bexec\s+)(?:/usr/bin/)?(?:script\s+-|ttyrec\b|asciinema\s+rec)|\btrap\b.*\bDEBUG\b"
)
_BACKGROUND = re.compile(r"(?<![&>|<\\])&\s*(?:\)|disown\b.*|;\s*disown\b.*|!)?\s*$|\b(?:nohup|setsid)\s")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
# Helpers of a session that their own instructions tell people to start here.
_USUAL = frozenset(
    {
        "ssh-agent",
        "gpg-agent",
        "keychain",
        "dbus-launch",
        "gnome-keyring-daemon",
        "gpgconf",
        "xrdb",
        "xmodmap",
    }
    | {"xset", "setxkbmap", "ibus-daemon", "fcitx", "fcitx5", "wait", "test", "["}
)


@dataclass(frozen=True, slots=True)
class OddLine:
    """One line with a trick: its number from 1, and what the trick is about."""

    trick: Trick
    line: str
    number: int
    word: str


def odd_lines(text: str) -> Iterator[OddLine]:
    """Yield the lines with a trick; a line with two is given for the weightier one."""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()[:MOST_LINE]
        if not line or line.startswith("#"):
            continue
        odd = _trick(_COMMENT.sub("", line))
        if odd is not None:
            yield OddLine(odd[0], line, number, odd[1])


def preload_lines(text: str) -> Iterator[OddLine]:
    """Yield the lines of a list of variables (environment.d, /etc/environment) that preload a library."""
    return (odd for odd in odd_lines(text) if odd.trick is Trick.PRELOAD)


def _trick(line: str) -> tuple[Trick, str] | None:
    if (match := _PRELOAD.search(line)) and match[1] and not line.startswith(("unset", "echo")):
        return Trick.PRELOAD, match[1]
    if _DOWNLOADS.search(line):
        return Trick.DOWNLOADS, ""
    if match := _ALIAS.match(line):
        return _replaced(match[1], match[2])
    if match := _FUNCTION.match(line):
        return Trick.REPLACES, match[1] or match[2]
    if match := _RECORDS.search(line):
        return Trick.RECORDS, match[0].strip().split()[0]
    if _BACKGROUND.search(line):
        return _left_running(line)
    return None


def _replaced(command: str, value: str) -> tuple[Trick, str] | None:
    """Tell a replacement from an alias that still starts the command itself, with options or colours."""
    plain = value.strip().strip("\"'")
    starts = first_word(plain).rpartition("/")
    is_itself = starts[2] == command and starts[0] in ("", "/usr/bin", "/bin")
    return None if is_itself and not re.search(r"[;|&`]|\$\(", plain) else (Trick.REPLACES, command)


def _left_running(line: str) -> tuple[Trick, str] | None:
    word = first_word(line.lstrip("( "))
    return None if not word or word.rpartition("/")[2] in _USUAL else (Trick.BACKGROUND, word)
