"""Certificates: bytes in, names, dates and fingerprint out.

References: RFC 5280; RFC 7468 (the PEM form).
"""

import base64
import binascii
import hashlib
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from checkup.model.clock import written

if TYPE_CHECKING:
    from cryptography import x509

MOST_CERTIFICATES = 2000
_PEM = re.compile(
    rb"-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----"
    rb"([A-Za-z0-9+/=\s]+)"
    rb"-----END (?:X509 |TRUSTED )?CERTIFICATE-----"
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate; `fingerprint` is SHA-256 in lower-case hexadecimal, dates RFC 3339 in UTC."""

    fingerprint: str
    name: str
    issuer: str
    begins: str
    ends: str
    is_authority: bool


def certificates(data: bytes) -> tuple[tuple[Certificate, ...], int]:
    """Return the certificates in a file, PEM or DER, and the number of those that cannot be read."""
    found = [certificate(der) for der in _ders(data)]
    readable = tuple(one for one in found if one is not None)
    return readable, len(found) - len(readable)


def certificate(der: bytes) -> Certificate | None:
    """Return one certificate, or None when the bytes are none."""
    from cryptography import x509

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it bends the rules is the author's affair
            parsed = x509.load_der_x509_certificate(der)
            return Certificate(
                hashlib.sha256(der).hexdigest(),
                common_name(parsed.subject),
                common_name(parsed.issuer),
                written(parsed.not_valid_before_utc),
                written(parsed.not_valid_after_utc),
                _is_authority(parsed),
            )
    except (ValueError, TypeError, OverflowError, x509.InvalidVersion, x509.UnsupportedGeneralNameType):
        return None


def day(seconds: float) -> str:
    """Return seconds since 1970 as RFC 3339 in UTC, empty where no calendar holds them."""
    try:
        return written(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, ValueError, OSError):
        return ""


def _ders(data: bytes) -> Iterator[bytes]:
    if data[:1] == b"\x30":
        yield data
        return
    for number, match in enumerate(_PEM.finditer(data)):
        if number >= MOST_CERTIFICATES:
            return
        try:
            yield base64.b64decode(b"".join(match.group(1).split()), validate=True)
        except (binascii.Error, ValueError):
            yield b""


def common_name(name: "x509.Name") -> str:
    """Return what people would call it: the common name, else the organisation, else the whole name."""
    from cryptography.x509.oid import NameOID

    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATIONAL_UNIT_NAME, NameOID.ORGANIZATION_NAME):
        for attribute in name.get_attributes_for_oid(kind):
            if text := str(attribute.value).strip():
                return text
    return name.rfc4514_string()


def _is_authority(parsed: "x509.Certificate") -> bool:
    """Whether it may sign others; old self-signed ones without the extension count as well."""
    from cryptography import x509

    try:
        return bool(parsed.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return parsed.issuer == parsed.subject
