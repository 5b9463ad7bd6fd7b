"""A listed certificate is found under any name; other certificates are quiet."""

from checkup.checks.android.known_certificate import CHECK
from checkup.model.android import InstalledApp, SignedFile
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


def test_an_app_of_the_signer_of_a_listed_one_is_asked_about(found):
    listed = InstalledApp(id="com.androidlost", signer="aa11")
    other = InstalledApp(id="com.other", signer="aa11")
    [finding] = found(CHECK, listed, other, InstalledApp(id="com.third", signer="bb22"))
    assert (finding.level, finding.about) == (Level.ASK, "com.other")
    assert [(one.sign, one.what) for one in finding.reasons] == [("signer_of_listed_app", "com.androidlost")]


def test_the_signer_of_open_monitoring_and_no_signer_say_nothing(found, known):
    [watchware] = [one for one in ("com.accountable2you.ap1",) if known.listed.app(one)]
    apps = (InstalledApp(id=watchware, signer="aa11"), InstalledApp(id="com.other", signer="aa11"))
    assert found(CHECK, *apps) == []
    assert found(CHECK, InstalledApp(id="com.androidlost"), InstalledApp(id="com.other")) == []


def test_hostile_digests_are_quiet(found, hostile):
    assert found(CHECK, SignedFile(app="x.y", certificates=(hostile,), hashes=(hostile,))) == []
