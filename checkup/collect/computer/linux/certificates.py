"""Reads the root certificates that somebody added, for the system and for browsers.

References: update-ca-certificates(8) (Debian), update-ca-trust(8) (Fedora, Arch), certutil(1).
"""

from collections.abc import Iterator

from checkup.collect.computer.browser_certificates import added, browser_certificates, in_list
from checkup.collect.computer.linux.browsers import browsers
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.looking import Looking
from checkup.model.certificate import AddedCertificate, TrustedBy
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.x509 import certificates

_ADDED = (
    "/usr/local/share/ca-certificates",
    "/etc/ca-certificates/trust-source/anchors",
    "/usr/share/ca-certificates/trust-source/anchors",
    "/etc/pki/ca-trust/source/anchors",
    "/usr/share/pki/ca-trust-source/anchors",
    "/etc/pki/trust/anchors",
)
_IN_USE = "/etc/ssl/certs"
_BUNDLE = "/etc/ssl/certs/ca-certificates.crt"
_ENDINGS = (".crt", ".pem", ".cer", ".der")
_SHARED_LISTS = (".pki/nssdb", ".local/share/pki/nssdb", "snap/chromium/current/.pki/nssdb")
# The system's own list of what is switched on; its links point into folders of packages.
_FROM_PACKAGES = (
    "/usr/share/ca-certificates/",
    "/etc/ca-certificates/extracted/",
    "/etc/pki/ca-trust/extracted/",
)
_MOST_BUNDLE = 4 * 1024 * 1024


def added_certificates(ground: Ground) -> Reading[AddedCertificate]:
    """Return every certificate that no package brought and that something here trusts."""
    look = ground.looking()
    found = (
        *_added(ground, look),
        *_in_use(ground, look),
        *_shared(ground, look),
        *browser_certificates(look, browsers(ground, look)),
    )
    first = {(one.fingerprint, one.trusted_by, one.who): one for one in reversed(found)}
    return look.reading(reversed(first.values()))


def _added(ground: Ground, look: Looking) -> Iterator[AddedCertificate]:
    for folder in _ADDED:
        for path in look.below(folder):
            if path.endswith(_ENDINGS) and not ground.owners.of(path):
                yield from _in_file(look, path)


def _in_use(ground: Ground, look: Looking) -> Iterator[AddedCertificate]:
    """Yield what lies in the list in use itself, or is linked into it from an unusual place."""
    for path in look.paths(_IN_USE, *_ENDINGS, ".0", ".1"):
        whole = ground.place.resolved(path)
        if _BUNDLE in (path, whole) or whole.startswith((*_FROM_PACKAGES, *_ADDED)):
            continue
        if not ground.owners.of(whole) and not _is_own_machine(whole):
            yield from _in_file(look, path)


def _is_own_machine(path: str) -> bool:
    """Whether it is the certificate Debian makes for this computer's own name, which vouches for no other."""
    return path == "/etc/ssl/certs/ssl-cert-snakeoil.pem"


def _in_file(look: Looking, path: str) -> Iterator[AddedCertificate]:
    found, broken = certificates(look.bytes(path, _MOST_BUNDLE) or b"")
    look.note(path, Cause.UNKNOWN_FORMAT, broken)
    for one in found:
        yield added(one, look, path, TrustedBy.SYSTEM, "")


def _shared(ground: Ground, look: Looking) -> Iterator[AddedCertificate]:
    for home in own_homes(ground, look):
        for folder in _SHARED_LISTS:
            path = f"{home.path.rstrip('/')}/{folder}/cert9.db"
            yield from in_list(look, path, TrustedBy.PERSON, home.who)
