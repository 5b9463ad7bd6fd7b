"""Profiles: management and certificates are asked about, a blocker of advertising is a setting."""

from checkup.checks.computer.configuration_profiles import CHECK
from checkup.model.finding import Level
from checkup.model.privacy import ConfigurationProfile, ProfileTrait


def profile(*traits: ProfileTrait, name: str = "Work") -> ConfigurationProfile:
    return ConfigurationProfile(seen_in="p", profile="id", name=name, maker="Maker", traits=traits)


def test_a_profile_that_manages_is_asked_about(found):
    [finding] = found(CHECK, profile(ProfileTrait.MANAGES, ProfileTrait.CERTIFICATE))
    assert (finding.level, finding.about) == (Level.ASK, "profile:id")
    assert finding.signs == {"profile_manages", "profile_certificate"}


def test_one_that_only_chooses_name_servers_is_a_setting(found):
    assert [one.level for one in found(CHECK, profile(ProfileTrait.NAME_SERVER))] == [Level.SETTING]


def test_no_profile_is_quiet(found):
    assert found(CHECK) == []


def test_one_that_says_nothing_is_still_told(found, hostile):
    [finding] = found(CHECK, profile(name=hostile))
    assert finding.signs == {"profile_other"}
