"""Added root certificates are asked about; one that vouches for no other only can be made safer."""

from checkup.checks.computer.root_certificates import CHECK
from checkup.model.certificate import AddedCertificate, TrustedBy
from checkup.model.finding import Level

FINGERPRINT = "ab" * 32
PLACE = "/usr/local/share/ca-certificates/x.crt"


def certificate(**fields: object) -> AddedCertificate:
    return AddedCertificate(**({"seen_in": PLACE, "fingerprint": FINGERPRINT, "name": "Ngoc Proxy"} | fields))


def test_an_added_root_is_asked_about_with_its_fingerprint(found):
    [finding] = found(CHECK, certificate(when="2026-11-02T00:00:00Z"))
    assert (finding.level, finding.about) == (Level.ASK, f"certificate:{FINGERPRINT}")
    assert finding.signs == {"certificate_added"}
    assert FINGERPRINT in finding.evidence[0].saw
    assert finding.evidence[0].where == PLACE


def test_none_added_is_quiet(found):
    assert found(CHECK) == []


def test_one_that_stands_for_a_single_name_is_a_setting(found):
    [finding] = found(CHECK, certificate(is_authority=False))
    assert finding.level is Level.SETTING


def test_one_in_a_browser_says_so(found):
    [finding] = found(CHECK, certificate(trusted_by=TrustedBy.BROWSER, who="lan"))
    assert finding.signs == {"certificate_added_to_browser"}
    assert finding.reasons[0].who == "lan"


def test_the_same_root_for_system_and_browser_has_one_subject(found):
    findings = found(CHECK, certificate(), certificate(trusted_by=TrustedBy.PERSON, seen_in="/cert9.db"))
    assert {finding.about for finding in findings} == {f"certificate:{FINGERPRINT}"}


def test_one_without_a_name_is_named_by_its_fingerprint(found):
    [finding] = found(CHECK, certificate(name=""))
    assert finding.name == FINGERPRINT


def test_an_added_root_alone_is_never_a_strong_sign(found):
    assert all(one.level is not Level.STRONG for one in found(CHECK, certificate(name="mitmproxy")))


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, certificate(name=hostile, issuer=hostile))
    assert finding.reasons[0].what == (hostile or FINGERPRINT)
