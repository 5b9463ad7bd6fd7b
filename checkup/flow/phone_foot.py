"""The foot of each page of "Your phone": what the main button says, and what stands beside it."""

from checkup.content.texts import Texts
from checkup.flow.guided_looks import LOOKS
from checkup.flow.look_view import needs_caution
from checkup.flow.phone import LOOK, OTHER, SOURCE, WHICH, seen_phone
from checkup.flow.phone_view import Brought
from checkup.model.phone import PhoneChoice, PhoneKind, WhosePhone
from checkup.model.value import Value
from checkup.model.visit import Visit

OWN, AGAIN, LATER = "own", "again", "later"


class FootWay(Value, frozen=True, kw_only=True):
    """A button beside the main one."""

    id: str
    label: str


class FootOf(Value, frozen=True, kw_only=True):
    """The foot of one page."""

    main: str
    main_enabled: bool = True
    hint: str = ""
    others: tuple[FootWay, ...] = ()


def foot_of(page: str, visit: Visit, texts: Texts, brought: Brought, *, looking: bool) -> FootOf:
    """Return the foot of a page; `looking` while a look goes on."""
    go_on = texts.say("window.next")
    if page == WHICH:
        return FootOf(main=go_on, main_enabled=_is_settled(visit.phone), others=_later(visit, texts))
    if page in (OTHER, LOOKS):
        return FootOf(main=go_on)
    if page == SOURCE:
        may_begin = looking or brought.wanted is not None
        return FootOf(main=texts.say("phone.look"), main_enabled=may_begin, others=_instead(visit, texts))
    if page == LOOK:
        return _look(visit, texts, looking=looking)
    return FootOf(main=go_on, others=_instead(visit, texts))


def _look(visit: Visit, texts: Texts, *, looking: bool) -> FootOf:
    if looking:
        return FootOf(main=texts.say("window.next"), main_enabled=False)
    result = seen_phone(visit)
    hint = texts.say("computer.caution") if result is not None and needs_caution(result) else ""
    again = FootWay(id=AGAIN, label=texts.say("phone.again"))
    return FootOf(main=texts.say("window.next"), hint=hint, others=(again,))


def _is_settled(choice: PhoneChoice) -> bool:
    return choice.kind is PhoneKind.NONE or choice.is_allowed or _is_of_other(choice)


def _is_of_other(choice: PhoneChoice) -> bool:
    return choice.kind is not None and choice.whose is WhosePhone.OTHER


def _later(visit: Visit, texts: Texts) -> tuple[FootWay, ...]:
    if _is_settled(visit.phone):
        return ()
    return (FootWay(id=LATER, label=texts.say("computer.skip")),)


def _instead(visit: Visit, texts: Texts) -> tuple[FootWay, ...]:
    """Return the way on without a file: to what is looked at on the phone itself, else to the next step."""
    if visit.phone.kind in (PhoneKind.ANDROID, PhoneKind.IPHONE):
        return (FootWay(id=OWN, label=texts.say("phone.own")),)
    return (FootWay(id=LATER, label=texts.say("computer.skip")),)
