"""Which certificates macOS was told to trust besides its own: a property list's tree in, names out.

The certificates themselves lie in a keychain; here stand their sums and the names of their issuers,
which for a root certificate are its own.
References: twocanoes.com on Trust Settings/Admin.plist; Apple, SecTrustSettings.h (kSecTrustSettingsResult
1 and 2: trusted; 3: not; none given: trusted).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.parse.tree import Node

MOST_TRUSTED = 2000
_SUM = re.compile(r"[0-9A-Fa-f]{40}")
_TRUSTED = frozenset({1, 2})
# Common name, unit, organisation, part of a domain: the first that is there is what people would call it.
_NAMES = (b"\x55\x04\x03", b"\x55\x04\x0b", b"\x55\x04\x0a", bytes.fromhex("0992268993f22c640119"))
_SEQUENCES = frozenset({0x30, 0x31})
_DEEP = 4


@dataclass(frozen=True, slots=True)
class TrustedHere:
    """One certificate that was trusted by hand: its SHA-1 in lower case, its issuer's name."""

    sha1: str
    issuer: str


def trusted_here(root: Node) -> Iterator[TrustedHere]:
    """Yield the certificates that somebody told macOS to trust; those it was told to refuse are left out."""
    for _, (name, entry) in zip(range(MOST_TRUSTED), root.at("trustList").items(), strict=False):
        if _SUM.fullmatch(name) and _is_trusted(entry):
            issuer = entry.at("issuerName").value
            yield TrustedHere(name.lower(), issuer_name(issuer) if isinstance(issuer, bytes) else "")


def _is_trusted(entry: Node) -> bool:
    results = [one.at("kSecTrustSettingsResult").number for one in entry.at("trustSettings").nodes()]
    return not results or any(result is None or result in _TRUSTED for result in results)


def issuer_name(der: bytes) -> str:
    """Return what people would call the holder of a name in DER, "" where it cannot be read."""
    found = dict(_attributes(der, 0))
    return next((found[kind] for kind in _NAMES if found.get(kind)), "")


def _attributes(der: bytes, depth: int) -> Iterator[tuple[bytes, str]]:
    kind = b""
    for tag, value in _parts(der):
        if tag in _SEQUENCES and depth < _DEEP:
            yield from _attributes(value, depth + 1)
        elif tag == 0x06:
            kind = value
        elif kind:
            yield kind, value.decode("utf-16-be" if tag == 0x1E else "utf-8", "replace").strip()


def _parts(der: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 2 <= len(der):
        tag, size, place = der[place], der[place + 1], place + 2
        if size & 0x80:
            count = size & 0x7F
            size, place = int.from_bytes(der[place : place + count], "big"), place + count
        if size > len(der) - place:
            return
        yield tag, der[place : place + size]
        place += size
