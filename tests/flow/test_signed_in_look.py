"""The look at who is signed in: names its places, reads this person's browsers, and says what it cannot."""

from pathlib import Path

from checkup.content.services import Services
from checkup.flow.signed_in_look import LookHere, NoLook
from checkup.model.account import SignedInKind
from checkup.model.looked import Cause
from checkup.model.stop import Stop

PREFERENCES = '{"account_info": [{"email": "lan@example.org"}]}'


def test_a_profile_in_the_persons_home_is_named_first_and_then_read(home: Path):
    profile = home / ".config/chromium/Default"
    profile.mkdir(parents=True)
    (profile / "Preferences").write_text(PREFERENCES)
    look = LookHere(Services())
    assert f"{home}/.config/chromium/*/Preferences" in look.places()
    seen = look.look(Stop())
    accounts = [one.who for one in seen.sign_ins if one.kind is SignedInKind.BROWSER_SYNC]
    assert accounts == ["lan@example.org"]


def test_a_stopped_look_is_a_gap(home: Path):
    stop = Stop()
    stop.ask()
    seen = LookHere(Services()).look(stop)
    assert seen.sign_ins == ()
    assert [one.reason for one in seen.unread] == [Cause.STOPPED]


def test_where_no_reader_exists_it_says_so():
    assert NoLook().look(Stop()).unread[0].reason is Cause.NOT_SUPPORTED
