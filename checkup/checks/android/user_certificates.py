"""Certificates somebody added to those the phone trusts: they can open what apps and browsers encrypt.

References: Android's user credential store (`cacerts-added`); collection-points 7.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import OwnCertificate
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.user_certificates"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for one in sources.read(OwnCertificate):
        yield Finding(
            check=ID,
            level=Level.ASK,
            about=f"certificate:{one.user}/{one.name}",
            name=one.name,
            reasons=(Reason(sign="phone_certificate_added", what=one.name),),
            evidence=(Evidence(where=one.seen_in, saw=one.name),),
        )


CHECK = Check(id=ID, needs=(OwnCertificate,), look=look)
