"""Place, microphone and photos together, for a maker we do not know; anything less is quiet."""

import pytest

from checkup.checks.iphone.private_rights import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import AppOrigin, IphoneApp, PrivacyGrant, Right

ALL = (Right.LOCATION, Right.MICROPHONE, Right.PHOTOS)


def granted(bundle_id, *rights):
    return [PrivacyGrant(bundle_id=bundle_id, right=right, seen_in="TCC.db") for right in rights]


def app(origin, bundle_id="com.odd.app"):
    return IphoneApp(bundle_id=bundle_id, name="Odd", origin=origin)


@pytest.mark.parametrize("origin", [AppOrigin.OUTSIDE, AppOrigin.UNKNOWN, AppOrigin.TEST])
def test_an_unknown_app_with_all_three_is_a_question(found, origin):
    [card] = found(CHECK, app(origin), *granted("com.odd.app", *ALL, Right.CAMERA))
    assert (card.level, card.about, card.name) == (Level.ASK, "com.odd.app", "Odd")
    assert card.signs == {"may_use_location", "may_use_microphone", "may_use_photos", "may_use_camera"}


def test_one_from_the_store_is_a_thing_to_tidy_up_unless_it_always_knows_the_place(found):
    [card] = found(CHECK, app(AppOrigin.STORE), *granted("com.odd.app", *ALL))
    assert card.level is Level.SETTING
    [card] = found(CHECK, app(AppOrigin.STORE), *granted("com.odd.app", *ALL, Right.LOCATION_ALWAYS))
    assert card.level is Level.ASK


@pytest.mark.parametrize("missing", ALL)
def test_two_of_three_are_quiet(found, missing):
    rights = [one for one in ALL if one is not missing]
    assert found(CHECK, app(AppOrigin.OUTSIDE), *granted("com.odd.app", *rights)) == []


@pytest.mark.parametrize("bundle_id", ["vn.com.vng.zalo", "com.facebook.Messenger", "com.apple.camera"])
def test_apps_many_people_carry_are_quiet(found, bundle_id):
    assert found(CHECK, app(AppOrigin.STORE, bundle_id), *granted(bundle_id, *Right)) == []


def test_rights_of_an_app_that_is_not_listed_as_installed_are_asked_about(found, hostile):
    [card] = found(CHECK, *granted(hostile, *ALL))
    assert card.about == hostile
    assert card.level is Level.ASK
