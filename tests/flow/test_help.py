"""The help page without a window: country beside every number, nothing unconfirmed, in both languages."""

from datetime import UTC, datetime

import pytest

from checkup.content.help import HelpDirectory
from checkup.content.help_local import LocalHelp
from checkup.content.texts import Language, Texts
from checkup.flow.help import HelpAsk, HelpView, first_ask, help_view, sheet, trouble_words
from checkup.flow.help_entry import HelpEntryView
from checkup.model.help import HelpEntry, HelpEvidence, HelpSection, LocalFault, LocalTrouble, Phone

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
EN = Texts(Language.ENGLISH)
VI = Texts(Language.VIETNAMESE)
BOTH = pytest.mark.parametrize("texts", [EN, VI], ids=["en", "vi"])


def view_of(texts: Texts, *, local: LocalHelp | None = None, **ask: object) -> HelpView:
    return help_view(HelpDirectory(local), texts, NOW, HelpAsk(**ask))


def entries(view: HelpView) -> dict[str, HelpEntryView]:
    return {entry.id: entry for section in view.sections for entry in section.entries}


@BOTH
def test_a_country_stands_beside_every_number_of_every_country(texts: Texts) -> None:
    directory = HelpDirectory()
    for country in directory.countries(texts.language):
        view = help_view(directory, texts, NOW, HelpAsk(country=country))
        named = {option.id: option.label for option in view.countries}[country]
        for entry in entries(view).values():
            for number in entry.numbers:
                assert named in number.where, entry.id
                assert named in number.copy_name, entry.id


@BOTH
def test_an_unconfirmed_entry_is_a_name_and_nothing_to_call(texts: Texts) -> None:
    directory = HelpDirectory()
    known = {entry.id: entry for entry in directory.everything()}
    for country in directory.countries(texts.language):
        for entry in entries(help_view(directory, texts, NOW, HelpAsk(country=country))).values():
            source = known[entry.id]
            if source.may_be_called:
                continue
            assert entry.unconfirmed, entry.id
            assert (entry.numbers, entry.ways, entry.pages) == ((), (), ()), entry.id
            said = " ".join((entry.name, entry.other_name, entry.note, entry.known, entry.serves))
            for way in (*(phone.number for phone in source.phones), *source.web):
                assert way not in said, entry.id


@BOTH
def test_every_entry_says_how_it_is_known(texts: Texts) -> None:
    for entry in entries(view_of(texts)).values():
        assert entry.known, entry.id


def test_old_knowledge_says_check_first_and_new_does_not() -> None:
    shown = entries(view_of(EN))
    words = EN.say("help.check_first")
    assert words in {badge.words for badge in shown["vn-peace-house"].badges}
    assert "2021" in shown["vn-peace-house"].known
    assert words not in {badge.words for badge in shown["gl-findahelpline"].badges}
    assert "7 October 2026" in shown["gl-findahelpline"].known


def test_sections_are_kept_apart_and_each_says_what_it_sets_going() -> None:
    view = view_of(VI)
    assert [section.id for section in view.sections] == list(HelpSection)
    assert len({section.what for section in view.sections}) == len(HelpSection)


def test_the_page_opens_with_viet_nam_in_vietnamese_and_with_the_own_country_in_english() -> None:
    directory = HelpDirectory()
    assert first_ask(Language.VIETNAMESE, "US", directory).country == "VN"
    assert first_ask(Language.ENGLISH, "DE", directory).country == "DE"
    assert first_ask(Language.ENGLISH, "AQ", directory).country == "VN"
    assert first_ask(Language.ENGLISH, "", directory).country == "VN"


@BOTH
def test_countries_are_listed_by_name_with_everywhere_last(texts: Texts) -> None:
    labels = [option.label for option in view_of(texts).countries]
    assert labels[-1] == texts.say("help.countries.GLOBAL")
    if texts.language is Language.VIETNAMESE:
        assert labels[0] == "Việt Nam"
        assert labels.index("Anh") < labels.index("Đức") < labels.index("Mexico")


def test_for_somebody_under_18_the_child_line_leads() -> None:
    talk = next(one for one in view_of(VI, under_18=True).sections if one.id is HelpSection.TALK)
    assert talk.entries[0].id == "vn-111"
    assert "gl-stopncii" not in entries(view_of(VI, under_18=True))


def test_a_line_that_brings_in_the_police_says_so_before_the_call() -> None:
    shown = entries(view_of(EN, country="SG"))["sg-dv-27"]
    assert shown.careful
    assert "police" in shown.note


def test_a_centres_entry_is_marked_with_its_own_date_and_words() -> None:
    own = HelpEntry(
        id="local-1",
        country="VN",
        name="Our line\u202e",
        section=HelpSection.TALK,
        evidence=HelpEvidence.LOCAL,
        phones=(Phone(number="024 1234"),),
        note="Ask for Lan.",
        note_vi="Hỏi chị Lan.",
        checked="2026-11-20",
    )
    english = entries(view_of(EN, local=LocalHelp(entries=(own,))))["local-1"]
    assert EN.say("help.local") in {badge.words for badge in english.badges}
    assert "20 November 2026" in english.known
    assert english.note == "Ask for Lan."
    assert "\u202e" not in english.name
    assert entries(view_of(VI, local=LocalHelp(entries=(own,))))["local-1"].note == "Hỏi chị Lan."


@BOTH
@pytest.mark.parametrize("fault", list(LocalFault))
def test_a_broken_file_of_a_centre_is_said_in_one_sentence(texts: Texts, fault: LocalFault) -> None:
    entry = 2 if fault.value.startswith("bad_") else 0
    trouble = LocalTrouble(file="help-local.toml", fault=fault, entry=entry, field="phones")
    words = trouble_words(trouble, texts)
    assert "help-local.toml" in words
    view = view_of(texts, local=LocalHelp(trouble=trouble))
    assert view.trouble == words
    assert entries(view)["vn-113"].numbers


def test_a_slip_in_writing_names_its_line() -> None:
    trouble = LocalTrouble(file="help-local.toml", fault=LocalFault.NOT_TOML, line=7)
    assert "7" in trouble_words(trouble, EN)


@BOTH
def test_the_printed_sheet_has_dates_and_countries_and_no_name_of_this_program(texts: Texts) -> None:
    view = view_of(texts)
    lines = sheet(view, texts, NOW, HelpAsk())
    text = "\n".join(line.words for line in lines)
    assert "Checkup" not in text
    assert "2026" in lines[1].words
    country = texts.say("help.countries.VN")
    assert all(country in line.words for line in lines if line.part == "number")
    assert sum(line.part == "number" for line in lines) > 8


def test_a_sheet_leaves_out_what_cannot_be_reached() -> None:
    view = view_of(EN)
    names = [line.words for line in sheet(view, EN, NOW, HelpAsk()) if line.part == "name"]
    assert not any("Hagar" in name for name in names)
