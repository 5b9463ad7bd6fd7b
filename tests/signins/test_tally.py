"""Rows of all services become groups of one device; nothing is lost on the way."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.model.answer import Answer
from checkup.model.sign_in import AddressKind, SignInKind, SignInRecord, Verdict
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import opened
from checkup.signins.address import country_of
from checkup.signins.device_name import DeviceNames
from checkup.signins.finished import MOST_SIGHTINGS
from checkup.signins.tally import Tally
from checkup.signins.verdict import is_same, verdict
from tests.signins.made_exports import CHROME, FILES, INSTAGRAM, PLANTED, WINDOWS, data


def tallied(*names):
    tally = Tally()
    for name in names:
        tally.source = name
        for row in rows_of(opened(data(name)), io.BytesIO(data(name))):
            if isinstance(row, SignInRecord):
                tally.add([row])
    return tally.history()


def login(when="2026-03-01T02:14:09Z", **more):
    given = {"service": "google", "kind": SignInKind.LOGIN, "when": when, **more}
    return SignInRecord(**given)


def test_a_strangers_device_planted_in_six_services_is_one_group():
    groups = [group for group in tallied(*PLANTED).groups if "A53" in group.device]
    assert len(groups) == 1
    assert groups[0].device == "Samsung Galaxy A53 5G"
    assert groups[0].services == ("facebook", "google", "instagram", "snapchat", "telegram", "tiktok")
    assert groups[0].first == "2025-01-01T00:00:00Z"  # Snapchat knows the device since then


def test_every_row_is_in_a_group():
    history = tallied(*FILES)
    rows = sum(count for _, _, count, _ in FILES.values())
    assert sum(count for _, count in history.read) == rows
    assert sum(group.count + group.failed for group in history.groups) == rows


def test_attempts_that_did_not_get_in_are_counted_apart():
    tally = Tally()
    tally.add([login(kind=SignInKind.FAILED, user_agent=CHROME, when="2020-01-01T00:00:00Z")])
    tally.add([login(user_agent=CHROME)])
    (group,) = tally.history().groups
    assert (group.count, group.failed, group.first[:4]) == (1, 1, "2026")


def test_windows_computers_of_two_countries_are_two_groups():
    tally = Tally()
    tally.add([login(user_agent=WINDOWS, country="VN")])
    tally.add([login(user_agent=WINDOWS, country="TH")])
    assert [(group.sort, group.device) for group in tally.history().groups] == [("windows", "")] * 2


def test_a_group_keeps_its_name_when_the_same_exports_are_read_again():
    once, again = tallied(*PLANTED), tallied(*reversed(PLANTED))
    assert {group.id for group in once.groups} == {group.id for group in again.groups}


def test_very_many_different_devices_are_bounded_and_counted():
    tally = Tally()
    for number in range(5000):
        tally.add([login(device=f"Made {number}")])
    history = tally.history()
    assert len(history.groups) == 300
    assert history.left_out
    assert history.read == (("google", 5000),)


def test_one_device_from_very_many_addresses_loses_no_row():
    tally = Tally()
    for number in range(3000):
        tally.add([login(user_agent=CHROME, ip=f"14.160.{number // 250}.{number % 250}")])
    (group,) = tally.history().groups
    assert group.count == 3000
    assert len(group.rows) == 200
    assert sum(count for _, count in group.stretches[0].bins) == 3000


def test_a_long_history_gets_wider_bins_and_keeps_every_row():
    tally = Tally()
    for number in range(2000):
        when = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}T01:00:00Z"
        tally.add([login(user_agent=CHROME, when=when)])
    (stretch,) = tally.history().groups[0].stretches
    assert len(stretch.bins) <= 400
    assert stretch.step > 1
    assert sum(count for _, count in stretch.bins) == 2000


@given(
    rows=st.lists(
        st.builds(
            SignInRecord,
            service=st.sampled_from(["google", "x"]),
            kind=st.sampled_from(SignInKind),
            when=st.sampled_from(["", "2026-03-01T02:14:09Z", "2024-01-01T00:00:00Z"]),
            device=st.text(max_size=8),
            user_agent=st.text(max_size=20) | st.sampled_from([CHROME, WINDOWS, INSTAGRAM]),
            ip=st.sampled_from(["", "14.160.1.1", "10.0.0.1"]),
            browser=st.sampled_from(["", "", "abcd", "efgh"]),
        ),
        max_size=30,
    )
)
def test_no_row_is_lost_whatever_it_says(rows):
    tally = Tally()
    for row in rows:
        tally.add([row])
    history = tally.history()
    assert sum(group.count + group.failed for group in history.groups) == len(rows)
    assert sum(count for _, count in history.read) == len(rows)


@pytest.mark.parametrize(
    ("device", "system", "agent", "name", "sort"),
    [
        ("", "", CHROME, "Samsung Galaxy A53 5G", ""),
        ("", "", INSTAGRAM, "Samsung Galaxy A53 5G", ""),
        ("SM-Z9999", "", "", "Samsung SM-Z9999", ""),
        ("iPhone14,5", "", "", "iPhone 13", ""),
        ("CPH2387", "Android 12", "", "OPPO A57", ""),
        ("", "", "Mozilla/5.0 (Linux; Android 11; V2026) AppleWebKit/537.36", "vivo Y12s", ""),
        ("", "", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36", "", "android"),
        ("", "", "Mozilla/5.0 (Linux; Android 9; Redmi Note 8) AppleWebKit/537.36", "Redmi Note 8", ""),
        ("", "", WINDOWS, "", "windows"),
        ("Windows PC", "", "", "", "windows"),
        ("PC 64bit", "Windows 11", "", "", "windows"),
        ("Chrome PC (Cadmium)", "", "", "", "windows"),
        ("Device type unknown", "", "", "", ""),
        ("Acer A515", "Windows", "", "Acer A515", ""),
        ("", "", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1", "", "iphone"),
        ("", "", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15", "", "mac"),
        ("", "", "", "", ""),
    ],
)
def test_a_device_gets_the_name_a_person_knows(device, system, agent, name, sort):
    found = DeviceNames().of(device, system, agent)
    assert (found.name, found.sort) == (name, sort)


@pytest.mark.parametrize(
    ("device", "answer", "own", "expected"),
    [
        ("Samsung Galaxy A53 5G", None, (), Verdict.TO_RECOGNISE),
        ("Samsung Galaxy A53 5G", None, ("iPhone 13",), Verdict.UNEXPECTED),
        ("Samsung Galaxy A53 5G", None, ("my Samsung A53",), Verdict.EXPECTED),
        ("Samsung Galaxy A53 5G", None, ("Samsung",), Verdict.UNEXPECTED),
        ("Samsung Galaxy A53 5G", Answer.NOT_MINE, ("Samsung A53",), Verdict.UNEXPECTED),
        ("Samsung Galaxy A53 5G", Answer.KNOWN, (), Verdict.TO_RECOGNISE),
        ("", None, ("iPhone 13",), Verdict.CANNOT_TELL),
        ("", Answer.MINE, (), Verdict.EXPECTED),
    ],
)
def test_how_a_group_stands(device, answer, own, expected):
    tally = Tally()
    tally.add([login(device=device)])
    assert verdict(tally.history().groups[0], answer, own) is expected


def test_a_place_never_makes_a_device_expected():
    assert not is_same("Samsung Galaxy A53 5G", "")
    assert not is_same("", "Samsung A53")


def test_the_country_is_the_registrys_and_needs_no_network():
    assert country_of("14.160.1.1") == "VN"
    assert country_of("192.168.1.1") == ""


def test_a_group_says_which_sorts_of_address_it_came_from():
    tally = Tally()
    for number in range(3):
        tally.add([login(user_agent=CHROME, ip=f"2402:800:61c3:5a2::{number:x}")])
    tally.add([login(user_agent=CHROME, ip="100.64.3.4")])
    tally.add([login(user_agent=CHROME, ip="192.168.1.5")])
    tally.add([login(user_agent=CHROME, ip="")])
    (group,) = [one for one in tally.history().groups if one.connections]
    assert AddressKind.SHARED in {kind for one in tally.history().groups for kind in one.addresses}
    assert group.connections <= 2  # all of one half of an IPv6 address are one


def test_where_not_all_rows_are_kept_no_number_of_connections_is_said():
    tally = Tally()
    for number in range(MOST_SIGHTINGS + 5):
        tally.add([login(device="Pixel 8", ip=f"14.160.{number // 250}.{number % 250 + 1}")])
    (group,) = tally.history().groups
    assert group.connections == 0
    assert group.addresses == (AddressKind.PUBLIC,)
