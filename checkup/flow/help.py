"""The help page: what was chosen, its sections and entries, and the sheet for print."""

from datetime import datetime

from checkup.content.help import VIET_NAM, Band, HelpDirectory
from checkup.content.texts import Language, Texts
from checkup.flow.help_entry import HelpEntryView, country_name, entry_view
from checkup.flow.plain_letters import plain_letters
from checkup.flow.written_date import written_date
from checkup.model.help import EVERYWHERE, HelpSection, LocalTrouble
from checkup.model.value import Value


class HelpAsk(Value, frozen=True, kw_only=True):
    """What the person chose on the page: a country's code, for whom, the words looked for.

    `offline` is whether they work offline, in which no page opens from here.
    """

    country: str = VIET_NAM
    under_18: bool = False
    looked_for: str = ""
    offline: bool = False


class Option(Value, frozen=True, kw_only=True):
    """One choice of a list."""

    id: str
    label: str
    chosen: bool = False


class HelpSectionView(Value, frozen=True, kw_only=True):
    """One section: what it sets going, then its entries; `others` are names without a way in."""

    id: HelpSection
    title: str
    what: str
    entries: tuple[HelpEntryView, ...]


class HelpView(Value, frozen=True, kw_only=True):
    """The whole page."""

    title: str
    lead: str
    notes: tuple[str, ...]
    trouble: str
    country_label: str
    country_hint: str
    countries: tuple[Option, ...]
    age_label: str
    ages: tuple[Option, ...]
    nothing_here: str
    nothing_found: str
    search: str
    sections: tuple[HelpSectionView, ...]
    copied: str
    print: str
    close: str


class SheetLine(Value, frozen=True, kw_only=True):
    """One line of the printed sheet; `part` is title, section, name, number or text."""

    part: str
    words: str


def first_ask(language: Language, territory: str, directory: HelpDirectory) -> HelpAsk:
    """Return what the page opens with: the system's own country where it is known, else Viet Nam.

    In Vietnamese it is always Viet Nam. Nothing is asked of the network.
    """
    if language is Language.VIETNAMESE or territory not in directory.countries(language):
        return HelpAsk()
    return HelpAsk(country=territory)


def help_view(directory: HelpDirectory, texts: Texts, now: datetime, ask: HelpAsk) -> HelpView:
    """Return the page for what was chosen."""
    bands = directory.bands(ask.country, under_18=ask.under_18)
    own = any(entry.country != EVERYWHERE for band in bands for entry in band.entries)
    shown = tuple(_section(band, texts, now, ask) for band in bands)
    sections = tuple(section for section in shown if section.entries)
    return HelpView(
        title=texts.say("help.title"),
        lead=texts.say("help.lead"),
        notes=(texts.say("help.watched"), texts.say("help.call_list"), _about_pages(texts, ask)),
        trouble=trouble_words(directory.local.trouble, texts),
        country_label=texts.say("help.country"),
        country_hint=texts.say("help.country_hint"),
        countries=_countries(directory, texts, ask),
        age_label=texts.say("help.for_whom"),
        ages=tuple(
            Option(id=age, label=texts.say(f"help.{age}"), chosen=(age == "under_18") is ask.under_18)
            for age in ("adult", "under_18")
        ),
        nothing_here="" if own or ask.country == EVERYWHERE else texts.say("help.nothing_here"),
        nothing_found="" if sections or not ask.looked_for else texts.say("help.nothing_found"),
        search=texts.say("help.search"),
        sections=sections,
        copied=texts.say("help.copied"),
        print=texts.say("help.print"),
        close=texts.say("help.close"),
    )


def _about_pages(texts: Texts, ask: HelpAsk) -> str:
    return texts.say("offline.here_page" if ask.offline else "help.pages_note")


def _section(band: Band, texts: Texts, now: datetime, ask: HelpAsk) -> HelpSectionView:
    entries = (entry_view(entry, texts, now, ask.country, offline=ask.offline) for entry in band.entries)
    return HelpSectionView(
        id=band.section,
        title=texts.say(f"help.section.{band.section}.title"),
        what=texts.say(f"help.section.{band.section}.what"),
        entries=tuple(entry for entry in entries if _answers(entry, ask.looked_for)),
    )


def _answers(entry: HelpEntryView, looked_for: str) -> bool:
    """Whether the words looked for stand in an entry's names, numbers or notes, in plain letters."""
    said = (entry.name, entry.other_name, entry.serves, entry.note, *(one.shown for one in entry.numbers))
    return all(word in plain_letters(" ".join(said)) for word in plain_letters(looked_for).split())


def trouble_words(trouble: LocalTrouble | None, texts: Texts) -> str:
    """Return one sentence on what is wrong with a centre's own file; empty where nothing is."""
    if trouble is None:
        return ""
    place = "_entry" if trouble.entry else "_line" if trouble.line else ""
    key = f"help.local_file.{trouble.fault}{place}"
    return texts.say(key, file=trouble.file, line=trouble.line, entry=trouble.entry, field=trouble.field)


def sheet(view: HelpView, texts: Texts, now: datetime, ask: HelpAsk) -> tuple[SheetLine, ...]:
    """Return the page as lines to print; without this program's name, with the date."""
    country = country_name(ask.country, texts)
    today = written_date(texts, now.strftime("%Y-%m-%d"))
    lines = [
        SheetLine(part="title", words=texts.say("help.sheet_title", country=country)),
        SheetLine(part="text", words=texts.say("help.sheet_date", date=today)),
        SheetLine(part="text", words=texts.say("help.call_list")),
    ]
    for section in view.sections:
        reachable = [entry for entry in section.entries if entry.numbers or entry.ways or entry.pages]
        if reachable:
            lines.append(SheetLine(part="section", words=section.title))
            lines.append(SheetLine(part="text", words=section.what))
        for entry in reachable:
            lines.extend(_entry_lines(entry))
    return tuple(lines)


def _entry_lines(entry: HelpEntryView) -> list[SheetLine]:
    names = f"{entry.name} ({entry.other_name})" if entry.other_name else entry.name
    numbers = [SheetLine(part="number", words=f"{one.shown}, {one.where}") for one in entry.numbers]
    said = (
        entry.serves,
        entry.facts,
        *entry.ways,
        *(page.url for page in entry.pages),
        entry.note,
        entry.known,
    )
    text = [SheetLine(part="text", words=words) for words in said if words]
    return [SheetLine(part="name", words=names), *numbers, *text]


def _countries(directory: HelpDirectory, texts: Texts, ask: HelpAsk) -> tuple[Option, ...]:
    codes = directory.countries(texts.language)
    first = codes[:1] if texts.language is Language.VIETNAMESE else ()
    middle = sorted(codes[len(first) : -1], key=lambda code: plain_letters(country_name(code, texts)))
    return tuple(
        Option(id=code, label=country_name(code, texts), chosen=code == ask.country)
        for code in (*first, *middle, codes[-1])
    )
