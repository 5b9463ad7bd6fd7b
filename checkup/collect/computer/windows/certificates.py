"""Root certificates in the stores of Windows: those of the computer, of rules, and of each person.

Which of them Windows itself brings is known by AuthRoot, Microsoft's own list; what lies in Root besides
was added here, by a program, a rule or by hand.
References: SigmaHQ registry_set_install_root_or_ca_certificat; the form of the value Blob (properties of
number, one, length; number 32 is the certificate) as described by winreg-kb.
"""

import struct
from collections.abc import Iterator

from checkup.collect.computer.browser_certificates import browser_certificates
from checkup.collect.computer.windows.browsers import browsers
from checkup.collect.computer.windows.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.certificate import AddedCertificate, TrustedBy
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.x509 import certificate

STORES = (
    r"Microsoft\SystemCertificates\Root\Certificates",
    r"Microsoft\EnterpriseCertificates\Root\Certificates",
    r"Policies\Microsoft\SystemCertificates\Root\Certificates",
)
BROUGHT = r"HKLM\SOFTWARE\Microsoft\SystemCertificates\AuthRoot\Certificates"
MOST_PROPERTIES = 64
_CERTIFICATE = 32


def added_certificates(ground: Ground) -> Reading[AddedCertificate]:
    """Return every root certificate that Windows did not bring itself."""
    look = ground.looking()
    found = (*_all(look, ground), *browser_certificates(look, browsers(ground, look)))
    return look.reading(found)


def _all(look: Looking, ground: Ground) -> Iterator[AddedCertificate]:
    brought = frozenset(name.upper() for name in ground.names(look, BROUGHT))
    tops = [(r"HKLM\SOFTWARE", "")] + [(rf"HKU\{who}\Software", who) for who in ground.people(look)]
    for top, who in tops:
        for store in STORES:
            for name, key in ground.keys(look, f"{top}\\{store}"):
                value = key.value("Blob")
                if name.upper() in brought or value is None:
                    continue
                one = certificate(_der(value.bytes))
                if one is None:
                    look.note(key.path, Cause.UNKNOWN_FORMAT)
                    continue
                if _is_microsofts(one.name, one.issuer):
                    continue
                yield AddedCertificate(
                    seen_in=key.path, fingerprint=one.fingerprint, name=one.name, issuer=one.issuer,
                    begins=one.begins, ends=one.ends, is_authority=one.is_authority,
                    trusted_by=TrustedBy.PERSON if who else TrustedBy.SYSTEM, who=who, when=key.changed,
                )  # fmt: skip


def _is_microsofts(name: str, issuer: str) -> bool:
    """Whether it is one of the few that Windows sets up in Root itself."""
    return name == issuer and name in STOCK


STOCK = frozenset(
    {
        "Microsoft Root Certificate Authority",
        "Microsoft Root Certificate Authority 2010",
        "Microsoft Root Certificate Authority 2011",
        "Microsoft Root Authority",
        "Microsoft Authenticode(tm) Root Authority",
        "Microsoft Time Stamp Root Certificate Authority 2014",
        "Microsoft ECC Product Root Certificate Authority 2018",
        "Microsoft ECC TS Root Certificate Authority 2018",
        "Copyright (c) 1997 Microsoft Corp.",
        "Microsoft Timestamp Root",
        "Symantec Enterprise Mobile Root for Microsoft",
        "Thawte Timestamping CA",
        "NO LIABILITY ACCEPTED, (c)97 VeriSign, Inc.",
    }
)


def _der(blob: bytes) -> bytes:
    """Return the certificate among the properties of a blob, or nothing."""
    place = 0
    for _ in range(MOST_PROPERTIES):
        if place + 12 > len(blob):
            break
        number, _, size = struct.unpack_from("<III", blob, place)
        if number == _CERTIFICATE:
            return blob[place + 12 : place + 12 + size]
        place += 12 + size
    return b""
