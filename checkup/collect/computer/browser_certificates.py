"""Certificates that were added to browsers, out of every profile, on any system.

References: ../../parse/chromium_roots.py and ../../parse/nss.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.browser_profiles import Browsers
from checkup.collect.computer.database import database_rows
from checkup.collect.looking import Looking
from checkup.model.certificate import AddedCertificate, TrustedBy
from checkup.model.looked import Cause
from checkup.parse.chromium_roots import STATEMENT as CHROMIUM_STATEMENT
from checkup.parse.chromium_roots import trusted_in_profile
from checkup.parse.nss import NEWER_STATEMENT, STATEMENT, trusted_certificates
from checkup.parse.x509 import Certificate


def browser_certificates(look: Looking, browsers: Browsers) -> Iterator[AddedCertificate]:
    """Yield what is trusted in single profiles alone."""
    for profile in browsers.chromium:
        path = f"{profile.path}/ServerCertificate"
        found, broken = trusted_in_profile(database_rows(look, path, CHROMIUM_STATEMENT) or ())
        look.note(path, Cause.UNKNOWN_FORMAT, broken)
        for one in found:
            yield added(one, look, path, TrustedBy.BROWSER, profile.who)
    for profile in browsers.firefox:
        yield from in_list(look, f"{profile.path}/cert9.db", TrustedBy.BROWSER, profile.who)


def in_list(look: Looking, path: str, by: TrustedBy, who: str) -> Iterator[AddedCertificate]:
    """Yield the certificates that a list of NSS trusts."""
    newer = database_rows(look, path, NEWER_STATEMENT, STATEMENT)
    older = database_rows(look, path, STATEMENT) if newer else None
    for one in trusted_certificates((*(newer or ()), *(older or ()))):
        yield added(one, look, path, by, who)


def added(one: Certificate, look: Looking, path: str, by: TrustedBy, who: str) -> AddedCertificate:
    """Return one certificate as an observation."""
    return AddedCertificate(
        seen_in=path,
        fingerprint=one.fingerprint,
        name=one.name,
        issuer=one.issuer,
        begins=one.begins,
        ends=one.ends,
        is_authority=one.is_authority,
        trusted_by=by,
        who=who,
        when=look.changed(path),
    )
