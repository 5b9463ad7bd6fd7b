"""An app without the store's record is a question; one from the store is quiet."""

import pytest

from checkup.checks.iphone.outside_store import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import AppOrigin, FetchedApp


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


def test_an_app_from_the_store_is_quiet(found):
    assert found(CHECK, FetchedApp(bundle_id="com.some.app", origin=AppOrigin.STORE)) == []


def test_a_hostile_name_is_kept_as_it_is(found, hostile):
    [card] = found(CHECK, FetchedApp(bundle_id="x", name=hostile, origin=AppOrigin.OUTSIDE))
    assert card.name == (hostile or "x")
