"""Apps of makers we do not know that may use the place, the microphone and the photos together.

Rights alone decide nothing, so this asks, or suggests to tidy up.
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.iphone.ordinary import is_ordinary, sees_much
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import AppOrigin, IphoneApp, PrivacyGrant, Right
from checkup.model.sources import Sources

CHECK_ID = "iphone.private_rights"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    apps = {app.bundle_id: app for app in sources.read(IphoneApp)}
    by_app: dict[str, list[PrivacyGrant]] = defaultdict(list)
    for grant in sources.read(PrivacyGrant):
        by_app[grant.bundle_id].append(grant)
    for bundle_id, grants in by_app.items():
        rights = frozenset(grant.right for grant in grants)
        if sees_much(rights) and not is_ordinary(bundle_id):
            app = apps.get(bundle_id, IphoneApp(bundle_id=bundle_id))
            yield Finding(
                check=CHECK_ID,
                level=_level(app, rights),
                about=bundle_id,
                name=app.name or bundle_id,
                reasons=tuple(Reason(sign=f"may_use_{right.value}") for right in Right if right in rights),
                evidence=tuple(
                    Evidence(where=one.seen_in, saw=f"{bundle_id} {one.right}", when=one.since)
                    for one in grants
                ),
            )


def _level(app: IphoneApp, rights: frozenset[Right]) -> Level:
    """One from the store that knows the place only while it is used is a thing to tidy up."""
    is_quiet = app.origin is AppOrigin.STORE and Right.LOCATION_ALWAYS not in rights
    return Level.SETTING if is_quiet else Level.ASK


CHECK = Check(id=CHECK_ID, needs=(IphoneApp, PrivacyGrant), look=look)
