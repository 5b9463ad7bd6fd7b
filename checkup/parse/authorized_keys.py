"""The keys that may sign in over ssh: one file's text in, entries out.

References: sshd(8), "AUTHORIZED_KEYS FILE FORMAT"; RFC 4253 section 6.6 (the key's own bytes).
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

LONGEST_LINE = 64 * 1024
_ALGORITHM = re.compile(
    r"(?:^|(?<=[ \t]))((?:ssh-|ecdsa-sha2-|sk-ssh-|sk-ecdsa-)[a-z0-9@.-]+|webauthn-[a-z0-9@.-]+)[ \t]+"
    r"([A-Za-z0-9+/]+=*)(?:[ \t]+(.*))?$",
    re.ASCII,
)
_OPTION = re.compile(r'\s*((?:[^,"]|"(?:\\.|[^"\\])*")+)')


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One key: the number of its line, and what the line says."""

    line: int
    algorithm: str
    fingerprint: str
    comment: str
    options: tuple[str, ...]


def key_entries(text: str) -> tuple[tuple[KeyEntry, ...], int]:
    """Return the keys of a file and the number of lines that are neither key, comment nor empty."""
    entries, broken = [], 0
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip(" \t\r")
        if not line or line.startswith("#"):
            continue
        entry = _entry(number, line) if len(line) <= LONGEST_LINE else None
        if entry is None:
            broken += 1
        else:
            entries.append(entry)
    return tuple(entries), broken


def fingerprint(key: bytes) -> str:
    """Return a key's fingerprint as ssh-keygen prints it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode("ascii").rstrip("=")


def _entry(number: int, line: str) -> KeyEntry | None:
    # The options can hold spaces inside quotes: the first place outside them where a key begins counts.
    for match in _ALGORITHM.finditer(line):
        if line[: match.start()].replace('\\"', "").count('"') % 2:
            continue
        return _of(number, line[: match.start()].strip(), *match.groups(default=""))
    return None


def _of(number: int, options: str, algorithm: str, key: str, comment: str) -> KeyEntry | None:
    try:
        blob = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError):
        return None
    # The key names its own kind in its first field; anything else is no key.
    if blob[4 : 4 + int.from_bytes(blob[:4], "big")] != algorithm.encode("ascii"):
        return None
    split = tuple(option.strip() for option in _OPTION.findall(options))
    return KeyEntry(number, algorithm, fingerprint(blob), comment.strip(), split)
