"""What was seen of one program, and which of it is asked about by its value."""

from collections.abc import Sequence
from operator import attrgetter

from checkup.indicators.family import IndicatorKind
from checkup.model.value import Value

# Which trait is asked about by its value, for each kind of indicator that has one.
ASKED_BY_VALUE = (
    (IndicatorKind.SERVICE, "service"),
    (IndicatorKind.PACKAGE, "package"),
    (IndicatorKind.PORT, "port"),
    (IndicatorKind.SIGNER, "signer"),
    (IndicatorKind.BUNDLE_ID, "bundle_id"),
    (IndicatorKind.LAUNCHD, "launchd"),
    (IndicatorKind.REGISTRY, "registry"),
    (IndicatorKind.ROOT_CERTIFICATE, "root_certificate"),
)

_VALUES = attrgetter(*(trait for _, trait in ASKED_BY_VALUE))


class Traits(Value, frozen=True, kw_only=True):
    """What was seen of one program; empty where not known. `name` is a process's or file's name."""

    name: str = ""
    path: str = ""
    service: str = ""
    package: str = ""
    port: int | None = None
    domain: str = ""
    signer: str = ""
    bundle_id: str = ""
    launchd: str = ""
    registry: str = ""
    root_certificate: str = ""


def asked_by_value(traits: Traits) -> Sequence[tuple[IndicatorKind, str]]:
    """Return what is asked by value; a scan asks thousands of times, mostly about none or one of them."""
    values = _VALUES(traits)
    if not any(values):
        return ()
    return [(kind, str(value)) for (kind, _), value in zip(ASKED_BY_VALUE, values, strict=True) if value]
