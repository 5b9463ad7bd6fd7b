"""The step "Your phone": its pages, and how what is chosen and seen there changes the visit."""

from msgspec import structs

from checkup.flow.guided_looks import LOOKS, fitting
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Route
from checkup.model.guided_look import GuidedLook, LookOn
from checkup.model.phone import PhoneChoice, PhoneKind, WhosePhone
from checkup.model.result import Result, SubjectKind
from checkup.model.visit import Visit

WHICH, OTHER, GUIDE, SOURCE, LOOK = "which", "other", "guide", "source", "look"

_SUBJECTS = {
    PhoneKind.ANDROID: SubjectKind.ANDROID,
    PhoneKind.IPHONE: SubjectKind.IPHONE,
    PhoneKind.NETWORK: SubjectKind.NETWORK,
}
_LOOKS_ON = {PhoneKind.ANDROID: LookOn.ANDROID, PhoneKind.IPHONE: LookOn.IPHONE}


def phone_route(looks: tuple[GuidedLook, ...]) -> Route:
    """Return the route of the step. Another person's phone leads to one page, and no further."""

    def route(visit: Visit) -> tuple[Place, ...]:
        return tuple(Place(step=StepId.PHONE, page=page) for page in _pages(visit, looks))

    return route


def _pages(visit: Visit, looks: tuple[GuidedLook, ...]) -> tuple[str, ...]:
    if visit.phone.kind is PhoneKind.NONE:
        return (WHICH,)
    if visit.phone.whose is WhosePhone.OTHER:
        return (WHICH, OTHER)
    if not visit.phone.is_allowed:
        return (WHICH,)
    seen = (LOOK,) if seen_phone(visit) else ()
    own = (LOOKS,) if own_looks(visit, looks) else ()
    return (WHICH, GUIDE, SOURCE, *seen, *own)


def chosen(visit: Visit, *, kind: PhoneKind | None = None, whose: WhosePhone | None = None) -> Visit:
    """Return the visit after a choice on the first page; what is not given stays."""
    choice = PhoneChoice(kind=kind or visit.phone.kind, whose=whose or visit.phone.whose)
    return structs.replace(visit, phone=choice)


def seen_phone(visit: Visit) -> Result | None:
    """Return the newest result of the kind that is chosen, None where none was looked at."""
    kind = _SUBJECTS.get(visit.phone.kind) if visit.phone.kind else None
    return next((one for one in reversed(visit.phones) if one.subject.kind is kind), None)


def looked(visit: Visit, result: Result) -> Visit:
    """Return the visit with a result at the end; an earlier one of the same phone is gone."""
    here = result.subject
    others = tuple(
        one for one in visit.phones if not (here.may_be(one.subject) or here.key == one.subject.key)
    )
    return structs.replace(visit, phones=(*others, result))


def own_looks(visit: Visit, looks: tuple[GuidedLook, ...]) -> tuple[GuidedLook, ...]:
    """Return what the person can look at on the chosen phone: all there is, or what a look left open."""
    on = _LOOKS_ON.get(visit.phone.kind) if visit.phone.kind else None
    result = seen_phone(visit)
    if on is None:
        return ()
    if result is None:
        return tuple(look for look in looks if look.on is on)
    return fitting(looks, result)
