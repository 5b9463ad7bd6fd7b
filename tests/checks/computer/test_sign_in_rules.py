"""Rules that could take, record or skip the password are asked about; stock ones are not."""

import pytest

from checkup.checks.computer.sign_in_rules import CHECK
from checkup.model.finding import Level
from checkup.model.permission import SignInRule


def rule(module: str, *words: str, **fields: object) -> SignInRule:
    return SignInRule(
        **(
            {
                "seen_in": "/etc/pam.d/common-auth", "type": "auth", "control": "optional", "module": module,
                "words": words, "line": f"auth optional {module}", "package": "libpam-modules",
            }
            | fields
        )
    )  # fmt: skip


def test_a_program_that_gets_the_password_is_asked_about(found):
    seen = rule("pam_exec.so", "expose_authtok", "/usr/local/sbin/k", program="/usr/local/sbin/k")
    [finding] = found(CHECK, seen)
    assert (finding.level, finding.about) == (Level.ASK, "/usr/local/sbin/k")
    assert finding.signs == {"sign_in_hands_on_password"}


def test_a_program_that_is_only_started_is_another_sign(found):
    [finding] = found(CHECK, rule("pam_exec.so", "/opt/a", program="/opt/a", program_package=""))
    assert finding.signs == {"sign_in_starts_program"}


def test_a_program_of_a_package_is_quiet(found):
    assert found(CHECK, rule("pam_exec.so", "/usr/bin/a", program="/usr/bin/a", program_package="a")) == []


def test_recording_of_keys_is_asked_about(found):
    [finding] = found(CHECK, rule("pam_tty_audit.so", "enable=*", type="session"))
    assert finding.signs == {"sign_in_records_keys"}


def test_recording_that_is_switched_off_is_quiet(found):
    assert found(CHECK, rule("pam_tty_audit.so", "disable=*")) == []


def test_a_module_from_no_package_is_asked_about(found):
    [finding] = found(CHECK, rule("/usr/lib/security/pam_k.so", package=""))
    assert finding.about == "/usr/lib/security/pam_k.so"


def test_a_module_that_is_not_installed_does_nothing_and_is_quiet(found):
    assert found(CHECK, rule("pam_gnome_keyring.so", package="", is_there=False)) == []


def test_where_packages_are_not_known_modules_are_quiet(found):
    assert found(CHECK, rule("/usr/lib64/security/pam_unix.so", package=None)) == []


@pytest.mark.parametrize("control", ["sufficient", "[success=done default=ignore]"])
def test_signing_in_without_anything_is_asked_about(found, control):
    [finding] = found(CHECK, rule("pam_permit.so", control=control))
    assert finding.signs == {"sign_in_asks_nothing"}


def test_the_stock_use_of_the_same_module_is_quiet(found):
    assert found(CHECK, rule("pam_permit.so", control="required")) == []
    assert found(CHECK, rule("pam_permit.so", control="sufficient", type="session")) == []


def test_hostile_words_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, rule("pam_exec.so", hostile, line=hostile, program=hostile, program_package=""))
    assert finding.evidence[0].saw == hostile
