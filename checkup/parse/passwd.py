"""The account list of a Unix system, `/etc/passwd`: text in, entries out.

References: passwd(5), group(5).
"""

from collections.abc import Iterator
from dataclasses import dataclass

NO_LOGIN = frozenset({"nologin", "false", "sync", "halt", "shutdown"})


@dataclass(frozen=True, slots=True)
class PasswdEntry:
    """One line: a login name, its number, the number of its group, words about it, home and shell."""

    name: str
    number: int
    group: int
    about: str
    home: str
    shell: str

    @property
    def may_sign_in(self) -> bool:
        """Whether its shell is a real one."""
        return self.shell.rpartition("/")[2] not in NO_LOGIN


def passwd_entries(text: str) -> Iterator[PasswdEntry]:
    """Yield the entries of a passwd file; lines that are none are left out."""
    for line in text.splitlines():
        fields = line.split(":")
        if len(fields) == 7 and fields[0] and _is_number(fields[2]) and _is_number(fields[3]):
            yield PasswdEntry(fields[0], int(fields[2]), int(fields[3]), fields[4], fields[5], fields[6])


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 10
