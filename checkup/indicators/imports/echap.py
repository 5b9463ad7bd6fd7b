"""Echap's lists: `ioc.yaml` and `watchware.yaml` as the association publishes them.

References: AssoEchap/stalkerware-indicators, README (the meaning of the keys; licence CC BY 4.0).
"""

from collections.abc import Iterator

from checkup.indicators import written
from checkup.indicators.family import FamilyKind
from checkup.indicators.imports.building import Builder
from checkup.indicators.imports.outcome import Imported, NotTaken, Why
from checkup.indicators.imports.yaml_text import Node, read_yaml
from checkup.indicators.listed import ListSource, Role

ORIGIN = "https://github.com/AssoEchap/stalkerware-indicators"
LICENCE = "CC BY 4.0"
CREDIT = "Echap association and contributors"

# `distribution` holds the hosts an app is downloaded from: like the shop, a visit says who used the device.
_ROLES = {
    "packages": Role.APPLICATION_ID,
    "certificates": Role.CERTIFICATE,
    "certificate_organizations": Role.CERTIFICATE_OWNER,
    "certificate_cname_re": Role.CERTIFICATE_NAME,
    "ios_bundles": Role.BUNDLE_ID,
    "websites": Role.SHOP_DOMAIN,
    "distribution": Role.SHOP_DOMAIN,
    "c2.domains": Role.CONTROL_DOMAIN,
    "c2.ips": Role.CONTROL_ADDRESS,
    "c2.ip": Role.CONTROL_ADDRESS,
}
_DESCRIBING = frozenset({"name", "names", "type"})
_ADDRESS = {Role.SHOP_DOMAIN: Role.SHOP_ADDRESS, Role.CONTROL_DOMAIN: Role.CONTROL_ADDRESS}
_KINDS = {"stalkerware": FamilyKind.STALKERWARE, "watchware": FamilyKind.WATCHWARE}


def read_echap(text: str, list_id: str) -> Imported:
    """Return the list of a text; raises NotTaken."""
    if not text.endswith("\n"):  # YAML has no end mark; half a name would be another name
        raise NotTaken(Why.NOT_WHOLE)
    rows = read_yaml(text)
    if not isinstance(rows, list):
        raise NotTaken(Why.UNKNOWN_FORM)
    builder = Builder()
    for row in rows:
        _family(row, builder)
    return builder.imported(
        ListSource(id=list_id, name=f"Echap ({list_id})", licence=LICENCE, origin=ORIGIN, credit=CREDIT)
    )


def _family(row: Node, builder: Builder) -> None:
    if not isinstance(row, dict) or not isinstance(name := row.get("name"), str) or not name.strip():
        raise NotTaken(Why.NOT_WHOLE, str(row)[:80])
    family = builder.family(name, _kind(row))
    platforms = tuple(
        platform for key, platform in (("packages", "android"), ("ios_bundles", "ios")) if key in row
    )
    builder.describe(family, platforms, tuple(dict.fromkeys(_texts(row.get("names", [])))))
    for key, value in _values(row):
        role = _ROLES.get(key)
        if role is None:
            builder.skip(key)
        else:
            builder.add(family, _as_written(role, value), value)


def _kind(row: dict[str, Node]) -> FamilyKind:
    kind = row.get("type")
    return _KINDS.get(kind, FamilyKind.UNSTATED) if isinstance(kind, str) else FamilyKind.UNSTATED


def _values(row: dict[str, Node]) -> Iterator[tuple[str, str]]:
    for key, node in row.items():
        if key in _DESCRIBING:
            continue
        if isinstance(node, dict):
            for inner, values in node.items():
                yield from ((f"{key}.{inner}", value) for value in _texts(values))
        else:
            yield from ((key, value) for value in _texts(node))


def _texts(node: Node) -> Iterator[str]:
    """Return the texts of a list, or of a single value."""
    if isinstance(node, str):
        if node.strip():
            yield node
        return
    for one in node:
        if not isinstance(one, str):
            raise NotTaken(Why.NOT_WHOLE, str(one)[:80])
        yield one


def _as_written(role: Role, value: str) -> Role:
    """Return the role of its own that an address has, or one page of somebody else's host."""
    if role in _ADDRESS and written.address(value):
        return _ADDRESS[role]
    if role is Role.SHOP_DOMAIN and written.path(value):
        return Role.SHOP_URL
    return role
