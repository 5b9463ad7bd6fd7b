"""Each profile is one question, and says what its parts can do."""

from checkup.checks.iphone.profiles import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import ConfigurationProfile


def test_a_profile_says_what_it_does_and_whose_it_is(found):
    profile = ConfigurationProfile(
        identifier="com.acme.mdm", name="Acme", organisation="Acme Ltd", is_locked=True,
        parts=("com.apple.mdm", "com.apple.security.root", "com.apple.vpn.managed", "com.apple.unknown"),
    )  # fmt: skip
    [card] = found(CHECK, profile)
    assert (card.level, card.name) == (Level.ASK, "Acme")
    assert card.signs == {
        "profile_added", "profile_names_maker", "profile_manages_phone", "profile_adds_certificate",
        "profile_sends_traffic", "profile_is_locked",
    }  # fmt: skip


def test_no_profile_is_quiet(found):
    assert found(CHECK) == []


def test_two_profiles_are_two_cards(found):
    cards = found(CHECK, ConfigurationProfile(identifier="a"), ConfigurationProfile(identifier="b"))
    assert len({card.about for card in cards}) == 2


def test_a_hostile_profile_is_kept_as_it_is(found, hostile):
    [card] = found(CHECK, ConfigurationProfile(identifier=hostile, name=hostile, parts=(hostile,)))
    assert card.name == hostile
