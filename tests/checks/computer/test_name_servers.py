"""Name servers nobody knows can be made safer; the router's, this computer's and public ones are quiet."""

import pytest

from checkup.checks.computer.name_servers import CHECK
from checkup.model.finding import Level
from checkup.model.nameservice import NameServer


def server(address: str, **fields: object) -> NameServer:
    return NameServer(**({"seen_in": "/etc/resolv.conf", "address": address} | fields))


def test_an_unknown_public_server_is_a_setting(found):
    [finding] = found(CHECK, server("45.76.10.20"))
    assert (finding.level, finding.signs) == (Level.SETTING, {"name_server"})
    assert finding.evidence[0].saw == "45.76.10.20"


def test_one_that_somebody_fixed_says_so_and_is_the_same_story(found):
    findings = found(CHECK, server("45.76.10.20"), server("45.76.10.20", is_fixed=True))
    assert [one.signs for one in findings] == [{"name_server"}, {"name_server_fixed"}]
    assert len({one.about for one in findings}) == 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.53",
        "192.168.1.1",
        "10.0.2.3",
        "::1",
        "fe80::1%eth0",
        "1.1.1.1",
        "8.8.8.8",
        "9.9.9.9",
        "203.162.4.191",
    ],
)
def test_servers_of_an_ordinary_desktop_are_quiet(found, address):
    assert found(CHECK, server(address)) == []


def test_hostile_addresses_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, server(hostile))
    assert finding.name == hostile
