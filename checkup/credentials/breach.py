"""Whether a password is in known leaks, asked so that the one who is asked does not learn which.

Five characters of the password's SHA-1 are sent; about a thousand ends come back, padded with made-up
ones of count 0, and are compared here. About one password in a million shares the five characters.

References: "Pwned Passwords" API, version 3, range search and padding (haveibeenpwned.com/API/v3).
"""

import hashlib
import hmac
import re
from unicodedata import normalize

from checkup.model.value import Value

HEADERS = {"Add-Padding": "true"}
PREFIX = 5
LINE = re.compile(rb"([0-9A-Fa-f]{35}):([0-9]{1,12})")


class AnswerNotUnderstood(Exception):
    """What came back is not a list of ends and counts; nothing follows from it."""


class Asked(Value, frozen=True, kw_only=True):
    """A password's hash in its two parts; only `prefix` ever leaves, and only it is shown."""

    prefix: str
    end: str

    def __repr__(self) -> str:
        return "Asked()"


def asked(password: str) -> Asked:
    """Return the parts of a password's hash, upper case."""
    typed = normalize("NFC", password).encode("utf-8", "surrogatepass")
    whole = hashlib.sha1(typed, usedforsecurity=False).hexdigest().upper()
    return Asked(prefix=whole[:PREFIX], end=whole[PREFIX:])


def times_seen(about: Asked, answer: bytes) -> int:
    """Return how often the password stands in the leaks; raises AnswerNotUnderstood."""
    lines = answer.split()
    if not lines:
        raise AnswerNotUnderstood
    seen = 0
    wanted = about.end.encode()
    for line in lines:
        parts = LINE.fullmatch(line)
        if parts is None:
            raise AnswerNotUnderstood
        if hmac.compare_digest(parts[1].upper(), wanted):
            seen = max(seen, int(parts[2]))
    return seen
