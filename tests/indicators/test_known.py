"""The index over all lists: every row yields the verdict its conventions give it."""

from collections.abc import Iterator

import pytest

from checkup import indicators
from checkup.content.root import resource
from checkup.indicators.family import NAMES, Confidence, Family, FamilyKind, Indicator, IndicatorKind
from checkup.indicators.known import Known
from checkup.indicators.traits import Traits
from checkup.model.finding import Level

KNOWN = indicators.load(resource("rules"))
SYSTEMS = ("windows", "macos", "linux")
TRAIT = {
    IndicatorKind.PATH: "path",
    IndicatorKind.SERVICE: "service",
    IndicatorKind.PACKAGE: "package",
    IndicatorKind.DOMAIN: "domain",
    IndicatorKind.SIGNER: "signer",
    IndicatorKind.BUNDLE_ID: "bundle_id",
    IndicatorKind.LAUNCHD: "launchd",
    IndicatorKind.REGISTRY: "registry",
    IndicatorKind.ROOT_CERTIFICATE: "root_certificate",
}
VARIABLES = {
    "%APPDATA%": r"C:\Users\lan\AppData\Roaming",
    "%LOCALAPPDATA%": r"C:\Users\lan\AppData\Local",
    "%USERPROFILE%": r"C:\Users\lan",
    "%ProgramData%": r"C:\ProgramData",
    "%SystemRoot%": r"C:\Windows",
}


def rows(*kinds: IndicatorKind) -> Iterator[tuple[Family, Indicator]]:
    for family in KNOWN.families:
        for indicator in family.indicators:
            if indicator.kind in kinds:
                yield family, indicator


def as_met(indicator: Indicator, system: str) -> str:
    """The value as a real computer would show it: variables and stars filled in."""
    value = indicator.value
    for variable, place in VARIABLES.items():
        value = value.replace(variable, place)
    home = {"linux": "/home/lan", "macos": "/Users/lan"}.get(system, "")
    return (home + value[1:] if value.startswith("~/") else value).replace("*", "x9")


def systems(indicator: Indicator) -> tuple[str, ...]:
    return SYSTEMS if indicator.system == "any" else (indicator.system,)


def expected(family: Family, indicator: Indicator) -> Level | None:
    if indicator.kind is IndicatorKind.DOMAIN:
        return None if family.comes_with_system else Level.LEAD
    if family.comes_with_system:
        return Level.SETTING if indicator.kind is IndicatorKind.REGISTRY else None
    dual = family.kind not in {FamilyKind.STALKERWARE, FamilyKind.KEYLOGGER, FamilyKind.RAT}
    sure = indicator.confidence in {Confidence.HIGH, Confidence.MEDIUM}
    return Level.STRONG if sure and not dual else Level.ASK


@pytest.mark.parametrize("kind", TRAIT)
def test_every_row_yields_the_level_its_family_and_confidence_give_it(kind: IndicatorKind) -> None:
    seen = 0
    for family, indicator in rows(kind):
        for system in systems(indicator):
            match = KNOWN.match_traits(Traits(**{TRAIT[kind]: as_met(indicator, system)}), system)
            wanted = expected(family, indicator)
            if wanted is None:
                assert match is None or match.family is not family, (family.id, indicator)
                continue
            assert match is not None, (family.id, indicator)
            # Two families may share a fact; the surest is taken, so it never says less.
            if match.family is family:
                assert match.level() is wanted, (family.id, indicator)
            seen += 1
    assert seen > 0


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_a_name_alone_is_never_proof(kind: IndicatorKind) -> None:
    found = list(rows(kind))
    assert found
    for _, indicator in found:
        for system in SYSTEMS:
            assert KNOWN.match(name=as_met(indicator, system), system=system) is None, indicator


def test_a_port_alone_is_never_proof() -> None:
    for _, indicator in rows(IndicatorKind.PORT):
        for system in SYSTEMS:
            assert KNOWN.match(port=int(indicator.value), system=system) is None, indicator


def test_every_kind_of_fact_the_lists_use_is_one_a_check_can_ask_about() -> None:
    asked = {*TRAIT, *NAMES, IndicatorKind.PORT}
    later = {IndicatorKind.DAEMON, IndicatorKind.TEAM_ID, IndicatorKind.PKG, IndicatorKind.MUTEX}
    assert {indicator.kind for _, indicator in rows(*IndicatorKind)} <= asked | later


def test_a_name_with_its_port_is_a_question_for_a_dual_use_program() -> None:
    match = KNOWN.match(name="x11vnc", port=5900)
    assert match is not None
    assert match.family.id == "x11vnc"
    assert match.level() is Level.ASK


def test_a_folder_stands_for_everything_below_it() -> None:
    match = KNOWN.match(path="/opt/teamviewer/tv_bin/teamviewerd")
    assert match is not None
    assert match.family.id == "teamviewer"
    assert KNOWN.match(path="/opt/teamviewerless/x") is None


def test_the_real_windows_program_is_not_taken_for_the_one_that_borrows_its_name() -> None:
    genuine = KNOWN.match(name="csrss.exe", path=r"C:\Windows\System32\csrss.exe", system="windows")
    borrowed = KNOWN.match(name="CSRSS.EXE", path=r"d:\programdata\SPC\csrss.exe", system="windows")
    assert genuine is None
    assert borrowed is not None
    assert borrowed.level() is Level.STRONG


def test_case_counts_in_a_path_on_linux_only() -> None:
    assert KNOWN.match(path="/USR/BIN/X11VNC") is None
    assert KNOWN.match(path=r"C:\PROGRAM FILES\teamviewer\x.exe", system="windows") is not None
    assert KNOWN.match(path="/applications/TEAMVIEWER.app/Contents/x", system="macos") is not None


def test_a_fact_of_another_system_says_nothing_here() -> None:
    assert KNOWN.match(service="AmmyyAdmin", system="linux") is None
    assert KNOWN.match(service="AmmyyAdmin", system="windows") is not None


def test_a_web_name_covers_the_names_below_it_and_nothing_that_only_looks_alike() -> None:
    assert KNOWN.match(domain="www.portal.flexispy.com") is not None
    assert KNOWN.match(domain="notflexispy.com") is None
    assert KNOWN.match(domain="com") is None


def test_a_unit_is_known_with_its_ending_and_its_instance() -> None:
    for unit in ("rustdesk", "rustdesk.service", "RustDesk.service"):
        assert KNOWN.match(service=unit) is not None, unit
    assert KNOWN.match(service="chrome-remote-desktop@lan.service") is not None


def test_a_part_of_the_desktop_counts_only_when_it_listens() -> None:
    place = "/usr/libexec/gnome-remote-desktop-daemon"
    assert KNOWN.match(path=place) is None
    assert KNOWN.match(package="gnome-remote-desktop") is None
    listening = KNOWN.match(path=place, port=3389)
    assert listening is not None
    assert listening.level() is Level.SETTING


def test_a_keylogger_of_a_single_source_is_a_question() -> None:
    match = KNOWN.match(path="/var/log/skeylogger")
    assert match is not None
    assert match.level() is Level.ASK


def test_hostile_values_are_only_not_found() -> None:
    odd = "\u202e\x00[*]?" * 2000
    assert KNOWN.match(name=odd, path="/" + odd, service=odd, package=odd, domain=odd, port=-1) is None


def test_an_empty_index_and_an_empty_question_give_nothing() -> None:
    assert Known().match(path="/usr/bin/x11vnc") is None
    assert KNOWN.match() is None
    assert KNOWN.family("no-such") is None
