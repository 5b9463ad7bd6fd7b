"""A proxy or a lasting VPN is asked about, private DNS is a setting, empty values are quiet."""

from checkup.checks.android.network_settings import CHECK
from checkup.model.android import PhoneSetting
from checkup.model.finding import Level


def setting(name, value):
    return PhoneSetting(area="global", name=name, value=value)


def test_a_proxy_is_asked_about(found):
    [finding] = found(CHECK, setting("http_proxy", "10.0.0.7:8080"))
    assert (finding.level, finding.signs) == (Level.ASK, {"phone_proxy_set"})


def test_a_lasting_vpn_is_asked_about(found):
    [finding] = found(CHECK, setting("always_on_vpn_app", "com.example.vpn"))
    assert finding.level is Level.ASK


def test_private_dns_is_a_setting(found):
    [finding] = found(CHECK, setting("private_dns_specifier", "dns.example"))
    assert finding.level is Level.SETTING


def test_empty_values_are_quiet(found):
    values = [setting("http_proxy", ":0"), setting("always_on_vpn_app", "null"), setting("adb_enabled", "1")]
    assert found(CHECK, *values) == []


def test_hostile_values_go_through_unharmed(found, hostile):
    findings = found(CHECK, setting("http_proxy", hostile))
    assert len(findings) == bool(hostile.strip())
