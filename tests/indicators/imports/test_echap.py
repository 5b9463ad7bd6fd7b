"""Echap's two files as they are written: every key has its place, and nothing drops out unseen."""

import pytest

from checkup.indicators.family import FamilyKind
from checkup.indicators.imports.outcome import Imported, Refused, Skipped, Why
from checkup.indicators.imports.reading import read_list
from checkup.indicators.index import Index
from checkup.indicators.listed import Role
from checkup.model.finding import Level

# In the shape of the real files; names and values are made up.
IOC = """\
- name: Example Spy
  names:
  - Example Spy
  - OtherName
  type: stalkerware
  packages:
  - com.Example.spy
  certificates:
  - 0123456789ABCDEF0123456789ABCDEF01234567
  certificate_organizations:
  - Example Org
  certificate_cname_re:
  - ^Example\\W[0-9]{2}-[0-9]{2}$
  distribution:
    - get.example.com
    - 192.0.2.7
    - https://pages.example.net/spy/app.apk
  websites:
  - www.example.com
  - example.com
  c2:
    ips:
    - 192.0.2.1
    ip:
    - 192.0.2.2
    domains:
    - api.example.com
    - www.example.org

- name: Example Family
  type: watchware
  packages: com.example.family
  ios_bundles:
  - com.example.Family
"""


def taken(text: str) -> Imported:
    found = read_list(text.encode(), "ioc")
    assert isinstance(found, Imported), found
    return found


def test_every_key_has_its_place() -> None:
    spy, family = taken(IOC).list.families
    assert (spy.id, spy.name, spy.kind, spy.platforms) == (
        "examplespy",
        "Example Spy",
        FamilyKind.STALKERWARE,
        ("android",),
    )
    assert spy.also_called == ("Example Spy", "OtherName")
    assert spy.values == {
        Role.APPLICATION_ID: ("com.example.spy",),
        Role.CERTIFICATE: ("0123456789abcdef0123456789abcdef01234567",),
        Role.CERTIFICATE_OWNER: ("example org",),
        Role.CERTIFICATE_NAME: ("^Example\\W[0-9]{2}-[0-9]{2}$",),
        Role.SHOP_DOMAIN: ("get.example.com", "example.com"),
        Role.SHOP_ADDRESS: ("192.0.2.7",),
        Role.SHOP_URL: ("pages.example.net/spy/app.apk",),
        Role.CONTROL_ADDRESS: ("192.0.2.1", "192.0.2.2"),
        Role.CONTROL_DOMAIN: ("api.example.com", "example.org"),
    }
    assert family.kind is FamilyKind.WATCHWARE
    assert family.values == {
        Role.APPLICATION_ID: ("com.example.family",),
        Role.BUNDLE_ID: ("com.example.family",),
    }


def test_it_says_whose_it_is() -> None:
    source = taken(IOC).list.source
    assert (source.licence, source.credit) == ("CC BY 4.0", "Echap association and contributors")
    assert source.origin.startswith("https://")


def test_what_was_read_is_found_again() -> None:
    index = Index([taken(IOC).list])
    levels = [
        index.app("com.example.SPY"),
        index.certificate("01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67"),
        index.certificate_owner("Example Org"),
        index.certificate_owner(common_name="Example 12-34"),
        index.host("https://www.api.example.com"),
        index.url("http://192.0.2.2/"),
        index.url("https://www.example.com/buy"),
        index.url("https://pages.example.net/spy/app.apk"),
        index.bundle("com.example.Family"),
    ]
    assert [one and one.level for one in levels] == [
        *[Level.STRONG] * 3,
        *[Level.ASK] * 3,  # a pattern of a certificate's name is less than the certificate
        *[Level.LEAD] * 2,
        Level.ASK,
    ]


def test_what_cannot_be_used_is_counted() -> None:
    found = taken(
        "- name: A\n  type: stalkerware\n  packages:\n  - com.a\n  - com.*\n  - 'no id'\n"
        "  certificate_cname_re:\n  - (a+)+\n  surprise:\n  - x\n  - y\n  websites:\n  - appspot.com\n"
    )
    assert set(found.skipped) == {
        Skipped(what="no application_id", count=2),
        Skipped(what="no certificate_name", count=1),
        Skipped(what="surprise", count=2),
        Skipped(what="too broad a name", count=1),
    }


def test_two_rows_of_one_program_become_one() -> None:
    found = taken(
        "- name: A b\n  type: odd\n  packages: [com.a]\n- name: ab\n  type: watchware\n  packages: [com.b]\n"
    )
    assert [family.id for family in found.list.families] == ["ab"]
    assert found.list.families[0].kind is FamilyKind.WATCHWARE
    assert found.list.count == 2


BOMB = "- name: &a [x, x, x, x]\n" + "".join(
    f"- name: &{name} [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (BOMB, Why.NOT_WHOLE),
        ("- name: A\n  packages: &p [com.a]\n- name: B\n  packages: *p\n", Why.NOT_WHOLE),
        ("- name: A\n  packages: " + "[" * 100_000 + "\n", Why.NOT_WHOLE),
        ("- name: A\n  packages: " + "[" * 30 + "]" * 30 + "\n", Why.TOO_LARGE),
        ("- name: A\n  packages: [com.a]\n  packages: [com.b]\n", Why.NOT_WHOLE),
        ("- name: A\n  packages: [com.a\n", Why.NOT_WHOLE),
        ("- name: A\n  packages: [com.a]\n---\n- name: B\n", Why.NOT_WHOLE),
        ("- name: A\n  packages: [[com.a]]\n", Why.NOT_WHOLE),
        ("- name: A\n- B\n", Why.NOT_WHOLE),
        ("- name: ''\n", Why.NOT_WHOLE),
        ("- name: A\n  ? [a, b]\n  : c\n", Why.NOT_WHOLE),
        ("- name: !!python/object/apply:os.system [true]\n", Why.NOT_WHOLE),
        ("- name: A\n  type: stalkerware\n", Why.EMPTY),
        ("- name: A\x07\n", Why.NOT_WHOLE),
        ("- name: A\n  packages: [com.a]", Why.NOT_WHOLE),
    ],
)
def test_what_cannot_be_read_to_its_end_is_not_taken(text: str, why: Why) -> None:
    found = read_list(text.encode(), "ioc")
    assert isinstance(found, Refused), found
    assert found.why is why


def test_a_file_cut_within_a_line_is_not_taken() -> None:
    for length in range(len(IOC) - 1):
        found = read_list(IOC[:length].encode(), "ioc")
        assert isinstance(found, Refused) or IOC[length - 1] == "\n", IOC[:length]
