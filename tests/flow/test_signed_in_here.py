"""Who is signed in here: asked first, the places named before, gaps shown."""

import pytest

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.accounts import looked_here
from checkup.flow.signed_in_here import here_view
from checkup.model.account import SignedIn, SignedInKind
from checkup.model.looked import Cause, Unread
from checkup.model.visit import Visit

SERVICES = Services()
EN = Texts(Language.ENGLISH)
VISIT = Visit(id="a", began="2026-11-24T08:00:00Z")
PLACES = ("/run/utmp", "~/.config/chromium/Default/Cookies")

SYSTEM = SignedIn(kind=SignedInKind.SYSTEM, who="lan", since="2026-11-24T07:00:00Z", remote="10.0.0.5")
SYNC = SignedIn(kind=SignedInKind.BROWSER_SYNC, who="lan@example.org", browser="Chromium", profile="Default")
SITE = SignedIn(
    kind=SignedInKind.BROWSER_SITE,
    service="facebook",
    host=".facebook.com",
    browser="Chromium",
    profile="Default",
)


def test_before_the_look_the_places_are_named_and_nothing_is_shown() -> None:
    view = here_view(VISIT, SERVICES, EN, PLACES)
    assert view.ask is not None
    assert view.ask.places == PLACES
    assert view.groups == ()


def test_while_looking_nothing_else_is_asked() -> None:
    view = here_view(VISIT, SERVICES, EN, PLACES, looking=True)
    assert view.looking
    assert view.ask is None


def test_after_the_look_sign_ins_stand_in_three_groups() -> None:
    view = here_view(looked_here(VISIT, (SITE, SYSTEM, SYNC)), SERVICES, EN, PLACES)
    assert [group.kind for group in view.groups] == list(SignedInKind)
    rows = [group.rows[0] for group in view.groups]
    assert rows[0].name == "lan"
    assert "24 November 2026" in rows[0].detail
    assert "10.0.0.5" in rows[0].detail
    assert rows[2].name == "Facebook"
    assert rows[2].detail == "facebook.com · Chromium, profile Default"


def test_several_cookies_of_one_site_are_one_sign_in() -> None:
    view = here_view(looked_here(VISIT, (SITE, SITE)), SERVICES, EN, PLACES)
    assert len(view.groups[0].rows) == 1


def test_a_site_of_no_known_service_is_shown_by_its_host() -> None:
    site = SignedIn(kind=SignedInKind.BROWSER_SITE, host="example.org\u202e", browser="Firefox")
    view = here_view(looked_here(VISIT, (site,)), SERVICES, EN, PLACES)
    assert view.groups[0].rows[0].name == "example.org⟨U+202E⟩"


def test_nothing_seen_names_its_limits_and_never_says_all_is_well() -> None:
    view = here_view(looked_here(VISIT, ()), SERVICES, EN, PLACES)
    assert view.nothing
    assert view.groups == ()


@pytest.mark.parametrize("seen", [(), (SYSTEM,)])
def test_what_could_not_be_looked_at_is_shown(seen: tuple[SignedIn, ...]) -> None:
    unread = (Unread(where="/home/lan/.mozilla", reason=Cause.NOT_PERMITTED),)
    view = here_view(looked_here(VISIT, seen, unread), SERVICES, EN, PLACES)
    assert view.not_read_title
    assert "/home/lan/.mozilla" in view.not_read[0]


def test_a_look_that_failed_says_so_and_can_be_tried_again() -> None:
    view = here_view(VISIT, SERVICES, EN, PLACES, failed=True)
    assert view.trouble
    assert view.ask is not None
