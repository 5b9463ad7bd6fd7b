"""Apps that did not come from the App Store: side-loaded, signed by a company, for trying, or managed.

Who signed it is told where the backup holds Apple's leave for it (a provisioning profile): a company,
a developer, or a maker who wrote this phone down. Tools such as AltStore sign as a developer.

References: iTunesMetadata in Info.plist, which the store leaves for every app it installs; TN3125.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import AppOrigin, FetchedApp, Signer, SigningProfile
from checkup.model.sources import Sources
from checkup.parse.iphone.signing_profile import is_for

CHECK_ID = "iphone.outside_store"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    leaves = tuple(sources.read(SigningProfile))
    for app in sources.read(FetchedApp):
        if (reason := _reason(app)) is not None:
            leave = _leave(app, leaves)
            yield Finding(
                check=CHECK_ID,
                level=Level.ASK,
                about=app.bundle_id,
                name=app.name or app.bundle_id,
                reasons=(reason, *map(_signed, leave)),
                evidence=(
                    Evidence(where=app.seen_in, saw=f"{app.bundle_id} {app.origin}", when=app.since),
                    *(Evidence(where=one.seen_in, saw=f"{one.app} {one.signer} {one.team}") for one in leave),
                ),
            )


def _leave(app: FetchedApp, leaves: tuple[SigningProfile, ...]) -> tuple[SigningProfile, ...]:
    """Return the leave that fits an app from outside best: the one that names it, else one for several."""
    if app.origin is not AppOrigin.OUTSIDE:
        return ()
    fitting = [one for one in leaves if is_for(one, app.bundle_id)]
    return (max(fitting, key=lambda one: (not one.app.endswith("*"), one.until)),) if fitting else ()


def _signed(leave: SigningProfile) -> Reason:
    match leave.signer:
        case Signer.COMPANY:
            return Reason(sign="app_signed_by_company", who=leave.team)
        case Signer.DEVELOPER:
            return Reason(sign="app_signed_by_developer", who=leave.team)
        case Signer.REGISTERED:
            return Reason(sign="app_signed_for_this_phone", who=leave.team)


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


CHECK = Check(id=CHECK_ID, needs=(FetchedApp, SigningProfile), look=look)
