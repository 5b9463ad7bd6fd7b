"""The step "Before you start": its pages, and how its answers change the visit.

Nothing is written before the question about the device is answered (P1). Where the device is not
right, the step ends with how to use another one, and the rest of the walk stays closed.

References: threat-model P1, P2, P9 and section 9; interface-safety 4 ("ask before doing").
"""

from typing import TYPE_CHECKING

from checkup.content.texts import Language
from checkup.flow.place import Place, StepId
from checkup.model.situation import Company, DeviceSafety, Keeping

if TYPE_CHECKING:
    from checkup.model.begun import Beginning
    from checkup.model.visit import Visit

WELCOME, DEVICE, ELSEWHERE, TRACES, KEEPING = "welcome", "device", "elsewhere", "traces", "keeping"
NEW, OPEN, OPENED = "new_record", "open_record", "opened"
"""Pages that are no part of the route: they are entered from KEEPING, and lead on from there."""


def route(visit: "Beginning") -> tuple[Place, ...]:
    """Return the step's pages for what is answered so far."""
    pages = [WELCOME, DEVICE]
    if visit.device is DeviceSafety.NOT_SAFE:
        pages.append(ELSEWHERE)
    elif visit.device is not None:
        pages += [TRACES, KEEPING]
    return tuple(at(page) for page in pages)


def at(page: str) -> Place:
    """Return the place of one of the pages."""
    return Place(step=StepId.START, page=page)


def spoken(visit: "Visit", language: Language) -> "Visit":
    """Return the visit in another language."""
    from msgspec import structs

    return structs.replace(visit, language=language.value)


def with_company(visit: "Visit", company: Company) -> "Visit":
    """Return the visit after the answer for whom it is."""
    from msgspec import structs

    return structs.replace(visit, company=company)


def on_device(visit: "Visit", device: DeviceSafety) -> "Visit":
    """Return the visit after the answer about this device; another answer lets "offline" begin anew."""
    from msgspec import structs

    return visit if device is visit.device else structs.replace(visit, device=device, offline=None)


def kept(visit: "Visit", keeping: Keeping) -> "Visit":
    """Return the visit after the choice what becomes of it."""
    from msgspec import structs

    return structs.replace(visit, keeping=keeping)
