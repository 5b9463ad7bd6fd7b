"""Certificates a Mac trusts because somebody said so, and those single browsers trust.

The system's own list of roots is Apple's and is not looked at; what was trusted besides stands in the
settings of trust, for everybody (Admin.plist) and for each person, whose file is named by a number.
References: ../../../parse/trust_settings.py.
"""

from collections.abc import Iterator

from checkup.collect.computer.browser_certificates import browser_certificates
from checkup.collect.computer.macos.browsers import browsers
from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.looking import Looking
from checkup.model.certificate import AddedCertificate
from checkup.model.sources import Reading
from checkup.parse.trust_settings import trusted_here

SETTINGS = "/Library/Security/Trust Settings"


def added_certificates(ground: MacGround) -> Reading[AddedCertificate]:
    """Return every certificate that is trusted beside Apple's own."""
    look = ground.looking()
    return look.reading((*_trusted(look), *browser_certificates(look, browsers(ground, look))))


def _trusted(look: Looking) -> Iterator[AddedCertificate]:
    for path in look.paths(SETTINGS, ".plist"):
        for one in trusted_here(property_list(look, path)):
            yield AddedCertificate(
                seen_in=path,
                fingerprint=one.sha1,
                name=one.issuer,
                issuer=one.issuer,
                when=look.changed(path),
            )
