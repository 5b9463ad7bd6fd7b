"""Each certificate somebody added is asked about."""

from checkup.checks.android.user_certificates import CHECK
from checkup.model.android import OwnCertificate
from checkup.model.finding import Level


def test_an_added_certificate_is_asked_about(found):
    [finding] = found(CHECK, OwnCertificate(seen_in="/data", name="3c9a4d3b.0"))
    assert (finding.level, finding.name) == (Level.ASK, "3c9a4d3b.0")


def test_none_is_quiet(found):
    assert found(CHECK) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, OwnCertificate(name=hostile))
    assert finding.evidence[0].saw == hostile
