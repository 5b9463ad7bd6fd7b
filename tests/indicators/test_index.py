"""The index: what is written in many ways is found, lists join, what they disagree on is decided."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.indicators.family import FamilyKind
from checkup.indicators.form import formed
from checkup.indicators.index import Index
from checkup.indicators.listed import ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList
from checkup.model.finding import Level

LABEL = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=12)
NAME = st.lists(LABEL, min_size=2, max_size=4).map(".".join).filter(lambda name: formed(Role.DOMAIN, name))


def program_list(
    name: str = "a list", kind: FamilyKind = FamilyKind.STALKERWARE, **values: str
) -> ProgramList:
    """One list with one family, `values` by role."""
    return ProgramList(
        source=ListSource(id=name, name=name, as_of="2026-01"),
        families=(
            ListedFamily(
                id=values.pop("family", "example"),
                name="Example",
                kind=kind,
                values={Role(role): (formed(Role(role), value),) for role, value in values.items()},
            ),
        ),
    )


@pytest.mark.parametrize(
    "asked", ["müller.example", "MÜLLER.example", "xn--mller-kva.example", "a.müller。example"]
)
@pytest.mark.parametrize("listed", ["müller.example", "xn--mller-kva.example"])
def test_a_name_with_other_letters_is_found_in_both_of_its_forms(asked: str, listed: str) -> None:
    found = Index([program_list(control_domain=listed)]).host(asked)
    assert found is not None
    assert found.value == "xn--mller-kva.example"


def test_a_percent_sign_hides_nothing() -> None:
    assert Index([program_list(control_domain="example.org")]).url("https://ex%61mple.org/") is not None


def test_the_longest_name_decides() -> None:
    index = Index([program_list(shop_domain="example.org", control_domain="api.example.org")])
    found = index.host("v2.api.example.org"), index.host("www.example.org")
    assert [one and one.role for one in found] == [Role.CONTROL_DOMAIN, Role.SHOP_DOMAIN]


def test_a_host_that_is_shop_and_control_at_once_is_the_sign() -> None:
    lists = program_list("one", shop_domain="example.org"), program_list("two", control_domain="example.org")
    found = Index(lists).host("example.org")
    assert found is not None
    assert found.role is Role.CONTROL_DOMAIN
    assert [source.name for source in found.sources] == ["one", "two"]


def test_a_value_of_two_programs_is_told_as_the_one_that_hides() -> None:
    lists = (
        program_list("one", FamilyKind.WATCHWARE, family="open", application_id="com.example"),
        program_list("two", FamilyKind.STALKERWARE, family="hidden", application_id="com.example"),
    )
    found = Index(lists).app("com.example")
    assert found is not None
    assert (found.family, found.level) == ("hidden", Level.STRONG)


def test_what_an_earlier_list_says_of_a_program_stands() -> None:
    lists = (
        program_list("built-in", FamilyKind.PARENTAL_CONTROL, application_id="com.example"),
        program_list("added", FamilyKind.STALKERWARE, application_id="com.example.two"),
    )
    found = Index(lists).app("com.example.two")
    assert found is not None
    assert found.level is Level.ASK
    assert found.source == "added"


def test_a_network_holds_its_addresses() -> None:
    index = Index([program_list(control_address="198.51.100.0/24")])
    assert index.address("198.51.100.77") is not None
    assert index.url("https://198.51.100.77/x") is not None
    assert index.address("198.51.101.1") is None


def test_an_address_of_the_newer_kind_is_found_in_its_forms() -> None:
    index = Index([program_list(control_address="2001:DB8:0:0::1")])
    for written in ("2001:db8::1", "[2001:db8::1]:443", "2001:db8::1%eth0", "2001:0DB8:0::0001"):
        assert index.address(written) is not None, written
    assert index.url("http://[2001:db8::1]:8080/") is not None


@given(NAME, st.integers(1, 65_535), LABEL, st.sampled_from(["", ".", "/", "/a/b", "?q", "#f", "./x"]))
def test_a_name_is_found_however_it_is_dressed(name: str, port: int, label: str, end: str) -> None:
    index = Index([program_list(control_domain=name)])
    for written in (
        f"https://{label}:{label}@{label}.{name}:{port}/{end}",
        f"HTTP://{name.upper()}.:{port}",
        f"{name}{end}",
        f"{label}.{name}{end}",
    ):
        found = index.url(written)
        assert found is not None, written
        assert found.value == name


@given(NAME, LABEL)
def test_a_name_that_only_ends_alike_is_another(name: str, label: str) -> None:
    index = Index([program_list(control_domain=name)])
    assert index.host(f"{label}{name}") is None
    assert index.url(f"https://{name}.{label}x.example/") is None


@given(st.text(max_size=300))
def test_no_text_troubles_a_look_up(text: str) -> None:
    index = Index([program_list(control_domain="example.org", shop_url="https://example.com/a")])
    looks = (index.app, index.bundle, index.certificate, index.hash, index.host, index.url, index.address)
    for look in (*looks, index.process, index.email, index.certificate_owner):
        assert look(text) is None or "example" in text.casefold()
    index.certificate_owner("", text)
    for role in Role:
        formed(role, text)


@pytest.mark.parametrize("asked", ["a" * 3_000 + ".example.org", ".".join("a" * 120) + ".example.org"])
def test_what_no_host_can_be_is_none(asked: str) -> None:
    assert Index([program_list(control_domain="example.org")]).host(asked + asked) is None


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Role.DOMAIN, "localhost"),
        (Role.DOMAIN, "1.2.3.4"),
        (Role.DOMAIN, "*.example.org"),
        (Role.DOMAIN, ""),
        (Role.APPLICATION_ID, "com.example.*"),
        (Role.CERTIFICATE, "12345"),
        (Role.HASH, "z" * 32),
        (Role.CONTROL_ADDRESS, "1.2.3"),
        (Role.SHOP_URL, "https://example.org/"),
        (Role.EMAIL, "nobody"),
        (Role.CERTIFICATE_NAME, "(a+)+$"),
        (Role.CERTIFICATE_NAME, "a*a*a*b"),
        (Role.CERTIFICATE_NAME, "["),
        (Role.CERTIFICATE_NAME, "[[a]"),
        (Role.CERTIFICATE_NAME, "a?" * 30 + "a" * 30),
        (Role.CERTIFICATE_NAME, "a{0,99}" * 12 + "b"),
        (Role.PROCESS, "a\x00b"),
    ],
)
def test_what_is_no_value_of_its_role_is_not_taken(role: Role, value: str) -> None:
    assert formed(role, value) == ""


def test_the_answers_kept_stay_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkup.indicators.index.HOSTS_KEPT", 10)
    index = Index([program_list(control_domain="example.org")])
    for number in range(35):
        assert index.host(f"{number}.example.org") is not None
    assert len(index._cache) <= 10


@pytest.mark.parametrize("value", ["^a{2}-[0-9]{2,4}?$", "a{16}" * 20, "a{1,15}", "a?" * 8])
def test_a_pattern_whose_repeats_can_be_tried_in_few_ways_is_taken(value: str) -> None:
    assert formed(Role.CERTIFICATE_NAME, value) == value


@pytest.mark.parametrize("asked", ["2001:db8::7", "[2001:db8::7]", "2001:DB8:0::7", "::ffff:192.0.2.7"])
def test_an_address_that_stands_where_a_host_does_is_found(asked: str) -> None:
    index = Index([program_list(control_address="2001:db8::7"), program_list(control_address="192.0.2.7")])
    assert index.host(asked) is not None
    assert index.host("2001:db8::8") is None
