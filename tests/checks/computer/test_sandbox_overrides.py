"""An app let out of its sandbox is a setting, one card an app; what takes rights away is quiet."""

from checkup.checks.computer.sandbox_overrides import CHECK
from checkup.model.finding import Level
from checkup.model.permission import SandboxOverride, SandboxRight


def given(app: str, right: SandboxRight) -> SandboxOverride:
    return SandboxOverride(
        seen_in=f"/home/lan/.local/share/flatpak/overrides/{app}", app=app, right=right, line="x"
    )


def test_the_rights_of_one_app_are_one_card(found):
    [finding] = found(CHECK, given("org.x.Y", SandboxRight.FILES), given("org.x.Y", SandboxRight.OUTSIDE))
    assert (finding.level, finding.name) == (Level.SETTING, "org.x.Y")
    assert finding.signs == {"sandbox_files", "sandbox_outside"}


def test_every_right_has_a_sign(found):
    [finding] = found(CHECK, *(given("a", right) for right in SandboxRight))
    assert len(finding.signs) == len(SandboxRight)


def test_rights_of_all_apps_are_a_card_of_their_own(found):
    names = [
        one.name for one in found(CHECK, given("", SandboxRight.DEVICES), given("a", SandboxRight.FILES))
    ]
    assert names == ["Flatpak", "a"]


def test_without_overrides_it_is_quiet(found):
    assert found(CHECK) == []
