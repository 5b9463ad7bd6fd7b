"""Certificates a person or a program added to the browsers' own list (cert9.db): rows in, found out.

The list keeps an object for each certificate and another for how far it is trusted; they are joined
by issuer and serial number. Only what is trusted for web pages is of interest: certificates met on
the way are kept there too.
References: NSS source, lib/softoken/sdb.c (columns are attribute numbers in hexadecimal),
lib/util/pkcs11n.h (NSS trust), PKCS #11 version 3.2 (CKO_TRUST).
"""

from collections.abc import Iterable, Iterator

from checkup.parse.tables import Row
from checkup.parse.x509 import Certificate, certificate

STATEMENT = "SELECT a0, a81, a82, a11, ace536358 FROM nssPublic"
"""Class, issuer, serial number, the certificate, trust for web pages."""

NEWER_STATEMENT = "SELECT a0, a81, a82, a11, a62c FROM nssPublic"
"""The same in the lists of newer versions, whose trust objects follow PKCS #11 version 3.2."""

_CERTIFICATE = (1).to_bytes(4, "big")
_TRUSTED = frozenset({bytes.fromhex("ce534352"), (2).to_bytes(4, "big")})  # may vouch for others


def trusted_certificates(rows: Iterable[Row]) -> Iterator[Certificate]:
    """Yield the certificates that are trusted to vouch for web pages."""
    bodies, trusted = {}, set()
    for kind, issuer, serial, body, trust in rows:
        if kind == _CERTIFICATE and isinstance(body, bytes):
            bodies[issuer, serial] = body
        elif trust in _TRUSTED:
            trusted.add((issuer, serial))
    for key, body in bodies.items():
        if key in trusted and (found := certificate(body)) is not None:
            yield found
