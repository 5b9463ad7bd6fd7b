"""Each computer the phone trusts is asked about."""

from checkup.checks.android.trusted_computers import CHECK
from checkup.model.android import TrustedComputer
from checkup.model.finding import Level


def test_a_trusted_computer_is_asked_about(found):
    [finding] = found(CHECK, TrustedComputer(name="lan@laptop", key="F0:A1"))
    assert (finding.level, finding.name, finding.about) == (Level.ASK, "lan@laptop", "computer:F0:A1")


def test_the_computer_that_gathered_the_facts_is_not_asked_about(found):
    assert found(CHECK, TrustedComputer(name="lan@laptop", key="F0:A1", did_collect=True)) == []


def test_none_is_quiet(found):
    assert found(CHECK) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, TrustedComputer(name=hostile, key=""))
    assert finding.name == hostile
