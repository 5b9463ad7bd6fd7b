"""The ways into a service: at which of its pages to begin, and by which menu or address."""

from msgspec import structs

from checkup.content.texts import Language, Texts
from checkup.flow.web_address import WebAddress, offline_address, web_address
from checkup.model.service import Menu, Purpose, Service
from checkup.model.value import Value

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


class WayIn(Value, frozen=True, kw_only=True):
    """One page of the service: the menu path first, the address second; either may be missing."""

    title: str
    menu: tuple[str, ...] = ()
    menu_note: str = ""
    address: WebAddress | None = None
    address_label: str = ""


def ways_in(service: Service, texts: Texts) -> tuple[WayIn, tuple[WayIn, ...]]:
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
    path, unverified = menu_path(menu, texts.language) if menu else ((), False)
    known = service.address(purpose)
    label = "address_label" if known and known.is_verified else "address_hint"
    return WayIn(
        title=texts.say(f"services.purposes.{purpose}"),
        menu=path,
        menu_note=texts.say("accounts.account.menu_unverified") if unverified else "",
        address=web_address(texts, known.url, verified=known.is_verified) if known else None,
        address_label=texts.say(f"accounts.account.{label}") if known else "",
    )


def unopened(way: WayIn, why: str = "") -> WayIn:
    """Return a way in whose page does not open here; why is said once on the page."""
    address = way.address
    return structs.replace(way, address=offline_address(address, why)) if address else way


def menu_path(menu: Menu, language: Language) -> tuple[tuple[str, ...], bool]:
    """Return a menu's path in this language, and whether nobody has checked its words."""
    if language is Language.VIETNAMESE and menu.vi:
        return menu.vi, menu.vi_unverified
    return menu.en, menu.en_unverified
