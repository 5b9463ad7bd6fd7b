"""One account: where to look, what to look for, the answers, and what outlives a new password."""

from enum import StrEnum

from msgspec import structs

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.account_choice import short_name
from checkup.flow.accounts import review_of
from checkup.flow.by_hand import ByHandView, by_hand_view
from checkup.flow.offline import is_offline
from checkup.flow.web_address import WebAddress, offline_address, web_address
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.service import Menu, Outlives, Purpose, Service
from checkup.model.value import Value
from checkup.model.visit import Visit

LOOK = (
    Purpose.SESSIONS,
    Purpose.SESSIONS_ALT,
    Purpose.ACTIVITY,
    Purpose.SAFETY_CHECK,
    Purpose.LOCATION_SHARING,
    Purpose.FIND_DEVICE,
    Purpose.MEMBERS,
    Purpose.FAMILY,
    Purpose.CALLS,
    Purpose.CHECKUP,
    Purpose.SECURITY,
    Purpose.APPS,
    Purpose.APP_PASSWORDS,
    Purpose.MAIL_FORWARDING,
    Purpose.MAIL_RULES,
    Purpose.SESSIONS_OLD,
)
"""The pages of a service on which one only looks, the most telling first."""

NEAREST = (Purpose.PASSCODE, Purpose.PASSWORD, Purpose.TWO_STEP)
"""Where to begin with a service that has no page to look at."""

LISTS = frozenset({Purpose.SESSIONS, Purpose.LOCATION_SHARING, Purpose.MEMBERS, Purpose.CALLS})

WHERE: dict[Outlives, tuple[Purpose, ...]] = {
    Outlives.APP_PASSWORDS: (Purpose.APP_PASSWORDS,),
    Outlives.MAIL_FORWARDING: (Purpose.MAIL_FORWARDING,),
    Outlives.MAIL_FILTERS: (Purpose.MAIL_RULES,),
    Outlives.THIRD_PARTY_APPS: (Purpose.APPS,),
    Outlives.FAMILY_GROUP: (Purpose.FAMILY,),
    Outlives.HOME_MEMBERS: (Purpose.MEMBERS,),
    Outlives.LOCATION_SHARING: (Purpose.LOCATION_SHARING,),
    Outlives.FIND_DEVICE: (Purpose.FIND_DEVICE,),
    Outlives.DROP_IN: (Purpose.CALLS,),
    Outlives.LINKED_DEVICES: (Purpose.SESSIONS,),
    Outlives.SESSIONS_STAY: (Purpose.SESSIONS,),
    Outlives.TRUSTED_DEVICES: (Purpose.TWO_STEP,),
}
"""On which page of a service each thing is found."""


class AccountAnswer(StrEnum):
    """The four answers, and "not now"."""

    MINE = "mine"
    KNOWN = "known"
    NOT_MINE = "not_mine"
    UNSURE = "unsure"
    NOT_NOW = "not_now"

    @property
    def answer(self) -> Answer | None:
        """The answer as the visit keeps it; None for "not now"."""
        return None if self is AccountAnswer.NOT_NOW else Answer(self.value)


class WayIn(Value, frozen=True, kw_only=True):
    """One page of the service: the menu path first, the address second; either may be missing."""

    title: str
    menu: tuple[str, ...] = ()
    menu_note: str = ""
    address: WebAddress | None = None
    address_label: str = ""


class AnswerRow(Value, frozen=True, kw_only=True):
    """One answer."""

    id: AccountAnswer
    label: str
    chosen: bool = False


class OutlivesRow(Value, frozen=True, kw_only=True):
    """One thing that can stay open after a new password, to be ticked; `where` is its page's menu."""

    id: Outlives
    title: str
    what: str
    where: str = ""
    found: bool = False


class AccountView(Value, frozen=True, kw_only=True):
    """The page of one account."""

    service: str
    title: str
    lead: str
    progress: str
    before_title: str
    before: tuple[str, ...]
    go_title: str
    main: WayIn
    more_title: str
    more_show: str
    more_hide: str
    more: tuple[WayIn, ...]
    look_title: str
    look: tuple[str, ...]
    question: str
    answers: tuple[AnswerRow, ...]
    after: str
    by_hand: ByHandView
    outlives_title: str
    outlives_lead: str
    outlives: tuple[OutlivesRow, ...]


def account_view(visit: Visit, services: Services, texts: Texts, service_id: str) -> AccountView:
    """Return the page of one chosen account."""
    service = services.find(service_id)
    review = review_of(visit, service_id) or AccountReview(service=service_id)
    main, more = _ways(service, texts)
    if is_offline(visit):
        main = _unopened(main, texts.say("offline.here_page"))
        more = tuple(_unopened(way) for way in more)
    answer = _given(review)
    return AccountView(
        service=service_id,
        title=service.name_in(texts.language),
        lead=texts.say(f"services.groups.{service.unlocks}.why"),
        progress=_progress(visit, services, texts, service_id),
        before_title=texts.say("accounts.account.before_title"),
        before=_before(service, texts),
        go_title=texts.say("accounts.account.go_title"),
        main=main,
        more_title=texts.say("accounts.account.more_title"),
        more_show=texts.say("accounts.account.more_show"),
        more_hide=texts.say("accounts.account.more_hide"),
        more=more,
        look_title=texts.say("accounts.account.look_title"),
        look=_look(service, texts),
        question=texts.say("accounts.account.question"),
        answers=tuple(
            AnswerRow(
                id=each, label=texts.say(f"accounts.account.answer.{each}.label"), chosen=each is answer
            )
            for each in AccountAnswer
        ),
        after=texts.say(f"accounts.account.answer.{answer}.after") if answer else "",
        by_hand=by_hand_view(review, texts),
        outlives_title=texts.say("accounts.account.outlives_title"),
        outlives_lead=texts.say("accounts.account.outlives_lead"),
        outlives=tuple(_outlives(thing, service, review, texts) for thing in service.outlives),
    )


def _given(review: AccountReview) -> AccountAnswer | None:
    if review.skipped:
        return AccountAnswer.NOT_NOW
    return AccountAnswer(review.answer.value) if review.answer else None


def _progress(visit: Visit, services: Services, texts: Texts, service_id: str) -> str:
    shown = [review.service for review in visit.accounts if services.knows(review.service)]
    number = shown.index(service_id) + 1 if service_id in shown else 1
    return texts.say("accounts.account.progress", number=number, count=max(len(shown), 1))


def _before(service: Service, texts: Texts) -> tuple[str, ...]:
    words = ["before_evidence", "before_noticed", "before_watched"]
    if service.tells_others:
        words.append("tells_others")
    return tuple(texts.say(f"accounts.account.{word}") for word in words)


def _look(service: Service, texts: Texts) -> tuple[str, ...]:
    lines = [texts.say(f"services.kinds.{service.kind}")]
    special = f"services.special.{service.id}"
    if texts.has(special):
        lines.append(texts.say(special))
    lines.append(texts.say("accounts.account.look_place"))
    return tuple(lines)


def _ways(service: Service, texts: Texts) -> tuple[WayIn, tuple[WayIn, ...]]:
    """Return where to begin, and the further pages; an address is listed once."""
    known = [purpose for purpose in (*LOOK, *NEAREST) if service.menu(purpose) or service.address(purpose)]
    if not known:
        return _without_page(texts), ()
    main = _main(service, known[0], texts)
    used = {main.address.url} if main.address else set()
    more = []
    for purpose in known[1:]:
        way = _way(service, purpose, texts)
        if purpose in NEAREST or (not way.menu and way.address and way.address.url in used):
            continue
        used.update({way.address.url} if way.address else ())
        more.append(way)
    return main, tuple(more)


def _main(service: Service, purpose: Purpose, texts: Texts) -> WayIn:
    way = _way(service, purpose, texts)
    if not way.menu:
        return WayIn(
            title=way.title,
            menu_note=texts.say("accounts.account.menu_unknown"),
            address=way.address,
            address_label=way.address_label,
        )
    if purpose in LISTS or purpose in LOOK:
        return way
    note = texts.say("accounts.account.no_list")
    return WayIn(
        title=way.title,
        menu=way.menu,
        menu_note=" ".join(filter(None, (note, way.menu_note))),
        address=way.address,
        address_label=way.address_label,
    )


def _without_page(texts: Texts) -> WayIn:
    return WayIn(
        title=texts.say("services.purposes.sessions"), menu_note=texts.say("accounts.account.menu_unknown")
    )


def _way(service: Service, purpose: Purpose, texts: Texts) -> WayIn:
    menu = service.menu(purpose)
    path, unverified = _path(menu, texts.language) if menu else ((), False)
    known = service.address(purpose)
    label = "address_label" if known and known.is_verified else "address_hint"
    return WayIn(
        title=texts.say(f"services.purposes.{purpose}"),
        menu=path,
        menu_note=texts.say("accounts.account.menu_unverified") if unverified else "",
        address=web_address(texts, known.url, verified=known.is_verified) if known else None,
        address_label=texts.say(f"accounts.account.{label}") if known else "",
    )


def _unopened(way: WayIn, why: str = "") -> WayIn:
    """Return a way in whose page does not open here; why is said once on the page."""
    address = way.address
    return structs.replace(way, address=offline_address(address, why)) if address else way


def _path(menu: Menu, language: Language) -> tuple[tuple[str, ...], bool]:
    if language is Language.VIETNAMESE and menu.vi:
        return menu.vi, menu.vi_unverified
    return menu.en, menu.en_unverified


def _outlives(thing: Outlives, service: Service, review: AccountReview, texts: Texts) -> OutlivesRow:
    return OutlivesRow(
        id=thing,
        title=texts.say(f"outlives.{thing}.title"),
        what=texts.say(f"outlives.{thing}.what"),
        where=_where(thing, service, texts),
        found=thing.value in review.outlives,
    )


def _where(thing: Outlives, service: Service, texts: Texts) -> str:
    for purpose in WHERE.get(thing, ()):
        if menu := service.menu(purpose):
            path, _ = _path(menu, texts.language)
            return texts.say("accounts.account.where_row", where=" › ".join(path))
        if address := service.address(purpose):
            return texts.say("accounts.account.where_row", where=_short(address.url))
    return ""


def _short(url: str) -> str:
    return url.removeprefix("https://").removesuffix("/")


def title_of(services: Services, texts: Texts, service_id: str) -> str:
    """Return the short name of a service, or its id where it is not known here."""
    if not services.knows(service_id):
        return service_id
    return short_name(services.find(service_id), texts.language)
