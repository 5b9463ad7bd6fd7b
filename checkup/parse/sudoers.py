"""The rules of sudo: text in, those lines out that let somebody act as another person.

References: sudoers(5). Aliases are not followed: the line itself is what a person can recognise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Settings and names for lists; everything else with an equals sign gives somebody a right.
_NO_RULE = re.compile(
    r"(?:Defaults|User_Alias|Runas_Alias|Host_Alias|Cmnd_Alias|Cmd_Alias)\b|[@#]include(?:dir)?\b"
)
_WHO = re.compile(r'"[^"]+"|\S+')


@dataclass(frozen=True, slots=True)
class SudoRule:
    """One rule: who (a person, or `%group`), whether no password is asked, and for everything or not."""

    who: str
    needs_no_password: bool
    is_for_everything: bool
    line: str


def sudo_rules(text: str) -> Iterator[SudoRule]:
    """Yield the rules of a sudoers file."""
    for line in _lines(text):
        who = _WHO.match(line)
        if _NO_RULE.match(line) or "=" not in line or who is None:
            continue
        commands = line.partition("=")[2]
        plain = re.sub(r"\([^()]*\)|\b[A-Z_]+:", " ", commands)
        everything = "ALL" in (part.strip() for part in plain.split(","))
        yield SudoRule(who[0].strip('"'), _asks_nothing(line, commands), everything, line)


def includes(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the files and folders a sudoers file takes in; the second value is true for a folder."""
    for line in text.splitlines():
        match = re.match(r"\s*[@#]include(dir)?\s+\"?([^\"\s]+)", line)
        if match:
            yield match[2], match[1] is not None


def _asks_nothing(line: str, commands: str) -> bool:
    return "NOPASSWD:" in commands.replace(" :", ":") or "!authenticate" in line


def _lines(text: str) -> Iterator[str]:
    for raw in text.replace("\\\n", " ").splitlines():
        # A number after # is an account's number, not a comment.
        line = re.sub(r"#(?!\d|include).*", "", raw).strip()
        if line:
            yield line
