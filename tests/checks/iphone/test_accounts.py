"""Accounts are for the person to know; a second Apple account is a question."""

from checkup.checks.iphone.accounts import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import AppOrigin, FetchedApp, PhoneAccount


def bought(who, count):
    return [FetchedApp(bundle_id=f"{who}{n}", bought_by=who, origin=AppOrigin.STORE) for n in range(count)]


def test_accounts_are_one_card_to_look_through(found):
    mine = (
        PhoneAccount(kind="iCloud", who="lan@example.com"),
        PhoneAccount(kind="Gmail", who="lan@gmail.com"),
    )
    [card] = found(CHECK, *mine)
    assert card.level is Level.SETTING
    assert [reason.who for reason in card.reasons] == ["lan@example.com", "lan@gmail.com"]


def test_a_second_apple_account_is_a_question(found):
    two = (
        PhoneAccount(kind="iCloud", who="lan@example.com"),
        PhoneAccount(kind="iTunesStore", who="k@example.com"),
    )
    [card] = found(CHECK, *two)
    assert card.level is Level.ASK


def test_the_same_apple_account_twice_is_none(found):
    two = (
        PhoneAccount(kind="iCloud", who="lan@example.com"),
        PhoneAccount(kind="iTunesStore", who="Lan@example.com"),
    )
    [card] = found(CHECK, *two)
    assert card.level is Level.SETTING


def test_apps_fetched_with_another_account_are_counted(found):
    [card] = found(CHECK, *bought("lan@example.com", 5), *bought("k@example.com", 2))
    assert [(reason.who, reason.count) for reason in card.reasons] == [("k@example.com", 2)]
    assert card.level is Level.ASK


def test_one_buyer_and_no_account_is_quiet(found):
    assert found(CHECK, *bought("lan@example.com", 5)) == []


def test_odd_names_harm_nothing(found, hostile):
    [card] = found(CHECK, PhoneAccount(kind=hostile, who=hostile))
    assert card.level is Level.SETTING
