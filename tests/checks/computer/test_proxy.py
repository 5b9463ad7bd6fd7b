"""A proxy far away is asked about, a near one is a setting, and no password in its address gets out."""

import pytest

from checkup.checks.computer.proxy import CHECK
from checkup.model.finding import Level
from checkup.model.nameservice import ProxySetting


def proxy(target: str, scope: str = "everything", **fields: object) -> ProxySetting:
    return ProxySetting(**({"seen_in": "/etc/environment", "target": target, "scope": scope} | fields))


def test_a_proxy_far_away_is_asked_about(found):
    [finding] = found(CHECK, proxy("http://proxy.example.net:3128/", line="http_proxy=..."))
    assert (finding.level, finding.about) == (Level.ASK, "proxy:proxy.example.net:3128")
    assert finding.signs == {"proxy_set"}
    assert finding.evidence[0].saw == "http_proxy=..."


def test_no_proxy_is_quiet(found):
    assert found(CHECK) == []


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1:8080", "localhost:9050", "socks5://192.168.1.2:1080", "[::1]:8118", "nas.lan:3128"],
)
def test_one_on_this_computer_or_at_home_is_a_setting(found, target):
    [finding] = found(CHECK, proxy(target))
    assert finding.level is Level.SETTING


def test_a_script_is_asked_about_even_at_home(found):
    [finding] = found(CHECK, proxy("http://192.168.1.2/p.pac", "desktop", is_script=True))
    assert (finding.level, finding.signs) == (Level.ASK, {"proxy_script"})


def test_one_for_updates_alone_is_a_setting(found):
    [finding] = found(CHECK, proxy("http://cache.example.net:3142", "updates"))
    assert (finding.level, finding.signs) == (Level.SETTING, {"proxy_for_updates"})


def test_one_proxy_written_in_several_places_is_one_story(found):
    findings = found(CHECK, proxy("http://p.example.net:1/"), proxy("p.example.net:1", "desktop"))
    assert {finding.about for finding in findings} == {"proxy:p.example.net:1"}


def test_a_password_in_the_address_never_gets_into_a_finding(found):
    target = "http://lan:matkhau@proxy.example.net:3128"
    [finding] = found(CHECK, proxy(target, line=f"http_proxy={target}"))
    assert "matkhau" not in repr(finding)
    assert finding.reasons[0].what == "proxy.example.net:3128"


@pytest.mark.parametrize("target", ["http://[::1", "http://", "://", "@", "http://host:port"])
def test_an_address_that_is_none_breaks_nothing(found, target):
    assert len(found(CHECK, proxy(target))) == 1


def test_hostile_addresses_go_through_unharmed(found, hostile):
    assert len(found(CHECK, proxy(hostile, line=hostile))) == 1
