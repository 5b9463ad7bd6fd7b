"""The list of rights macOS gave to programs (TCC): rows in, rights out.

References: KnockKnock and osquery on TCC.db; the names of services are Apple's (kTCCService...);
auth_value 2 means allowed, 3 allowed in part, on systems before 11 `allowed` 1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checkup.model.privacy import Right
from checkup.parse.tables import Row
from checkup.parse.x509 import day

STATEMENT = "SELECT service, client, auth_value, last_modified FROM access"
OLDER_STATEMENT = "SELECT service, client, allowed * 2, 0 FROM access"
_ALLOWED = frozenset({2, 3})
_RIGHTS = {
    "kTCCServiceListenEvent": Right.READ_KEYS,
    "kTCCServiceAccessibility": Right.CONTROL,
    "kTCCServicePostEvent": Right.CONTROL,
    "kTCCServiceScreenCapture": Right.SEE_SCREEN,
    "kTCCServiceSystemPolicyAllFiles": Right.EVERY_FILE,
    "kTCCServiceCamera": Right.CAMERA,
    "kTCCServiceMicrophone": Right.MICROPHONE,
}


@dataclass(frozen=True, slots=True)
class Grant:
    """One right a program has, since when (UTC, empty where not said)."""

    right: Right
    client: str
    since: str


def grants(rows: Iterable[Row]) -> Iterator[Grant]:
    """Yield the rights that were given; refused ones and rows of odd types are left out."""
    for service, client, value, since in rows:
        right = _RIGHTS.get(service) if isinstance(service, str) else None
        if right is not None and isinstance(client, str) and value in _ALLOWED:
            yield Grant(right, client, day(since) if isinstance(since, int) and since > 0 else "")
