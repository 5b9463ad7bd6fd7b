"""Observation of a certificate that was added to the ones a system or a browser trusts."""

from enum import StrEnum

from checkup.model.sources import Observation


class TrustedBy(StrEnum):
    """Who trusts it."""

    SYSTEM = "system"
    BROWSER = "browser"  # one profile of one browser
    PERSON = "person"  # all Chromium browsers of one person


class AddedCertificate(Observation, frozen=True, kw_only=True):
    """A root certificate that no package brought.

    `fingerprint` is SHA-256 in lower-case hexadecimal, or SHA-1 where a system keeps no more.
    `name` and `issuer` are the names it carries, `begins` and `ends` its own dates and `when` the
    file's time, all RFC 3339 in UTC. `who` is whose home it lies in, empty for the whole system.
    """

    fingerprint: str
    name: str = ""
    issuer: str = ""
    begins: str = ""
    ends: str = ""
    is_authority: bool = True
    trusted_by: TrustedBy = TrustedBy.SYSTEM
    who: str = ""
    when: str = ""
