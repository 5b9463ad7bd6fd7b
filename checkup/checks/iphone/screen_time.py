"""Screen Time and the family role: who may set limits, and who may see how the phone is used."""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import ScreenTime, ScreenTimeKind
from checkup.model.sources import Sources

CHECK_ID = "iphone.screen_time"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    found = tuple(sources.read(ScreenTime))
    if found:
        is_only_on = {one.kind for one in found} == {ScreenTimeKind.ON}
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING if is_only_on else Level.ASK,
            about="screen time",
            reasons=tuple(dict.fromkeys(_reason(one) for one in found)),
            evidence=tuple(
                dict.fromkeys(
                    Evidence(where=one.seen_in, saw=f"{one.kind} {one.who}".strip()) for one in found
                )
            ),
        )


def _reason(one: ScreenTime) -> Reason:
    match one.kind:
        case ScreenTimeKind.ON:
            return Reason(sign="screen_time_on")
        case ScreenTimeKind.PASSCODE:
            return Reason(sign="screen_time_passcode")
        case ScreenTimeKind.CHILD:
            return Reason(sign="family_child")
        case ScreenTimeKind.ORGANISER:
            return Reason(sign="family_organiser", who=one.who)


CHECK = Check(id=CHECK_ID, needs=(ScreenTime,), look=look)
