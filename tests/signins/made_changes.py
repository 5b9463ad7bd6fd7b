"""Made exports of what was changed, allowed or opened: old and new layout, English and Vietnamese, one odd."""

# ruff: noqa: E501, ISC004 - a made row stands whole on its line
import json

from tests.signins.made_values import CHROME, INSTAGRAM, IP, STRANGER, UNIX, WHEN, meta


def change(title, label="Time"):
    return {"title": meta(title), "string_map_data": {meta(label): {"value": "", "timestamp": UNIX}}}


def program(label, name, ended, number="User ID"):
    return {
        "title": "",
        "string_map_data": {
            meta(label): {"value": meta(name), "timestamp": 0},
            meta(ended): {"value": "", "timestamp": UNIX},
            meta(number): {"value": "1234567", "timestamp": 0},
        },
    }


def device(label, more):
    return {"timestamp": UNIX, "label_values": [{"label": meta(label), "value": STRANGER}, *more]}


def sign_up(device_label, name_label):
    return {
        "title": "",
        "string_map_data": {
            meta(name_label): {"value": "lan", "timestamp": 0},
            "IP": {"value": IP, "timestamp": 0},
            "T": {"value": "", "timestamp": UNIX},
            "Email": {"value": "other@example.org", "timestamp": 0},
            meta(device_label): {"value": STRANGER, "timestamp": 0},
        },
    }


STATUS = [
    {"status": "Account deactivated", "timestamp": UNIX},
    {"status": meta("Đã kích hoạt lại tài khoản"), "timestamp": UNIX + 60},
]
COOKIES = {"abcd********************": [UNIX, UNIX - 3600], "-T9h********************": [UNIX - 90]}
ACCESS = f"Date,Devices,Esn,Part Of Netflix Household\n{WHEN},Samsung {STRANGER},X,Yes\nthree,cells,only\n"


# name: (the file's bytes, service, rows read, rows counted as not readable)
def alone(labels, ip=IP):
    """One object of labels and no list: how Facebook writes the sign-up."""
    parts = [
        {"label": meta(labels[0]), "value": meta("Lan Nguyễn")},
        {"label": meta(labels[1]), "value": ip},
        {"label": meta(labels[2]), "value": "lan@example.org"},
    ]
    return json.dumps({"timestamp": UNIX, "media": [], "label_values": parts, "fbid": "1"})


def activity(number):
    times = [
        {"label": "Online Since", "timestamp_value": 0},
        {"label": "Last Active Time", "timestamp_value": UNIX},
    ]
    return {"dict": [{"label": "Device", "value": number}, *times]}


CHANGES = {
    "whatsapp_registration": (
        json.dumps({"wa_registration_info": {"registration_timestamp": UNIX, "platform": "Android"}}),
        "whatsapp",
        1,
        0,
    ),
    "whatsapp_devices": (
        json.dumps(
            {
                "wa_settings": {
                    "device_info": [
                        {
                            "device_id": 0,
                            "app_version": "2.26.3",
                            "device_manufacturer": "samsung",
                            "device_model": STRANGER,
                        },
                        {"device_id": 3, "device_model": "", "operating_system_version": "Windows 11"},
                        {"device_id": 4},
                    ]
                }
            }
        ),
        "whatsapp",
        2,
        1,
    ),
    "whatsapp_activity": (
        json.dumps(
            {
                "label_values": [
                    {"label": "Phone number", "value": "+84900000000"},
                    {"label": "Device Activity", "vec": [activity("0"), activity("3"), {"dict": []}]},
                ]
            }
        ),
        "whatsapp",
        2,
        1,
    ),
    "facebook_registration": (alone(("Name", "Registration IP", "Email")), "facebook", 1, 0),
    "facebook_registration_vi": (alone(("Tên", "Địa chỉ IP khi đăng ký", "Email")), "facebook", 1, 0),
    "facebook_registration_odd": (
        alone(("Name", "IP Address", "Email")).replace(
            f'"value": "{IP}"', '"vec": [{"label": "IP Address", "value": "' + IP + '"}]'
        ),
        "facebook",
        1,
        0,
    ),
    "facebook_status": (json.dumps({"account_status_changes_v2": STATUS}), "facebook", 2, 0),
    "facebook_status_old": (json.dumps({"account_status_changes": STATUS}), "facebook", 2, 0),
    "facebook_status_odd": (
        json.dumps({"account_status_changes_v2": [{}, "x", {"status": ["x"]}, *STATUS, None]}),
        "facebook",
        2,
        4,
    ),
    "facebook_browsers": (json.dumps({"datr_stats_v2": COOKIES}), "facebook", 3, 0),
    "facebook_browsers_old": (json.dumps({"datr_stats": COOKIES}), "facebook", 3, 0),
    "facebook_browsers_odd": (
        json.dumps(
            {"datr_stats_v2": {"a.b": [UNIX, "x", None], "": 7, "****": [UNIX], "đ": [], "{}": {"abcd": [1]}}}
        ),
        "facebook",
        2,
        4,
    ),
    "facebook_programs_old": (
        json.dumps(
            {"installed_apps": [{"name": "Game", "added_timestamp": UNIX, "removed_timestamp": 0}, 7]}
        ),
        "facebook",
        1,
        1,
    ),
    "facebook_devices_nested": (
        json.dumps(
            [
                device("Device", [{"label": "x", "vec": [{"dict": [{"label": "Agent", "value": CHROME}]}]}]),
                device("Tên thiết bị", []),
                {"timestamp": UNIX, "label_values": [{"label": "Name", "value": meta("Nguyễn Thị Lan")}]},
            ]
        ),
        "facebook",
        2,
        1,
    ),
    "instagram_privacy": (
        json.dumps({"account_history_account_privacy_history": [change("Switched to Private"), {}]}),
        "instagram",
        1,
        1,
    ),
    "instagram_privacy_vi": (
        json.dumps({"account_history_account_privacy_history": [change("Đã chuyển sang công khai", "Giờ")]}),
        "instagram",
        1,
        0,
    ),
    "instagram_privacy_listed": (
        json.dumps(
            {
                "account_history_account_privacy_history": [
                    {"title": "Public", "string_list_data": [{"value": "", "timestamp": UNIX}]}
                ]
            }
        ),
        "instagram",
        1,
        0,
    ),
    "instagram_status": (
        json.dumps({"account_history_profile_status_changes": [change("Deactivated")]}),
        "instagram",
        1,
        0,
    ),
    "instagram_ended": (
        json.dumps({"apps_and_websites_expired_apps": [program("App Name", "Poster", "Expired on"), []]}),
        "instagram",
        1,
        1,
    ),
    "instagram_ended_vi": (
        json.dumps(
            {"apps_and_websites_expired_apps": [program("Tên ứng dụng", "Trò chơi", "Hết hạn lúc", "ID")]}
        ),
        "instagram",
        1,
        0,
    ),
    "instagram_active": (
        json.dumps({"apps_and_websites_active_apps": [{"title": "Poster", "string_map_data": {}}]}),
        "instagram",
        1,
        0,
    ),
    "instagram_sign_up": (
        json.dumps({"account_history_registration_info": [sign_up("Device", "Username")]}),
        "instagram",
        1,
        0,
    ),
    "instagram_sign_up_vi": (
        json.dumps({"account_history_registration_info": [sign_up("Thiết bị", "Tên người dùng")]}),
        "instagram",
        1,
        0,
    ),
    "instagram_devices_titled": (
        json.dumps({"devices_devices": [{"title": INSTAGRAM, "string_map_data": {}}]}),
        "instagram",
        1,
        0,
    ),
    "snapchat_sign_up": (
        json.dumps(
            {
                "Basic Information": {
                    "Username": "x",
                    "Creation Date": "2024-01-01 00:00:00 UTC",
                    "Registration IP": IP,
                    "Country": "VN",
                    "Last Active": f"{WHEN} UTC",
                }
            }
        ),
        "snapchat",
        2,
        0,
    ),
    "snapchat_changes": (
        json.dumps(
            {
                "Display Name Change": [{"Date": f"{WHEN} UTC", "Display Name": "x"}, {}],
                "Mobile Number Change": [{"Date": f"{WHEN} UTC", "Mobile Number": "+84900000000"}],
                "Snapchat Linked to Bitmoji": [{"Date": f"{WHEN} UTC"}],
                "Tow-Factor Authentication": [],
                "Account deactivated / reactivated": [{"Date": "Wed Aug 19 12:00:00 UTC 2021"}],
            }
        ),
        "snapchat",
        4,
        1,
    ),
    "google_extensions": (
        json.dumps(
            {
                "Extensions": [
                    {
                        "name": "Coupons",
                        "version": "1.2",
                        "id": "abc",
                        "enabled": True,
                        "incognito_enabled": False,
                    },
                    {"enabled": True},
                ]
            }
        ),
        "google",
        1,
        1,
    ),
    "google_terms": (
        "<html><body><h1>GOOGLE SUBSCRIBER INFORMATION</h1><ul>"
        f"<li>Created on: 2024-01-01 00:00:00 UTC</li><li>Terms of Service IP: {IP}</li></ul></body></html>",
        "google",
        1,
        0,
    ),
    "apple_family": (
        f"Last Modified Date,Family Sharing Enabled,App Name\n{WHEN},Yes,Poster\nonly,two\n",
        "apple",
        1,
        1,
    ),
    "apple_account": (f"Last Update Date,Official Address\n{WHEN},x\n", "apple", 1, 0),
    "apple_requests": (f"Request Time\n{WHEN}\n", "apple", 1, 0),
    "apple_computers": (f"Associated Date,Device Name\n{WHEN},PC-01\n", "apple", 1, 0),
    "facebook_phones_old": (
        json.dumps({"devices": [{"type": STRANGER, "os": "Android", "update_time": UNIX}]}),
        "facebook",
        1,
        0,
    ),
    "facebook_alone": (json.dumps({"account_status_changes_v2": STATUS[0]}), "facebook", 1, 0),
    "facebook_browsers_listed": (json.dumps({"datr_stats_v2": [UNIX, "x"]}), "facebook", 1, 1),
    "snapchat_alone": (
        json.dumps({"Email Change": {"Date": f"{WHEN} UTC", "Email Address": "a@b"}, "Password Change": []}),
        "snapchat",
        1,
        0,
    ),
    "reddit_identities": ("issuer_id,subject_id\nhttps://appleid.apple.com,1\n", "reddit", 1, 0),
    "reddit_number": ("phone_number\n+84900000000\n", "reddit", 1, 0),
    "netflix_access": (ACCESS, "netflix", 1, 1),
    "netflix_devices": (
        f"Esn,Device Type,Acct First Playback Date,Acct Last Playback Date\nX,Samsung {STRANGER},{WHEN},{WHEN}\n",
        "netflix",
        1,
        0,
    ),
    "netflix_profiles": (f"Profile Name,Email Address,Profile Creation Time\nLan,,{WHEN}\n", "netflix", 1, 0),
}
