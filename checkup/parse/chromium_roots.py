"""Certificates a person or a program added to one profile of a Chromium browser: rows in, found out.

Since 2025 these browsers keep them in a list of their own, beside the one shared by all of them. The
trust is a small message: a part 1 that holds, as its own number 1, how far it goes.
References: Chromium components/server_certificate_database (server_certificate_database.cc and
.proto: 1 distrusted, 2 a mere help on the way, 3 trusted). Seen with Chromium 156.
"""

from collections.abc import Iterable

from checkup.parse.tables import Row
from checkup.parse.x509 import Certificate, certificate

STATEMENT = "SELECT der_cert, trust_settings FROM certificates"

_TRUST, _KIND = 0x0A, 0x08
_NOT_TRUSTED = frozenset({1, 2})


def trusted_in_profile(rows: Iterable[Row]) -> tuple[tuple[Certificate, ...], int]:
    """Return the certificates a profile trusts, and the number of rows that cannot be read.

    Trust written in a way not known here counts as trust: the person can look.
    """
    found, broken = [], 0
    for body, trust in rows:
        one = certificate(body) if isinstance(body, bytes) else None
        if one is None:
            broken += 1
        elif _kind(trust) not in _NOT_TRUSTED:
            found.append(one)
    return tuple(found), broken


def _kind(trust: object) -> int | None:
    """Return the kind of trust, None where the message has another shape."""
    if not isinstance(trust, bytes) or len(trust) < 4 or trust[0] != _TRUST or trust[2] != _KIND:
        return None
    return trust[3]
