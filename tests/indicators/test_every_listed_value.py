"""Every row of every built-in phone list yields its own verdict, however it is written."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest

from checkup import indicators
from checkup.content.root import resource
from checkup.indicators.family import FamilyKind
from checkup.indicators.index import Index
from checkup.indicators.listed import Listed, Role
from checkup.indicators.phone import phone_lists
from checkup.indicators.program_list import ListedFamily
from checkup.model.finding import Level

Row = tuple[ListedFamily, Role, str]
Look = Callable[[Index, str], Listed | None]

KNOWN = indicators.load(resource("rules"))
ROWS: tuple[Row, ...] = tuple(
    (family, role, value)
    for one in phone_lists(resource("rules"))
    for family in one.families
    for role, values in family.values.items()
    for value in values
)
LOOKS: dict[Role, Look] = {
    Role.APPLICATION_ID: Index.app,
    Role.BUNDLE_ID: Index.bundle,
    Role.CERTIFICATE: Index.certificate,
    Role.CERTIFICATE_OWNER: lambda index, value: index.certificate_owner(value),
    Role.CERTIFICATE_NAME: lambda index, value: index.certificate_owner("", _matching(value)),
    Role.CONTROL_DOMAIN: Index.host,
    Role.SHOP_DOMAIN: Index.host,
    Role.CONTROL_ADDRESS: Index.address,
    Role.SHOP_ADDRESS: Index.address,
    Role.SHOP_URL: Index.url,
}
HOSTS = (Role.CONTROL_DOMAIN, Role.SHOP_DOMAIN)
ON_DEVICE = (Role.APPLICATION_ID, Role.BUNDLE_ID, Role.CERTIFICATE, Role.CERTIFICATE_OWNER)


def _matching(pattern: str) -> str:
    assert pattern.startswith("^Kids")  # the one pattern there is
    return "Kids Safety 01-02-2024 10:11:12"


def _table(role: Role) -> Role:
    return Role.DOMAIN if role in HOSTS else role


def _owners() -> dict[tuple[Role, str], list[Row]]:
    owners = defaultdict(list)
    for row in ROWS:
        owners[_table(row[1]), row[2]].append(row)
    return owners


OWNERS = _owners()


def _rows(*roles: Role) -> Iterator[Row]:
    return (row for row in ROWS if row[1] in roles)


def _says_its_own(found: Listed | None, row: Row) -> None:
    """The verdict is this row's, or that of the row that says most of the same value."""
    family, role, value = row
    rivals = OWNERS[_table(role), value]
    assert found is not None, row
    if len(rivals) == 1:
        assert (found.family, found.role, found.value) == (family.id, role, value)
        assert found.level is _level(family.kind, role), row
    else:
        assert found.family in {one.id for one, _, _ in rivals}
        assert found.level is min((_level(one.kind, as_) for one, as_, _ in rivals), key=lambda x: x.rank)
    assert found.sources[0].as_of


def _level(kind: FamilyKind, role: Role) -> Level:
    if role in {Role.SHOP_DOMAIN, Role.SHOP_ADDRESS, Role.SHOP_URL}:
        return Level.LEAD
    if role in ON_DEVICE and kind is FamilyKind.STALKERWARE:
        return Level.STRONG
    return Level.ASK


def test_the_lists_are_as_long_as_they_were_made() -> None:
    assert len(ROWS) == 2_654
    assert {role for _, role, _ in ROWS} == set(LOOKS)
    assert len({family.id for family, _, _ in ROWS}) == 172


@pytest.mark.parametrize("role", LOOKS)
def test_every_value_yields_its_own_verdict(role: Role) -> None:
    for row in _rows(role):
        _says_its_own(LOOKS[role](KNOWN.listed, row[2]), row)


@pytest.mark.parametrize("odd", [str.upper, "  {}\n".format, "{}:remote".format, "{}/.Main".format])
def test_every_application_id_is_found_as_systems_print_it(odd: Callable[[str], str]) -> None:
    for row in _rows(Role.APPLICATION_ID):
        _says_its_own(KNOWN.listed.app(odd(row[2])), row)


def _with_colons(digits: str) -> str:
    return ":".join(digits[at : at + 2] for at in range(0, len(digits), 2)).upper()


@pytest.mark.parametrize("odd", [str.upper, _with_colons, " {} ".format])
def test_every_certificate_is_found_as_tools_print_it(odd: Callable[[str], str]) -> None:
    for row in _rows(Role.CERTIFICATE):
        _says_its_own(KNOWN.listed.certificate(odd(row[2])), row)


@pytest.mark.parametrize(
    "odd",
    [
        str.upper,
        "www.{}".format,
        "a.b.c.{}".format,
        "{}.".format,
        "{}:8443".format,
        "person:word@{}".format,
        "https://WWW.{}:443/path?x=1#y".format,
        "HTTP://u@x@{}./".format,
        "//{}/".format,
        "https:\\\\{}\\a".format,
    ],
)
def test_every_host_is_found_however_it_is_written(odd: Callable[[str], str]) -> None:
    for row in _rows(*HOSTS):
        found = KNOWN.listed.host(odd(row[2]))
        if found is not None and found.value != row[2]:
            assert found.value == f"www.{row[2]}" or found.value.endswith(f".{row[2]}"), row
        else:
            _says_its_own(found, row)


@pytest.mark.parametrize("odd", ["https://{}/a/b?c=https://example.org/", "http://x.{}:80", "ftp://{}?x"])
def test_every_host_is_found_in_a_web_address(odd: str) -> None:
    for row in _rows(*HOSTS):
        found = KNOWN.listed.url(odd.format(row[2]))
        assert found is not None, row
        assert found.value == row[2] or found.value.endswith(f".{row[2]}")


@pytest.mark.parametrize("odd", ["{}:443", " {} ", "::ffff:{}", "[::ffff:{}]:443"])
def test_every_address_is_found(odd: str) -> None:
    for row in _rows(Role.CONTROL_ADDRESS, Role.SHOP_ADDRESS):
        _says_its_own(KNOWN.listed.address(odd.format(row[2])), row)
        _says_its_own(KNOWN.listed.url(f"http://{row[2]}:8080/x"), row)


def test_every_family_can_be_named_and_has_a_kind() -> None:
    for family, _, _ in ROWS:
        found = KNOWN.family(family.id)
        assert found is not None
        assert found.name
        assert found.kind.is_dual_use == family.kind.is_dual_use, family.id


def test_the_desktop_families_web_names_are_in_the_same_index() -> None:
    found = KNOWN.listed.url("https://www.staffcop.com/")
    assert found is not None
    assert (found.family, found.role, found.level) == ("staffcop", Role.DOMAIN, Level.LEAD)


@pytest.mark.parametrize(
    "harmless",
    [
        *("com.zing.zalo", "com.facebook.orca", "com.vnpay.bidv", "com.vng.inputmethod.labankey"),
        *("com.google.android.inputmethod.latin", "org.fdroid.fdroid", "com.google.android.gms", ""),
    ],
)
def test_ordinary_apps_are_in_no_list(harmless: str) -> None:
    assert KNOWN.listed.app(harmless) is None
    assert KNOWN.listed.bundle(harmless) is None


@pytest.mark.parametrize(
    "harmless",
    [
        *("https://github.com/", "https://github.com/AssoEchap/stalkerware-indicators", "https://zalo.me/"),
        *("https://firebaseio.com/", "https://s3.amazonaws.com/x", "about:blank", "", "https://", "com", "."),
        *("https://example.org/?to=https://appspy.net/", "https://example.org/#@appspy.net", "file:///etc"),
        *("https://notappspy.net/", "https://appspy.net.example.org/", "mailto:a@example.org", "://", "///"),
    ],
)
def test_ordinary_web_addresses_are_in_no_list(harmless: str) -> None:
    assert KNOWN.listed.url(harmless) is None


def test_a_page_of_a_host_is_not_the_whole_host() -> None:
    found = KNOWN.listed.url("https://www.github.com/karma9874/AndroRAT/tree/master?tab=readme")
    assert found is None  # www.github.com is another name than the one the list holds
    found = KNOWN.listed.url("https://GitHub.com:443//karma9874/AndroRAT/tree/master?tab=readme#x")
    assert found is not None
    assert (found.family, found.level) == ("androrat", Level.LEAD)
    assert KNOWN.listed.url("https://github.com/karma9874/androrat2") is None
