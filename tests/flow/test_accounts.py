"""The accounts step without a window: choosing, answering, and the page of one account."""

import pytest

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.account_choice import choose_view, seen_here
from checkup.flow.account_view import AccountAnswer, account_view
from checkup.flow.accounts import (
    ACCOUNT,
    CHOOSE,
    EXPORTS,
    HERE,
    accounts_route,
    answered,
    looked_here,
    put_off,
    review_of,
    ticked,
    toggled,
)
from checkup.model.account import AccountReview, SignedIn, SignedInKind
from checkup.model.answer import Answer
from checkup.model.looked import Cause, Unread
from checkup.model.service import Outlives
from checkup.model.visit import Visit

SERVICES = Services()
EN = Texts(Language.ENGLISH)
VI = Texts(Language.VIETNAMESE)
BOTH = pytest.mark.parametrize("texts", [EN, VI], ids=["en", "vi"])


def visit(*services: str, language: Language = Language.ENGLISH) -> Visit:
    made = Visit(id="a", began="2026-11-24T08:00:00Z", language=language.value)
    for service in services:
        made = toggled(made, SERVICES, service, chosen=True)
    return made


def chosen(made: Visit) -> list[str]:
    return [review.service for review in made.accounts]


def test_the_step_asks_first_then_one_page_an_account() -> None:
    places = accounts_route(SERVICES)(visit("facebook", "google"))
    assert [place.page for place in places] == [HERE, CHOOSE, ACCOUNT, ACCOUNT, EXPORTS]
    assert [place.item for place in places[2:4]] == ["google", "facebook"]


def test_an_account_of_a_newer_program_has_no_page_and_is_not_lost() -> None:
    old = Visit(id="a", began="", accounts=(AccountReview(service="from-the-future"),))
    assert [place.page for place in accounts_route(SERVICES)(old)] == [HERE, CHOOSE, EXPORTS]
    assert chosen(toggled(old, SERVICES, "google", chosen=True)) == ["google", "from-the-future"]


def test_the_widest_door_is_reviewed_first_whatever_was_chosen_first() -> None:
    assert chosen(visit("spotify", "facebook", "zalo", "google")) == ["google", "zalo", "facebook", "spotify"]


def test_choosing_twice_keeps_one_and_what_was_said() -> None:
    said = answered(visit("google"), "google", Answer.NOT_MINE)
    again = toggled(said, SERVICES, "google", chosen=True)
    assert again.accounts == said.accounts


def test_taking_one_out_leaves_the_others_as_they_were() -> None:
    said = answered(visit("google", "zalo"), "zalo", Answer.KNOWN)
    left = toggled(said, SERVICES, "google", chosen=False)
    assert chosen(left) == ["zalo"]
    assert left.accounts[0].answer is Answer.KNOWN


def test_an_answer_after_not_now_counts_and_the_other_way_round() -> None:
    later = put_off(visit("google"), "google")
    assert later.accounts[0].skipped
    now = answered(later, "google", Answer.MINE)
    assert not now.accounts[0].skipped
    assert now.accounts[0].answer is Answer.MINE
    assert put_off(now, "google").accounts[0].answer is None


def test_what_was_found_is_kept_once_and_can_be_taken_back() -> None:
    found = ticked(visit("google"), "google", Outlives.MAIL_FORWARDING, found=True)
    found = ticked(found, "google", Outlives.MAIL_FORWARDING, found=True)
    found = ticked(found, "google", Outlives.PASSKEYS, found=True)
    assert found.accounts[0].outlives == ("mail_forwarding", "passkeys")
    back = ticked(found, "google", Outlives.MAIL_FORWARDING, found=False)
    assert back.accounts[0].outlives == ("passkeys",)


def test_a_tick_on_an_account_that_is_not_chosen_changes_nothing() -> None:
    assert ticked(visit(), "google", Outlives.PASSKEYS, found=True) == visit()
    assert review_of(visit(), "google") is None


@BOTH
def test_all_services_can_be_chosen_from_groups_in_order(texts: Texts) -> None:
    view = choose_view(visit(), SERVICES, texts)
    assert sum(len(group.rows) for group in view.groups) == 48
    ranks = [group.id.rank for group in view.groups]
    assert ranks == sorted(ranks)
    assert not view.nothing_found


@pytest.mark.parametrize(
    ("looked_for", "first"),
    [("ngan hang", "bank-vn"), ("NGÂN HÀNG", "bank-vn"), ("zalo", "zalo"), ("gmail", "google")],
)
def test_a_service_is_found_without_marks_and_in_any_case(looked_for: str, first: str) -> None:
    view = choose_view(visit(), SERVICES, VI, looked_for)
    assert view.groups[0].rows[0].id == first


def test_a_service_that_is_not_listed_is_said_in_words() -> None:
    view = choose_view(visit(), SERVICES, EN, "no such thing")
    assert view.groups == ()
    assert view.nothing_found


def test_what_is_signed_in_here_is_marked_among_the_choices() -> None:
    one = SignedIn(kind=SignedInKind.BROWSER_SITE, service="facebook", host=".facebook.com")
    seen = looked_here(visit(), (one,), (Unread(where="x", reason=Cause.NOT_PERMITTED),))
    assert seen_here(seen) == {"facebook"}
    rows = {row.id: row for group in choose_view(seen, SERVICES, EN).groups for row in group.rows}
    assert rows["facebook"].seen
    assert not rows["google"].seen


@BOTH
def test_every_account_has_a_page_with_somewhere_to_look(texts: Texts) -> None:
    for service in SERVICES.ordered(texts.language):
        view = account_view(visit(service.id), SERVICES, texts, service.id)
        assert view.main.menu or view.main.menu_note, service.id
        assert view.look, service.id
        assert view.outlives, service.id
        assert [row.id for row in view.answers] == list(AccountAnswer)


@BOTH
def test_an_unverified_address_is_a_hint_below_the_menu_path(texts: Texts) -> None:
    for service in SERVICES.ordered(texts.language):
        view = account_view(visit(service.id), SERVICES, texts, service.id)
        for way in (view.main, *view.more):
            known = [one for one in service.addresses if way.address and one.url == way.address.url]
            if known and not any(one.is_verified for one in known):
                assert way.address is not None
                assert way.address.hint, service.id
                assert way.address_label == texts.say("accounts.account.address_hint")
                assert way.menu or way is not view.main, service.id


def test_the_menu_path_is_in_the_language_of_the_person() -> None:
    assert account_view(visit("zalo"), SERVICES, VI, "zalo").main.menu[0] == "Cá nhân"
    assert account_view(visit("zalo"), SERVICES, EN, "zalo").main.menu[-1] == "Login history"


def test_a_translated_menu_path_says_that_names_may_differ() -> None:
    note = VI.say("accounts.account.menu_unverified")
    assert account_view(visit("google"), SERVICES, VI, "google").main.menu_note == note
    assert account_view(visit("google"), SERVICES, EN, "google").main.menu_note == ""
    assert account_view(visit("zalo"), SERVICES, VI, "zalo").main.menu_note == ""


def test_pages_that_change_something_are_not_offered_where_one_only_looks() -> None:
    view = account_view(visit("facebook"), SERVICES, EN, "facebook")
    offered = {way.address.url for way in (view.main, *view.more) if way.address}
    assert not any("password/change" in url or "hacked" in url for url in offered)


def test_evidence_comes_before_ending_anything() -> None:
    view = account_view(visit("google"), SERVICES, EN, "google")
    assert view.before[0] == EN.say("accounts.account.before_evidence")
    assert EN.say("accounts.account.before_noticed") in view.before


def test_a_change_that_is_told_to_others_is_said() -> None:
    words = EN.say("accounts.account.tells_others")
    assert words in account_view(visit("life360"), SERVICES, EN, "life360").before
    assert words not in account_view(visit("google"), SERVICES, EN, "google").before


def test_an_answer_is_shown_as_chosen_with_what_follows() -> None:
    view = account_view(answered(visit("google"), "google", Answer.NOT_MINE), SERVICES, EN, "google")
    assert [row.id for row in view.answers if row.chosen] == [AccountAnswer.NOT_MINE]
    assert view.after == EN.say("accounts.account.answer.not_mine.after")
    later = account_view(put_off(visit("google"), "google"), SERVICES, EN, "google")
    assert [row.id for row in later.answers if row.chosen] == [AccountAnswer.NOT_NOW]
    assert account_view(visit("google"), SERVICES, EN, "google").after == ""


def test_what_outlives_a_new_password_says_where_it_is_found() -> None:
    found = ticked(visit("google"), "google", Outlives.APP_PASSWORDS, found=True)
    rows = {row.id: row for row in account_view(found, SERVICES, EN, "google").outlives}
    assert rows[Outlives.APP_PASSWORDS].found
    assert "myaccount.google.com/apppasswords" in rows[Outlives.APP_PASSWORDS].where
    assert not rows[Outlives.PASSKEYS].found


@pytest.mark.parametrize(("service", "says"), [("google", True), ("zalo", True), ("whatsapp", False)])
def test_a_new_password_is_spoken_of_only_where_there_is_one(service: str, says: bool) -> None:
    title = account_view(visit(service), SERVICES, EN, service).outlives_title
    assert ("password" in title) is says


def test_the_pages_are_counted_in_the_order_of_the_walk() -> None:
    made = visit("facebook", "google")
    assert account_view(made, SERVICES, EN, "google").progress == "Account 1 of 2"
    assert account_view(made, SERVICES, EN, "facebook").progress == "Account 2 of 2"


@BOTH
def test_every_word_a_service_needs_exists_in_this_language_itself(texts: Texts) -> None:
    only = Texts(texts.language)
    for service in SERVICES.ordered(texts.language):
        keys = [f"services.kinds.{service.kind}", f"services.groups.{service.unlocks}.title"]
        keys += [f"outlives.{thing}.{part}" for thing in service.outlives for part in ("title", "what")]
        keys += [f"services.purposes.{one.purpose}" for one in (*service.menus, *service.addresses)]
        for key in keys:
            assert only._lookup(texts.language, key), key
