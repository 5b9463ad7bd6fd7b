"""What can stay open after a new password, and on which page of a service it is found."""

from checkup.content.texts import Texts
from checkup.flow.way_in import menu_path
from checkup.model.account import AccountReview
from checkup.model.service import Outlives, Purpose, Service
from checkup.model.value import Value

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


class OutlivesRow(Value, frozen=True, kw_only=True):
    """One thing that can stay open after a new password, to be ticked; `where` is its page's menu."""

    id: Outlives
    title: str
    what: str
    where: str = ""
    found: bool = False


def outlives_row(thing: Outlives, service: Service, review: AccountReview, texts: Texts) -> OutlivesRow:
    """Return the row of one thing, for one account."""
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
            path, _ = menu_path(menu, texts.language)
            return texts.say("accounts.account.where_row", where=" › ".join(path))
        if address := service.address(purpose):
            return texts.say("accounts.account.where_row", where=_short(address.url))
    return ""


def _short(url: str) -> str:
    return url.removeprefix("https://").removesuffix("/")
