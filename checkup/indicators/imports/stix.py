"""STIX 2 bundles: indicators, the malware they indicate, and what kind of malware that is.

References: OASIS STIX 2.0 and 2.1; the object paths `app:id` and `app:cert.*` are those in which
lists of phone programs are commonly published.
"""

from collections.abc import Iterable

import msgspec

from checkup.indicators.family import FamilyKind
from checkup.indicators.imports.building import Builder
from checkup.indicators.imports.outcome import Imported, NotTaken, Why
from checkup.indicators.imports.pattern import compared, unused
from checkup.indicators.listed import ListSource, Role

REVOKED = "revoked"

# An indicator is meant to show that the program is there, so its hosts are those it talks to.
# `app:id` is used for both systems of phones.
_ROLES: dict[str, tuple[Role, ...]] = {
    "domain-name:value": (Role.CONTROL_DOMAIN,),
    "url:value": (Role.URL,),
    "ipv4-addr:value": (Role.CONTROL_ADDRESS,),
    "ipv6-addr:value": (Role.CONTROL_ADDRESS,),
    "email-addr:value": (Role.EMAIL,),
    "process:name": (Role.PROCESS,),
    "app:id": (Role.APPLICATION_ID, Role.BUNDLE_ID),
    **{f"app:cert.{name}": (Role.CERTIFICATE,) for name in ("md5", "sha1", "sha256", "sha-1", "sha-256")},
    **{f"file:hashes.{name}": (Role.HASH,) for name in ("md5", "sha1", "sha256", "sha-1", "sha-256")},
}
_KINDS = {
    "stalkerware": FamilyKind.STALKERWARE,
    "watchware": FamilyKind.WATCHWARE,
    "keylogger": FamilyKind.KEYLOGGER,
    "remote-access-trojan": FamilyKind.RAT,
    "spyware": FamilyKind.SPYWARE,
}


class _Object(msgspec.Struct, frozen=True, kw_only=True):
    """One object of a bundle, as far as it is used."""

    type: str
    id: str = ""
    name: str = ""
    pattern: str = ""
    pattern_type: str = "stix"
    revoked: bool = False
    malware_types: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    relationship_type: str = ""
    source_ref: str = ""
    target_ref: str = ""
    modified: str = ""


class _Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file."""

    type: str
    objects: tuple[_Object, ...]


def read_stix(data: bytes, list_id: str) -> Imported:
    """Return the list of a bundle; raises NotTaken."""
    bundle = _decoded(data)
    builder = Builder()
    named = _names(bundle.objects)
    indicates = {
        one.source_ref: one.target_ref
        for one in bundle.objects
        if one.type == "relationship" and one.relationship_type == "indicates" and one.target_ref in named
    }
    for one in bundle.objects:
        if one.type == "indicator":
            _indicator(one, named.get(indicates.get(one.id, ""), (list_id, FamilyKind.UNSTATED)), builder)
    dates = (one.modified[:10] for one in bundle.objects if one.type == "indicator")
    return builder.imported(ListSource(id=list_id, name=list_id, as_of=max(dates, default="")))


def _decoded(data: bytes) -> _Bundle:
    try:
        bundle = msgspec.json.decode(data, type=_Bundle)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotTaken(Why.NOT_WHOLE) from error
    if bundle.type != "bundle":
        raise NotTaken(Why.UNKNOWN_FORM)
    return bundle


def _names(objects: Iterable[_Object]) -> dict[str, tuple[str, FamilyKind]]:
    malware = (one for one in objects if one.type in {"malware", "tool"} and one.name)
    return {one.id: (one.name, _kind((*one.malware_types, *one.labels))) for one in malware}


def _kind(words: Iterable[str]) -> FamilyKind:
    kinds = (_KINDS[word.lower()] for word in words if word.lower() in _KINDS)
    return next(kinds, FamilyKind.UNSTATED)


def _indicator(one: _Object, named: tuple[str, FamilyKind], builder: Builder) -> None:
    if one.revoked:
        builder.skip(REVOKED)
        return
    pairs = compared(one.pattern) if one.pattern_type == "stix" else None
    if pairs is None:
        builder.skip(unused(one.pattern) if one.pattern_type == "stix" else one.pattern_type)
        return
    family = builder.family(*named)
    for path, value in pairs:
        roles = _ROLES.get(path)
        if roles is None:
            builder.skip(path)
        for role in roles or ():
            builder.add(family, role, value)
