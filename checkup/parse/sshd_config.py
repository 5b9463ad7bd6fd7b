"""The settings of the ssh server: text in, lines out, and which of them counts.

References: sshd_config(5): the first value of a name counts, names ignore case, `Include` is read
where it stands, and lines after `Match` hold for some connections only.
"""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_LINE = 8192  # what takes words apart takes four times as long for twice the length
DEFAULTS = {
    "passwordauthentication": "yes",
    "permitrootlogin": "prohibit-password",
    "authorizedkeysfile": ".ssh/authorized_keys .ssh/authorized_keys2",
}


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One line; `is_for_some` is True below a `Match` that is not for all."""

    line: int
    name: str
    value: str
    is_for_some: bool = False


def setting_lines(text: str) -> Iterator[SettingLine]:
    """Yield the settings of one file, the names in lower case."""
    is_for_some = False
    for number, raw in enumerate(text.splitlines(), 1):
        words = _words(raw)
        if len(words) < 2:
            continue
        name, value = words[0].lower(), " ".join(words[1:])
        if name == "match":
            is_for_some = value.lower() != "all"
            continue
        yield SettingLine(number, name, value, is_for_some)


def _words(line: str) -> list[str]:
    bare = line.strip()
    if not bare or bare.startswith("#") or len(bare) > LONGEST_LINE:
        return []
    name, _, rest = bare.replace("=", " ", 1).partition(" ") if " " not in bare else bare.partition(" ")
    try:
        return [name, *shlex.split(rest.strip().removeprefix("="), comments=True)]
    except ValueError:  # a quote that never closes: sshd refuses such a file
        return []
