"""One entry of the help directory with its words: never a number that is not confirmed."""

from datetime import datetime

from checkup.content.texts import Language, Texts
from checkup.flow.web_address import WebAddress, offline_address, web_address
from checkup.flow.written_date import written_date
from checkup.model.help import (
    EVERYWHERE,
    AlsoBy,
    Cost,
    HelpEntry,
    HelpEvidence,
    HelpSource,
    Hours,
    Phone,
    PhoneUse,
    Way,
)
from checkup.model.shown import shown
from checkup.model.value import Value


class NumberView(Value, frozen=True, kw_only=True):
    """A number as text: `number` is what is copied, `where` always names the country."""

    number: str
    shown: str
    where: str
    copy: str
    copy_name: str


class BadgeView(Value, frozen=True, kw_only=True):
    """A word or two, with the tone of its ground."""

    words: str
    tone: str


class HelpEntryView(Value, frozen=True, kw_only=True):
    """One entry: who they are, how to reach them, and how this is known."""

    id: str
    name: str
    other_name: str = ""
    badges: tuple[BadgeView, ...] = ()
    serves: str = ""
    numbers: tuple[NumberView, ...] = ()
    unconfirmed: str = ""
    ways: tuple[str, ...] = ()
    pages: tuple[WebAddress, ...] = ()
    facts: str = ""
    note: str = ""
    careful: str = ""
    known: str = ""
    sources: tuple[str, ...] = ()


def entry_view(
    entry: HelpEntry, texts: Texts, now: datetime, country: str, *, offline: bool = False
) -> HelpEntryView:
    """Return one entry; `country` is the country whose list it stands in."""
    name, other = _names(entry, texts.language)
    place = country if entry.only_in else entry.country
    offered = entry.may_be_called
    return HelpEntryView(
        id=entry.id,
        name=name,
        other_name=other,
        badges=_badges(entry, texts, now),
        serves=texts.say(f"help.serves.{entry.serves}") if entry.serves else "",
        numbers=tuple(_number(phone, place, texts) for phone in entry.phones) if offered else (),
        unconfirmed=_unconfirmed(entry, texts),
        ways=tuple(_way(also, texts) for also in entry.also) + _email(entry) if offered else (),
        pages=_pages(entry, texts, offline=offline) if offered else (),
        facts=_facts(entry, texts) if offered else "",
        note=_note(entry, texts),
        careful=texts.say("help.careful") if entry.careful else "",
        known=_known(entry, texts, now),
        sources=tuple(_source(source, texts) for source in entry.sources if source.what),
    )


def _pages(entry: HelpEntry, texts: Texts, *, offline: bool) -> tuple[WebAddress, ...]:
    """Return its addresses; why none opens here is said once, at the top of the page."""
    pages = tuple(web_address(texts, url) for url in entry.web)
    return tuple(offline_address(page) for page in pages) if offline else pages


def country_name(code: str, texts: Texts) -> str:
    """Return a country's name, or its code where no name is known here."""
    key = f"help.countries.{code}"
    return texts.say(key) if texts.has(key) else shown(code)


def _names(entry: HelpEntry, language: Language) -> tuple[str, str]:
    """Return the name in the person's language, and the one used in the country itself."""
    native = shown(entry.name_native)
    if language is Language.VIETNAMESE:
        own = entry.name_vi or (native if entry.country == "VN" else "") or entry.name
    else:
        own = entry.name
    return shown(own), native if native and native != shown(own) else ""


def _badges(entry: HelpEntry, texts: Texts, now: datetime) -> tuple[BadgeView, ...]:
    badges = []
    if entry.evidence is HelpEvidence.LOCAL:
        badges.append(BadgeView(words=texts.say("help.local"), tone="primary"))
    if entry.region:
        own = entry.region_vi if texts.language is Language.VIETNAMESE else ""
        badges.append(BadgeView(words=shown(own or entry.region), tone="surface"))
    if entry.may_be_called and entry.needs_checking(now):
        badges.append(BadgeView(words=texts.say("help.check_first"), tone="attention"))
    return tuple(badges)


def _number(phone: Phone, country: str, texts: Texts) -> NumberView:
    number = shown(phone.number)
    visible = texts.say("help.number_then", number=number, digit=phone.then) if phone.then else number
    use = texts.say(f"help.use.{phone.use}") if phone.use is not PhoneUse.ANY else ""
    everywhere = country == EVERYWHERE
    place = (
        texts.say("help.any_country")
        if everywhere
        else texts.say("help.in_country", country=country_name(country, texts))
    )
    spoken = texts.say("help.number_in_country", number=number, country=country_name(country, texts))
    return NumberView(
        number=phone.number,
        shown=visible,
        where=f"{use}, {place}" if use else place,
        copy=texts.say("help.copy"),
        copy_name=texts.say("help.copy_number", number=spoken),
    )


def _unconfirmed(entry: HelpEntry, texts: Texts) -> str:
    if not entry.may_be_called:
        return texts.say(
            "help.not_confirmed" if entry.phones or not entry.web else "help.address_not_confirmed"
        )
    ways = entry.phones or entry.web or entry.also or entry.email
    return "" if ways or entry.note or texts.has(f"help.notes.{entry.id}") else texts.say("help.no_number")


def _way(also: AlsoBy, texts: Texts) -> str:
    if also.way is Way.SMS and also.say:
        return texts.say("help.way.sms_say", say=also.say, number=also.number)
    if also.number and also.way in (Way.SMS, Way.WHATSAPP):
        return texts.say(f"help.way.{also.way}_to", number=also.number)
    return texts.say(f"help.way.{also.way}")


def _email(entry: HelpEntry) -> tuple[str, ...]:
    return (shown(entry.email),) if entry.email else ()


def _facts(entry: HelpEntry, texts: Texts) -> str:
    parts = [_hours(entry, texts), _cost(entry, texts), _languages(entry, texts)]
    return " · ".join(part for part in parts if part)


def _hours(entry: HelpEntry, texts: Texts) -> str:
    if entry.hours is Hours.WEEKDAYS and entry.opens and entry.closes:
        return texts.say("help.weekdays", opens=entry.opens, closes=entry.closes)
    if entry.hours in (Hours.ALL_DAY, Hours.VARIES):
        return texts.say(f"help.hours.{entry.hours}")
    return texts.say("help.hours.unknown") if entry.phones else ""


def _cost(entry: HelpEntry, texts: Texts) -> str:
    if entry.cost is Cost.UNKNOWN:
        return texts.say("help.cost.unknown") if entry.phones else ""
    words = texts.say(f"help.cost.{entry.cost}")
    return f"{words} · {texts.say('help.cost.off_the_bill')}" if entry.off_the_bill else words


def _languages(entry: HelpEntry, texts: Texts) -> str:
    if not entry.languages:
        return ""
    names = [_language(code, texts) for code in entry.languages]
    key = "help.languages_more" if entry.more_languages else "help.languages"
    return texts.say(key, languages=", ".join(names))


def _language(code: str, texts: Texts) -> str:
    key = f"help.language.{code}"
    return texts.say(key) if texts.has(key) else shown(code)


def _note(entry: HelpEntry, texts: Texts) -> str:
    """Return the program's own note, or the centre's own words in the person's language."""
    key = f"help.notes.{entry.id}"
    if entry.evidence is not HelpEvidence.LOCAL:
        return texts.say(key) if texts.has(key) else ""
    own = entry.note_vi if texts.language is Language.VIETNAMESE and entry.note_vi else entry.note
    return shown(own, longest=400)


def _known(entry: HelpEntry, texts: Texts, now: datetime) -> str:
    since = written_date(texts, entry.known_since)
    source = texts.say("help.known_from", evidence=texts.say(f"help.evidence.{entry.evidence}"))
    if not entry.may_be_called:
        return source
    if entry.evidence is HelpEvidence.LOCAL:
        words = texts.say("help.checked_on", date=since)
    elif not since:
        words = texts.say("help.undated")
    elif entry.needs_checking(now):
        words = texts.say("help.check_first_why", date=since)
    else:
        words = texts.say("help.known_since", date=since)
    return f"{words} {source}"


def _source(source: HelpSource, texts: Texts) -> str:
    date = written_date(texts, source.date)
    return f"{shown(source.what)} ({date})" if date else shown(source.what)
