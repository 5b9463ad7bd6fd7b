"""Apps that did not come from the App Store: side-loaded, signed by a company, for trying, or managed.

References: iTunesMetadata in Info.plist, which the store leaves for every app it installs.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import AppOrigin, FetchedApp
from checkup.model.sources import Sources

CHECK_ID = "iphone.outside_store"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for app in sources.read(FetchedApp):
        if (reason := _reason(app)) is not None:
            yield Finding(
                check=CHECK_ID,
                level=Level.ASK,
                about=app.bundle_id,
                name=app.name or app.bundle_id,
                reasons=(reason,),
                evidence=(Evidence(where=app.seen_in, saw=f"{app.bundle_id} {app.origin}", when=app.since),),
            )


def _reason(app: FetchedApp) -> Reason | None:
    match app.origin:
        case AppOrigin.OUTSIDE:
            return Reason(sign="app_without_store", what=app.bundle_id)
        case AppOrigin.TEST:
            return Reason(sign="app_for_testing", what=app.bundle_id)
        case AppOrigin.MANAGED:
            return Reason(sign="app_from_management", what=app.bundle_id)
        case _:
            return None


CHECK = Check(id=CHECK_ID, needs=(FetchedApp,), look=look)
