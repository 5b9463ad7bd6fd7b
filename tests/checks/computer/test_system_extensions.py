"""Parts near the core of macOS: unknown ones in the network are asked about, common makers are quiet."""

from checkup.checks.computer.system_extensions import CHECK
from checkup.model.finding import Level
from checkup.model.privacy import ExtensionReach, SystemExtension


def extension(bundle_id: str, *reach: ExtensionReach, is_on: bool = True) -> SystemExtension:
    return SystemExtension(seen_in="db.plist", bundle_id=bundle_id, reach=reach, team="TEAM", is_on=is_on)


def test_an_unknown_maker_in_the_network_is_asked_about(found):
    [finding] = found(CHECK, extension("com.unknown.filter", ExtensionReach.NETWORK))
    assert (finding.level, finding.signs) == (Level.ASK, {"extension_in_network"})


def test_a_driver_or_one_that_is_off_is_a_setting(found):
    off = extension("com.unknown.b", ExtensionReach.ENDPOINT, is_on=False)
    levels = [one.level for one in found(CHECK, extension("com.unknown.a", ExtensionReach.DRIVER), off)]
    assert levels == [Level.SETTING, Level.SETTING]


def test_makers_many_people_know_are_quiet(found):
    assert found(CHECK, extension("at.obdev.littlesnitch.networkextension", ExtensionReach.NETWORK)) == []


def test_a_hostile_name_breaks_nothing(found, hostile):
    found(CHECK, extension(hostile, ExtensionReach.KERNEL))
