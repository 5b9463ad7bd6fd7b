"""An app without the store's record is a question; one from the store is quiet."""

import pytest

from checkup.checks.iphone.outside_store import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import AppOrigin, FetchedApp, Signer, SigningProfile


@pytest.mark.parametrize(
    ("origin", "sign"),
    [
        (AppOrigin.OUTSIDE, "app_without_store"),
        (AppOrigin.TEST, "app_for_testing"),
        (AppOrigin.MANAGED, "app_from_management"),
    ],
)
def test_each_way_around_the_store_has_its_own_words(found, origin, sign):
    [card] = found(CHECK, FetchedApp(bundle_id="com.odd.app", name="Odd", origin=origin))
    assert (card.about, card.name, card.level, card.signs) == ("com.odd.app", "Odd", Level.ASK, {sign})


@pytest.mark.parametrize(
    ("signer", "sign"),
    [
        (Signer.COMPANY, "app_signed_by_company"),
        (Signer.DEVELOPER, "app_signed_by_developer"),
        (Signer.REGISTERED, "app_signed_for_this_phone"),
    ],
)
def test_who_signed_an_app_from_outside_is_told(found, signer, sign):
    app = FetchedApp(bundle_id="com.odd.app", origin=AppOrigin.OUTSIDE)
    others = SigningProfile(signer=signer, team="B", app="com.other")
    [card] = found(CHECK, app, SigningProfile(signer=signer, team="A", app="com.odd.*"), others)
    assert [(one.sign, one.who) for one in card.reasons] == [("app_without_store", ""), (sign, "A")]


def test_the_leave_that_names_an_app_is_told_before_one_for_many(found):
    app = FetchedApp(bundle_id="com.odd.app", origin=AppOrigin.OUTSIDE)
    many = SigningProfile(signer=Signer.DEVELOPER, team="A", app="*", until="2099")
    one = SigningProfile(signer=Signer.COMPANY, team="B", app="com.odd.app")
    [card] = found(CHECK, app, many, one)
    assert "app_signed_by_company" in card.signs


def test_a_leave_alone_is_quiet(found):
    store = FetchedApp(bundle_id="com.odd.app", origin=AppOrigin.STORE)
    assert found(CHECK, store, SigningProfile(signer=Signer.DEVELOPER, app="*")) == []


def test_an_app_from_the_store_is_quiet(found):
    assert found(CHECK, FetchedApp(bundle_id="com.some.app", origin=AppOrigin.STORE)) == []


def test_a_hostile_name_is_kept_as_it_is(found, hostile):
    [card] = found(CHECK, FetchedApp(bundle_id="x", name=hostile, origin=AppOrigin.OUTSIDE))
    assert card.name == (hostile or "x")
