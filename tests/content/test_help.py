"""The help directory on the real resources: every entry, in the right place, never overstated."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta

import pytest

from checkup.content.help import HelpDirectory
from checkup.content.help_local import LocalHelp
from checkup.content.texts import Language
from checkup.model.help import (
    EVERYWHERE,
    Ages,
    HelpEntry,
    HelpEvidence,
    HelpSection,
    HelpSource,
    first_day,
)

TODAY = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
EVERY = HelpDirectory().everything()


def entry(**fields: object) -> HelpEntry:
    given = {
        "id": "a",
        "country": "VN",
        "name": "A",
        "section": HelpSection.TALK,
        "evidence": HelpEvidence.PRESS,
    }
    return HelpEntry(**{**given, **fields})


def ids(country: str, section: HelpSection, *, under_18: bool = False) -> list[str]:
    bands = HelpDirectory().bands(country, under_18=under_18)
    return [one.id for band in bands if band.section is section for one in band.entries]


def test_every_entry_of_the_facts_is_there_once() -> None:
    own = [one for one in EVERY if not one.id.endswith("-emergency")]
    assert len(own) == 116
    assert len({one.id for one in EVERY}) == len(EVERY)


def test_every_entry_names_where_it_is_known_from() -> None:
    for one in EVERY:
        assert one.sources, one.id
        assert one.serves, one.id
        for source in one.sources:
            assert source.what
            assert not source.date or first_day(source.date), one.id


def test_a_name_never_smuggles_in_a_number_or_an_address_that_is_not_confirmed() -> None:
    for one in EVERY:
        if one.may_be_called:
            continue
        said = f"{one.name} {one.name_native} {one.name_vi}"
        assert not re.search(r"\d{3}", said), (one.id, said)
        assert not re.search(r"\w\.(vn|org|com|net|gov)\b", said), (one.id, said)


@pytest.mark.parametrize("evidence", [HelpEvidence.NONE, HelpEvidence.SECONDARY])
def test_evidence_none_or_secondary_is_never_a_number_to_call(evidence: HelpEvidence) -> None:
    assert not entry(evidence=evidence).may_be_called
    assert any(one.evidence is evidence for one in EVERY)


def test_viet_nam_comes_first_in_vietnamese_and_everywhere_comes_last() -> None:
    vietnamese = HelpDirectory().countries(Language.VIETNAMESE)
    english = HelpDirectory().countries(Language.ENGLISH)
    assert vietnamese[0] == "VN"
    assert vietnamese[-1] == english[-1] == EVERYWHERE
    assert set(vietnamese) == set(english)
    assert list(english[:-1]) == sorted(english[:-1])
    assert "EU" not in english


def test_every_country_ends_with_what_serves_everywhere() -> None:
    for country in HelpDirectory().countries(Language.ENGLISH):
        bands = {band.section: band.entries for band in HelpDirectory().bands(country)}
        assert bands[HelpSection.TAKEDOWN]
        assert bands[HelpSection.DIRECTORIES][-1].country == EVERYWHERE


def test_danger_now_leads_and_sections_are_kept_apart() -> None:
    sections = [band.section for band in HelpDirectory().bands("VN")]
    assert sections == list(HelpSection)
    assert ids("VN", HelpSection.DANGER_NOW)[0] == "vn-113"
    assert ids("VN", HelpSection.TALK)[0] == "vn-peace-house"


def test_a_line_that_brings_in_others_is_a_report_not_a_talk() -> None:
    assert "sg-dv-27" in ids("SG", HelpSection.REPORT)
    assert "vn-dv-short-number" in ids("VN", HelpSection.REPORT)


def test_under_18_the_child_line_leads_and_adults_only_services_are_left_out() -> None:
    assert ids("VN", HelpSection.TALK, under_18=True)[0] == "vn-111"
    assert ids("VN", HelpSection.TAKEDOWN, under_18=True)[0] == "gl-takeitdown"
    for country in HelpDirectory().countries(Language.ENGLISH):
        for band in HelpDirectory().bands(country, under_18=True):
            assert all(one.ages is not Ages.ADULTS for one in band.entries)


def test_adults_see_the_lines_for_children_behind_their_own() -> None:
    talk = ids("VN", HelpSection.TALK)
    assert talk.index("vn-peace-house") < talk.index("vn-111")
    assert "gl-stopncii" in ids("VN", HelpSection.TAKEDOWN)


def test_a_number_of_a_region_is_shown_only_where_it_works_and_once() -> None:
    assert "eu-116111" in ids("DE", HelpSection.TALK)
    for country in ("VN", "FR", "GB"):
        assert not any(one.startswith("eu-") for one in ids(country, HelpSection.TALK))
    numbers = [
        phone.number for band in HelpDirectory().bands("DE") for one in band.entries for phone in one.phones
    ]
    assert numbers.count("116 016") == 1


def test_what_is_not_confirmed_stands_behind_what_is() -> None:
    for country in HelpDirectory().countries(Language.ENGLISH):
        for band in HelpDirectory().bands(country):
            confirmed = [one.may_be_called for one in band.entries]
            assert confirmed == sorted(confirmed, reverse=True)


def test_no_address_of_a_shelter_is_in_the_directory() -> None:
    for one in EVERY:
        assert "address" not in one.name.lower()


@pytest.mark.parametrize(
    ("date", "stale"),
    [
        ("2026-11-24", False),
        ("2026-08-26", False),
        ("2026-08-25", True),
        ("2026-11", False),
        ("2026", True),
        ("2021", True),
        ("", True),
        ("soon", True),
        ("2027-01-01", True),
    ],
)
def test_knowledge_older_than_ninety_days_needs_checking(date: str, *, stale: bool) -> None:
    known = entry(sources=(HelpSource(what="a page", date=date),))
    assert known.needs_checking(TODAY) is stale


def test_the_newest_source_counts_and_a_check_counts_more() -> None:
    old = HelpSource(what="a page", date="2021")
    new = HelpSource(what="another", date="2026-11-01")
    assert not entry(sources=(old, new)).needs_checking(TODAY)
    assert entry(sources=(new,), checked="2026-01-01").needs_checking(TODAY)
    assert entry(sources=(new,)).needs_checking(TODAY + timedelta(days=91))


def test_with_a_clock_gone_wrong_everything_needs_checking() -> None:
    assert all(one.needs_checking(datetime(1970, 1, 1, tzinfo=UTC)) for one in EVERY)
    assert all(one.needs_checking(datetime(2106, 1, 1, tzinfo=UTC)) for one in EVERY)


def test_a_centres_own_entries_lead_and_replace() -> None:
    own = entry(id="local-1", evidence=HelpEvidence.LOCAL, checked="2026-11-20")
    local = LocalHelp(entries=(own,), without=frozenset({"vn-peace-house"}))
    talk = next(b for b in HelpDirectory(local).bands("VN") if b.section is HelpSection.TALK)
    assert talk.entries[0].id == "local-1"
    assert "vn-peace-house" not in {one.id for one in talk.entries}


def test_a_centres_own_country_can_be_chosen() -> None:
    local = LocalHelp(entries=(entry(id="local-1", country="MM", evidence=HelpEvidence.LOCAL),))
    assert "MM" in HelpDirectory(local).countries(Language.ENGLISH)
    assert HelpDirectory(local).bands("MM")[0].entries[0].id == "local-1"


def test_all_words_of_the_facts_are_composed_letters() -> None:
    for one in EVERY:
        assert unicodedata.is_normalized("NFC", one.name + one.name_native + one.name_vi)
