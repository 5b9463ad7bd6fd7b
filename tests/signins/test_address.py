"""What sort of address it is: said from the address and the row alone, nobody is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.sign_in_words import SignInWords
from checkup.model.sign_in import AddressKind, SignInGroup, SignInKind, SignInRecord, Verdict
from checkup.signins.address import address_kind, connection_of, kinds_of, registered_in


def row(ip: str, place: str = "") -> SignInRecord:
    return SignInRecord(service="tiktok", kind=SignInKind.LOGIN, ip=ip, place=place)


@pytest.mark.parametrize(
    ("ip", "kind"),
    [
        ("14.160.1.1", AddressKind.PUBLIC),
        ("2402:800:61c3::1", AddressKind.PUBLIC),
        ("100.64.3.4", AddressKind.SHARED),
        ("100.128.0.1", AddressKind.PUBLIC),
        ("192.168.1.1", AddressKind.PRIVATE),
        ("172.31.9.9", AddressKind.PRIVATE),
        ("172.32.9.9", AddressKind.PUBLIC),
        ("::ffff:10.0.0.1", AddressKind.PRIVATE),
        ("fd12::1", AddressKind.PRIVATE),
        ("127.0.0.1", AddressKind.LOCAL),
        ("169.254.3.3", AddressKind.LOCAL),
        ("fe80::1", AddressKind.LOCAL),
        ("203.0.113.7", AddressKind.EXAMPLE),
        ("2001:db8::7", AddressKind.EXAMPLE),
        ("0.0.0.0", AddressKind.NONE),  # noqa: S104 - as a text
        ("255.255.255.255", AddressKind.NONE),
        ("224.0.0.1", AddressKind.NONE),
        ("ff02::1", AddressKind.NONE),
        ("x", AddressKind.NONE),
        ("", AddressKind.NONE),
    ],
)
def test_what_sort_an_address_is(ip, kind):
    assert address_kind(ip) is kind


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("Viettel, 4G", AddressKind.SHARED),
        ("MobiFone, LTE", AddressKind.SHARED),
        ("Viettel, WiFi", AddressKind.PUBLIC),  # the SIM's carrier; the way was the Wi-Fi
        ("Hà Nội", AddressKind.PUBLIC),
    ],
)
def test_an_address_of_a_mobile_network_is_shared_where_the_row_says_so(place, kind):
    assert address_kind("14.160.1.1", place) is kind
    assert address_kind("192.168.1.1", place) is AddressKind.PRIVATE


def test_addresses_of_one_half_are_one_connection():
    rows = [row(f"2402:800:61c3:5a2::{end:x}") for end in range(9)]
    assert kinds_of(rows) == ((AddressKind.PUBLIC,), 1)
    assert kinds_of([*rows, row("2402:800:61c3:5a3::1"), row("14.160.1.1"), row("192.168.1.1")]) == (
        (AddressKind.PUBLIC, AddressKind.PRIVATE),
        3,
    )


def test_an_example_has_no_country():
    assert registered_in("203.0.113.7") == ""
    assert registered_in("14.160.1.1") == "VN"


@given(st.one_of(st.text(max_size=50), st.ip_addresses().map(str)))
def test_any_text_has_an_answer(ip):
    assert address_kind(ip) in AddressKind
    assert isinstance(connection_of(ip), str)


@pytest.mark.parametrize("language", list(Language))
def test_a_row_and_a_group_say_it_in_words(language):
    words = SignInWords(Texts(language), Services())
    assert "VN" in words.address(row("14.160.1.1"))
    assert "2402:800:61c3:5a2::/64" in words.address(row("2402:800:61c3:5a2::9"))
    assert words.address(row("")) == ""
    for kind, ip in ((AddressKind.SHARED, "100.64.1.1"), (AddressKind.PRIVATE, "10.0.0.1")):
        assert words.address(row(ip)) == Texts(language).say(f"signins.addresses.{kind}")
    every = SignInGroup(
        id="g", device="Pixel 8", countries=("VN",), connections=2, addresses=tuple(AddressKind)
    )
    assert len(words.addresses(every)) == 5
    assert "2" in words.count(every)
    assert words.addresses(SignInGroup(id="g", device="x", addresses=(AddressKind.PUBLIC,))) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.ENGLISH,
            "You did not list this device. It is in Google, Instagram and TikTok, since March 2025.",
        ),
        (
            Language.VIETNAMESE,
            (
                "Bạn không ghi thiết bị này trong danh sách của mình. "
                "Thiết bị có trong Google, Instagram và TikTok, từ tháng 3/2025."
            ),
        ),
    ],
)
def test_a_device_that_was_not_listed_is_one_sentence_over_all_services(language, said):
    group = SignInGroup(
        id="g", device="Samsung A53", services=("google", "instagram", "tiktok"), first="2025-03-04T01:00:00Z"
    )
    words = SignInWords(Texts(language), Services())
    assert words.headline(group, Verdict.UNEXPECTED, answered=False) == said


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("first", ["", "2025-03-04T01:00:00Z", "9999-99-99"])
def test_every_way_a_group_stands_has_a_sentence(language, first):
    words = SignInWords(Texts(language), Services())
    for stands in Verdict:
        for answered in (True, False):
            group = SignInGroup(id="g", device="x\u202e", services=("zalo",), first=first)
            said = words.headline(group, stands, answered=answered)
            assert "Zalo" in said
            assert ("2025" in said) is first.startswith("2025")
