"""Choosing the accounts a person uses: all services, grouped by what they unlock, found by name."""

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.plain_letters import plain_letters
from checkup.model.service import Service, Unlocks
from checkup.model.value import Value
from checkup.model.visit import Visit


class ServiceRow(Value, frozen=True, kw_only=True):
    """One service to choose; `seen` is a word where its sign-in was seen on this computer."""

    id: str
    name: str
    detail: str = ""
    seen: str = ""
    chosen: bool = False


class ServiceGroup(Value, frozen=True, kw_only=True):
    """The services that unlock the same kind of thing."""

    id: Unlocks
    title: str
    why: str
    rows: tuple[ServiceRow, ...]


class ChooseView(Value, frozen=True, kw_only=True):
    """The page on which accounts are chosen; `nothing_found` is empty while rows are shown."""

    title: str
    lead: str
    search: str
    search_hint: str
    groups: tuple[ServiceGroup, ...]
    how_many: str
    nothing_found: str = ""


def choose_view(visit: Visit, services: Services, texts: Texts, looked_for: str = "") -> ChooseView:
    """Return the page for a visit; `looked_for` is what stands in the search field."""
    found = tuple(each for each in services.ordered(texts.language) if _answers(each, looked_for, texts))
    groups = tuple(_group(unlocks, found, visit, services, texts) for unlocks in Unlocks)
    shown = tuple(group for group in groups if group.rows)
    return ChooseView(
        title=texts.say("accounts.choose.title"),
        lead=texts.say("accounts.choose.lead"),
        search=texts.say("accounts.choose.search"),
        search_hint=texts.say("accounts.choose.search_hint"),
        groups=shown,
        how_many=how_many(visit, texts),
        nothing_found="" if shown else texts.say("accounts.choose.nothing_found"),
    )


def how_many(visit: Visit, texts: Texts) -> str:
    """Return how many accounts are chosen."""
    count = len(visit.accounts)
    if not count:
        return texts.say("accounts.choose.how_many_none")
    return texts.count("accounts.choose.how_many", count)


def seen_here(visit: Visit) -> frozenset[str]:
    """Return the services whose sign-in was seen on this computer."""
    return frozenset(one.service for one in visit.here or () if one.service)


def _answers(service: Service, looked_for: str, texts: Texts) -> bool:
    wanted = plain_letters(looked_for)
    names = (service.name, service.name_vi, service.id, texts.say(f"services.groups.{service.unlocks}.title"))
    return any(wanted in plain_letters(name) for name in names)


def _group(
    unlocks: Unlocks, found: tuple[Service, ...], visit: Visit, services: Services, texts: Texts
) -> ServiceGroup:
    chosen = {review.service for review in visit.accounts}
    seen = seen_here(visit)
    rows = tuple(
        ServiceRow(
            id=each.id,
            name=each.name_in(texts.language),
            detail=_same_as(each, services, texts),
            seen=texts.say("accounts.choose.seen_here") if each.id in seen else "",
            chosen=each.id in chosen,
        )
        for each in found
        if each.unlocks is unlocks
    )
    title = texts.say(f"services.groups.{unlocks}.title")
    return ServiceGroup(id=unlocks, title=title, why=texts.say(f"services.groups.{unlocks}.why"), rows=rows)


def _same_as(service: Service, services: Services, texts: Texts) -> str:
    if not service.same_account_as:
        return ""
    other = services.find(service.same_account_as)
    return texts.say("accounts.choose.same_as", name=short_name(other, texts.language))


def short_name(service: Service, language: Language) -> str:
    """Return a service's name without what stands in brackets."""
    return service.name_in(language).split(" (")[0]


def title_of(services: Services, texts: Texts, service_id: str) -> str:
    """Return the short name of a service, or its id where it is not known here."""
    if not services.knows(service_id):
        return service_id
    return short_name(services.find(service_id), texts.language)
