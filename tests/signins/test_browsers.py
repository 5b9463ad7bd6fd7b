"""Rows that name a browser by its cookie alone join its device, only where it has only one."""

import io
import json

import pytest

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import opened
from checkup.signins.browsers import MOST_WAITING
from checkup.signins.tally import Tally
from tests.signins.made_exports import CHROME, SESSION, STRANGER, UNIX, WINDOWS, data

WHEN = "2026-03-01T02:14:09Z"


def tallied(*contents):
    tally = Tally()
    for number, content in enumerate(contents):
        tally.source = f"{number}.json"
        rows = rows_of(opened(content), io.BytesIO(content))
        tally.add([row for row in rows if isinstance(row, SignInRecord)])
    return tally.history()


def used(browser, when=WHEN, **more):
    return SignInRecord(service="facebook", kind=SignInKind.USE, when=when, browser=browser, **more)


def counts(history):
    return {group.device or group.sort: group.count for group in history.groups}


@pytest.mark.parametrize("cookies", ["facebook_browsers", "facebook_browsers_old"])
@pytest.mark.parametrize("is_first", [True, False])
def test_times_of_a_browser_join_the_session_with_the_same_cookie(cookies, is_first):
    sessions = json.dumps({"active_sessions_v2": [SESSION]}).encode()
    order = [data(cookies), sessions] if is_first else [sessions, data(cookies)]
    history = tallied(*order)
    assert counts(history) == {"Samsung Galaxy A53 5G": 3, "": 1}
    (device,) = [group for group in history.groups if group.device]
    assert {one.row.source for one in device.rows} == {"0.json", "1.json"}
    assert device.first == "2026-03-01T01:14:09Z"
    (other,) = [group for group in history.groups if not group.device]
    assert [one.row.app for one in other.rows] == ["datr -T9h…"]


def test_a_cookie_seen_with_two_devices_joins_none_of_them():
    tally = Tally()
    tally.add([used("abcd", user_agent=CHROME), used("abcd", user_agent=WINDOWS), used("abcd")])
    assert counts(tally.history()) == {"Samsung Galaxy A53 5G": 1, "windows": 1, "": 1}


def test_an_older_version_of_the_same_browser_is_one_device():
    tally = Tally()
    tally.add([used("abcd", user_agent=CHROME), used("abcd", device=STRANGER), used("abcd")])
    assert counts(tally.history()) == {"Samsung Galaxy A53 5G": 3}


def test_the_same_cookie_at_another_service_is_another_browser():
    tally = Tally()
    tally.add([used("abcd", user_agent=CHROME)])
    tally.add([SignInRecord(service="instagram", kind=SignInKind.USE, when=WHEN, browser="abcd")])
    assert counts(tally.history()) == {"Samsung Galaxy A53 5G": 1, "": 1}


def test_an_attempt_that_did_not_get_in_tells_no_device_of_a_browser():
    tally = Tally()
    failed = SignInRecord(
        service="facebook", kind=SignInKind.FAILED, when=WHEN, browser="abcd", user_agent=CHROME
    )
    tally.add([failed, used("abcd")])
    assert counts(tally.history())[""] == 1


def test_very_many_rows_that_wait_are_bounded_and_none_is_lost():
    tally = Tally()
    tally.add([used("abcd")] * (MOST_WAITING + 10))
    tally.add([used("abcd", user_agent=CHROME)])
    assert counts(tally.history()) == {"Samsung Galaxy A53 5G": MOST_WAITING + 1, "": 10}


def test_asked_twice_the_history_counts_no_row_twice():
    tally = Tally()
    tally.add([used("abcd"), used("abcd", user_agent=CHROME)])
    assert tally.history() == tally.history()


def test_of_a_cookie_only_its_beginning_is_kept_and_a_hidden_one_is_none():
    whole = {**SESSION, "datr_cookie": "AbCdEfGhIjKlMnOpQrStUvWx"}
    hidden = {**SESSION, "datr_cookie": "********"}
    content = json.dumps({"active_sessions_v2": [whole, hidden, SESSION]}).encode()
    rows = [row.browser for row in rows_of(opened(content), io.BytesIO(content))]
    assert rows == ["AbCdEfGh", "", "abcd"]


def test_a_map_of_very_many_browsers_is_read_one_by_one():
    cookies = {f"{number:04x}****": [UNIX, UNIX - 60] for number in range(15_000)}
    content = json.dumps({"datr_stats_v2": cookies}).encode()
    assert (
        sum(isinstance(row, SignInRecord) for row in rows_of(opened(content), io.BytesIO(content))) == 30_000
    )
