"""Certificates added by hand or by a program: whoever holds the key to one can read encrypted pages.

References: resources/rules (names of root certificates that known programs add).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.certificate import AddedCertificate, TrustedBy
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

CHECK_ID = "computer.root_certificates"
SHA256_DIGITS = 64


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for certificate in sources.read(AddedCertificate):
        match = known.match(root_certificate=certificate.name) if certificate.name else None
        yield Finding(
            check=CHECK_ID,
            level=match.level() if match else _level(certificate),
            about=match.family.id if match else f"certificate:{certificate.fingerprint}",
            name=match.family.name if match else certificate.name or certificate.fingerprint,
            reasons=(_reason(certificate, match.family.id if match else "", match.source if match else ""),),
            evidence=(_evidence(certificate),),
        )


def _level(certificate: AddedCertificate) -> Level:
    """One that vouches for no other can only stand for the one name it carries."""
    return Level.ASK if certificate.is_authority else Level.SETTING


def _reason(certificate: AddedCertificate, family: str, source: str) -> Reason:
    is_system = certificate.trusted_by is TrustedBy.SYSTEM
    return Reason(
        sign="certificate_added" if is_system else "certificate_added_to_browser",
        what=certificate.name or certificate.fingerprint,
        who=certificate.who,
        where=certificate.seen_in,
        when=certificate.when,
        family=family,
        source=source,
    )


def _evidence(certificate: AddedCertificate) -> Evidence:
    kind = "SHA-256" if len(certificate.fingerprint) == SHA256_DIGITS else "SHA-1"
    dates = f"{certificate.begins} - {certificate.ends}" if certificate.begins else ""
    parts = (certificate.name, certificate.issuer, dates, f"{kind} {certificate.fingerprint}")
    saw = "; ".join(part for part in parts if part)
    return Evidence(where=certificate.seen_in, saw=saw, when=certificate.when)


CHECK = Check(id=CHECK_ID, needs=(AddedCertificate,), look=look)
