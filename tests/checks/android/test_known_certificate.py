"""A listed certificate is found under any name; other certificates are quiet."""

from checkup.checks.android.known_certificate import CHECK
from checkup.model.android import SignedFile
from checkup.model.finding import Level

LISTED = "9EECE9B4ECF4DC0C5981FEACFB271E1C0A2967FF"


def test_a_renamed_app_is_found_by_its_certificate(found):
    [finding] = found(CHECK, SignedFile(app="com.other.name", certificates=(LISTED,)))
    assert (finding.level, finding.about) == (Level.STRONG, "com.other.name")
    assert finding.signs == {"known_certificate"}


def test_it_is_found_in_small_letters_with_colons(found):
    written = ":".join(LISTED[at : at + 2] for at in range(0, 40, 2)).lower()
    assert found(CHECK, SignedFile(app="x.y", certificates=(written,)))


def test_other_certificates_and_files_are_quiet(found):
    assert found(CHECK, SignedFile(app="x.y", certificates=("0" * 40,), hashes=("0" * 64,))) == []


def test_hostile_digests_are_quiet(found, hostile):
    assert found(CHECK, SignedFile(app="x.y", certificates=(hostile,), hashes=(hostile,))) == []
