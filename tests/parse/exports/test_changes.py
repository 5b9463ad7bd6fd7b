"""What was changed, allowed or opened is told as what it is, with the words the service wrote."""

import io
import json

import pytest

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import opened
from tests.signins.made_exports import IP, STRANGER, UNIX, WHEN, data, meta

RAW = WHEN.replace(" ", "T") + "Z"


def records(content):
    rows = rows_of(opened(content[:65536]), io.BufferedReader(io.BytesIO(content)))
    return [row for row in rows if isinstance(row, SignInRecord)]


@pytest.mark.parametrize("name", ["facebook_status", "facebook_status_old", "facebook_status_odd"])
def test_an_account_that_was_closed_and_opened_again_is_told(name):
    closed, again = records(data(name))
    assert (closed.kind, closed.app, closed.when) == (SignInKind.ACCOUNT_CHANGE, "Account deactivated", RAW)
    assert again.app == "Đã kích hoạt lại tài khoản"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("instagram_privacy", "Switched to Private"),
        ("instagram_privacy_vi", "Đã chuyển sang công khai"),
        ("instagram_privacy_listed", "Public"),
        ("instagram_status", "Deactivated"),
    ],
)
def test_a_change_of_privacy_is_no_change_of_a_way_back_in(name, said):
    (row,) = records(data(name))
    assert (row.kind, row.app, row.when) == (SignInKind.ACCOUNT_CHANGE, said, RAW)


@pytest.mark.parametrize(
    ("name", "program", "active"),
    [
        ("instagram_ended", "Poster", False),
        ("instagram_ended_vi", "Trò chơi", False),
        ("instagram_active", "Poster", None),
    ],
)
def test_a_program_has_its_name_whatever_the_label_is_called(name, program, active):
    (row,) = records(data(name))
    assert (row.kind, row.app, row.active) == (SignInKind.APP_GRANT, program, active)


@pytest.mark.parametrize("name", ["instagram_sign_up", "instagram_sign_up_vi"])
def test_a_sign_up_tells_its_device_and_the_address_it_gave(name):
    (row,) = records(data(name))
    assert (row.device, row.app, row.ip) == (STRANGER, "other@example.org", IP)


def test_a_program_that_was_removed_is_told_as_ended():
    apps = [
        {"name": "Gone", "added_timestamp": UNIX, "removed_timestamp": UNIX + 5},
        {"name": "There", "added_timestamp": UNIX},
    ]
    gone, there = records(json.dumps({"installed_apps_v2": apps}).encode())
    assert (gone.active, there.active) == (False, None)


def test_an_address_that_was_taken_away_is_told_too():
    change = {"event": "Removed email", "session": {}, "extra_info": {"old_email": "mine@example.org"}}
    (row,) = records(json.dumps({"admin_records": [change]}).encode())
    assert row.app == "Removed email: mine@example.org"


def test_devices_are_found_in_lists_inside_of_lists():
    first, second = records(data("facebook_devices_nested"))
    assert (first.device, "SM-A536E" in first.user_agent, first.when) == (STRANGER, True, RAW)
    assert second.device == STRANGER


def test_visits_of_profiles_are_not_taken_for_devices():
    visit = {"timestamp": UNIX, "label_values": [{"label": "Name", "value": meta("Nguyễn Thị Lan")}]}
    assert opened(json.dumps([visit] * 3).encode()) is None


def test_changes_of_snapchat_tell_to_what():
    said = [row.app for row in records(data("snapchat_changes"))]
    assert "Mobile Number Change: +84900000000" in said
    assert records(data("snapchat_sign_up"))[0].ip == IP


def test_a_program_of_x_tells_what_it_may_do():
    app = {"connectedApplication": {"organization": {"name": "Poster"}, "permissions": ["read", "write"]}}
    (row,) = records(b"window.YTD.connected_application.part0 = " + json.dumps([app]).encode())
    assert row.app == "Poster (read, write)"


def test_an_extension_is_told_with_whether_it_is_on():
    (row,) = records(data("google_extensions"))
    assert (row.kind, row.app, row.active) == (SignInKind.APP_GRANT, "Chrome: Coupons 1.2", True)


def test_where_the_terms_were_agreed_to_is_told():
    (row,) = records(data("google_terms"))
    assert (row.kind, row.ip, row.when) == (SignInKind.USE, IP, "2024-01-01T00:00:00Z")


@pytest.mark.parametrize("more", [{}, {"type": "sensor", "os": "x"}])
def test_a_list_of_devices_of_another_program_is_not_facebooks(more):
    assert opened(json.dumps({"devices": [{"name": "kitchen", **more}]}).encode()) is None


def test_one_object_where_a_list_should_stand_is_read_as_one_row():
    (row,) = records(data("facebook_alone"))
    assert (row.app, row.when) == ("Account deactivated", RAW)


def test_a_word_where_a_list_should_stand_is_counted_and_nothing_is_no_row():
    content = json.dumps({"account_activity_v2": "x", "devices_v2": None, "datr_stats_v2": None}).encode()
    assert list(rows_of(opened(content), io.BytesIO(content))) == [1]


@pytest.mark.parametrize(
    "name", ["facebook_registration", "facebook_registration_vi", "facebook_registration_odd"]
)
def test_from_where_a_facebook_account_was_made_is_told(name):
    (row,) = records(data(name))
    assert (row.kind, row.ip, row.when) == (SignInKind.USE, IP, RAW)


def test_one_object_of_labels_that_names_no_address_and_no_device_is_no_export():
    assert opened(data("facebook_registration").replace(IP.encode(), b"")) is None


def test_an_object_that_lost_its_address_behind_the_beginning_is_counted():
    content = data("facebook_registration").replace(IP.encode(), b"")
    found = opened(data("facebook_registration"))
    assert list(rows_of(found, io.BufferedReader(io.BytesIO(content)))) == [1]


def test_whatsapp_tells_its_devices_and_when_each_was_there():
    (phone, computer), (first, second) = records(data("whatsapp_devices")), records(data("whatsapp_activity"))
    assert (phone.device, phone.app) == (f"samsung {STRANGER}", "WhatsApp 2.26.3")
    assert computer.os == "Windows 11"
    assert [(one.kind, one.when, one.app) for one in (first, second)] == [
        (SignInKind.SESSION, RAW, "WhatsApp 0"),
        (SignInKind.SESSION, RAW, "WhatsApp 3"),
    ]


def test_when_the_number_of_whatsapp_was_registered_is_told():
    (row,) = records(data("whatsapp_registration"))
    assert (row.kind, row.when, row.os) == (SignInKind.LOGIN, RAW, "Android")


def test_one_object_of_labels_that_is_not_facebooks_is_not_taken_for_it():
    content = data("facebook_registration").replace(b'"fbid"', b'"id"')
    assert opened(content) is None
