"""Made exports of every format, old and new, with English and Vietnamese labels: how many rows each holds.

All of it is made up by us; addresses are from the documentation ranges.
"""

# ruff: noqa: E501, ISC004 - a made row stands whole on its line
import io
import json
import zipfile

from tests.signins.made_changes import CHANGES
from tests.signins.made_values import CHROME, INSTAGRAM, IP, STRANGER, UNIX, WHEN, WINDOWS, meta

NEW = (
    "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,"
    "Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,"
    "Referer Product Name,Referer Sub-Product Name,Activity Type,Gmail Access Channel,"
    "Android Webview Package Name"
)
NEW_VI = (
    "ID Gaia,Dấu thời gian hoạt động,Địa chỉ IP,IP máy chủ proxy,Địa chỉ IP không định tuyến,"
    "Quốc gia,Khu vực,Thành phố,Chuỗi tác nhân người dùng,Tên sản phẩm,Tên sản phẩm phụ,"
    "Sản phẩm giới thiệu,Sản phẩm phụ giới thiệu,Loại hoạt động,Kênh truy cập Gmail,Gói Webview"
)
OLD = (
    "Gaia ID,Activity Timestamp,IP Address,Proxied Host IP Address,Is Non-routable IP Address,"
    "Activity Country,Activity Region,Activity City,User Agent String,Product Name,Sub-Product Name,"
    "Activity Type,Gmail Access Channel"
)


def google(header, width, type_="Login", agents=(CHROME, WINDOWS)):
    rows = []
    for agent in agents:
        cells = ["100000000001", f"{WHEN} UTC", IP, "", "", "VN", "", "Hà Nội", f'"{agent}"', "Gmail"]
        cells += [""] * (width - len(cells))
        cells[11 if width == 13 else 13] = type_
        rows.append(",".join(cells))
    return "\n".join((header, *rows)) + "\n"


def labelled(labels, agent, ip=IP):
    cookie, address, language, time, agent_label = map(meta, labels)
    empty = {"href": "", "timestamp": 0}
    return {
        "title": "2026-03-01T02:14:09+00:00",
        "media_map_data": {},
        "string_map_data": {
            cookie: {**empty, "value": "*****"},
            address: {**empty, "value": ip},
            language: {**empty, "value": "vi"},
            time: {"href": "", "value": "", "timestamp": UNIX},
            agent_label: {**empty, "value": agent},
        },
    }


EN = ("Cookie Name", "IP Address", "Language Code", "Time", "User Agent")
VI = ("Tên cookie", "Địa chỉ IP", "Mã ngôn ngữ", "Thời gian", "Tác nhân người dùng")

SESSION = {
    "created_timestamp": UNIX - 9000,
    "updated_timestamp": UNIX,
    "ip_address": IP,
    "user_agent": CHROME,
    "datr_cookie": "abcd****",
    "device": STRANGER,
    "location": meta("Hà Nội, Việt Nam"),
    "app": "Chrome",
    "session_type": "web",
}
ACTIVITY = [
    {"action": "Login", "timestamp": UNIX, "ip_address": IP, "user_agent": WINDOWS, "city": meta("Huế")},
    {"action": meta("Đăng xuất"), "timestamp": UNIX, "ip_address": IP, "user_agent": WINDOWS},
    {"action": "Login failed", "timestamp": UNIX, "ip_address": IP, "user_agent": CHROME},
]
SESSIONS = {
    "personal_information": {"user_id": 1},
    "sessions": {
        "about": "",
        "list": [
            {
                "last_active": "2026-03-01T09:14:09",
                "last_active_unixtime": str(UNIX),
                "last_ip": IP,
                "last_country": "Vietnam",
                "last_region": "",
                "application_name": "Telegram Android",
                "application_version": "10.0",
                "device_model": f"Samsung {STRANGER}",
                "platform": "Android",
                "system_version": "SDK 33",
                "created": "2025-12-01T08:00:00",
                "created_unixtime": "1764550800",
            },
            {"last_active": "2026-03-01T09:14:09", "last_ip": IP, "device_model": "PC 64bit"},
        ],
    },
    "web_sessions": {
        "about": "",
        "list": [{"last_active_unixtime": str(UNIX), "last_ip": IP, "browser": "Chrome"}],
    },
    "chats": {"list": [{"name": "private", "messages": [{"text": "secret words"}]}]},
}
DEVICE_PAGE = (
    "<html><head><title>Android Device Configuration Service</title></head><body>"
    f"<p>{{model}}: {STRANGER}</p><p>{{maker}}: samsung</p><p>{{time}}: 2025-01-01 00:00:00 UTC</p></body></html>"
)

# name: (the file's bytes, service, rows read, rows counted as not readable)
FILES = {
    "google_new": (google(NEW, 16), "google", 2, 0),
    "google_old": (google(OLD, 13), "google", 2, 0),
    "google_vi": (google(NEW_VI, 16, "Đăng nhập"), "google", 2, 0),
    "google_broken": (google(NEW, 16) + "only,three,cells\n", "google", 2, 1),
    "google_devices_new": (
        "Gaia ID,Device Type,Brand Name,Marketing Name,OS,Last Country,Last Location Time,First,Last\n"
        f"100000000001,PHONE,samsung,{STRANGER},Android 13,VN,,2026-01-01 00:00:00 UTC,{WHEN} UTC\n",
        "google",
        1,
        0,
    ),
    "google_devices_vi": (
        "ID Gaia,Loại thiết bị,Hãng,Kiểu máy,HĐH,Quốc gia,Lúc,Đầu,Cuối\n"
        f"100000000001,PHONE,samsung,{STRANGER},Android 13,VN,,2026-01-01 00:00:00 UTC,{WHEN} UTC\n",
        "google",
        1,
        0,
    ),
    "google_devices_old": (
        "Loại,Hãng,x,HĐH,Bản,Kiểu,y,Khác,ID\n"
        f'PHONE,samsung,,Android,13,{STRANGER},,"Country ISO: VN, Last Activity Time: {WHEN} UTC",100000000001\n',
        "google",
        1,
        0,
    ),
    "google_chrome": (
        json.dumps(
            {
                "Device Info": [
                    {
                        "client_name": "PC-01",
                        "manufacturer": "Acer",
                        "model": "A515",
                        "os_type": "OS_TYPE_WINDOWS",
                        "last_updated_timestamp": 1760000000000,
                    }
                ]
            }
        ),
        "google",
        1,
        0,
    ),
    "google_android": (
        DEVICE_PAGE.format(model="Model", maker="Manufacturer", time="Registration time"),
        "google",
        1,
        0,
    ),
    "google_android_vi": (
        DEVICE_PAGE.format(model="Kiểu máy", maker="Nhà sản xuất", time="Thời gian đăng ký"),
        "google",
        1,
        0,
    ),
    "google_subscriber": (
        "<html><body><h1>GOOGLE SUBSCRIBER INFORMATION</h1><ul><li>Recovery e-mail: other@example.org</li></ul>"
        f"<table><tr><td>{WHEN} UTC</td><td>{IP}</td><td>Login</td></tr></table></body></html>",
        "google",
        2,
        0,
    ),
    "facebook_sessions": (json.dumps({"active_sessions_v2": [SESSION]}), "facebook", 1, 0),
    "facebook_sessions_old": (json.dumps({"active_sessions": [SESSION]}), "facebook", 1, 0),
    "facebook_activity": (json.dumps({"account_activity_v2": [*ACTIVITY, {}]}), "facebook", 3, 1),
    "facebook_accesses": (json.dumps({"account_accesses_v2": ACTIVITY}), "facebook", 3, 0),
    "facebook_addresses": (
        json.dumps({"used_ip_address_v2": [{"ip": IP, "action": "Login", "timestamp": UNIX}]}),
        "facebook",
        1,
        0,
    ),
    "facebook_known": (
        json.dumps(
            {"recognized_devices_v2": [{"name": STRANGER, "created_timestamp": UNIX, "user_agent": CHROME}]}
        ),
        "facebook",
        1,
        0,
    ),
    "facebook_changes": (
        json.dumps(
            {
                "admin_records_v2": [
                    {"event": "Password Change", "session": {"created_timestamp": UNIX, "ip_address": IP}}
                ]
            }
        ),
        "facebook",
        1,
        0,
    ),
    "facebook_phones": (
        json.dumps({"devices_v2": [{"type": STRANGER, "os": "Android", "update_time": UNIX}]}),
        "facebook",
        1,
        0,
    ),
    "facebook_protection": (
        json.dumps(
            {
                "login_protection_data_v2": [
                    {"name": f"IP Address: {IP}", "session": {"created_timestamp": UNIX}}
                ]
            }
        ),
        "facebook",
        1,
        0,
    ),
    "facebook_contacts": (
        json.dumps(
            {
                "contact_verifications_v2": [
                    {"contact": "x@example.org", "contact_type": 1, "verification_time": UNIX}
                ]
            }
        ),
        "facebook",
        1,
        0,
    ),
    "facebook_programs": (
        json.dumps({"installed_apps_v2": [{"name": meta("Trò chơi"), "added_timestamp": UNIX}]}),
        "facebook",
        1,
        0,
    ),
    "facebook_labelled_vi": (
        json.dumps(
            [
                {
                    "timestamp": UNIX,
                    "label_values": [
                        {"label": meta("Địa chỉ IP"), "value": IP},
                        {"label": meta("Tác nhân"), "value": CHROME},
                    ],
                }
            ]
        ),
        "facebook",
        1,
        0,
    ),
    "instagram": (
        json.dumps({"account_history_login_history": [labelled(EN, INSTAGRAM)]}),
        "instagram",
        1,
        0,
    ),
    "instagram_vi": (
        json.dumps({"account_history_login_history": [labelled(VI, INSTAGRAM)]}),
        "instagram",
        1,
        0,
    ),
    "instagram_out": (
        json.dumps({"account_history_logout_history": [labelled(VI, INSTAGRAM)]}),
        "instagram",
        1,
        0,
    ),
    "instagram_devices": (
        json.dumps(
            {
                "devices_devices": [
                    {
                        "title": "",
                        "string_map_data": {
                            meta("Lần đăng nhập cuối"): {"value": "", "timestamp": UNIX},
                            meta("Tác nhân"): {"value": INSTAGRAM, "timestamp": 0},
                        },
                    },
                    {"title": ""},
                ]
            }
        ),
        "instagram",
        1,
        1,
    ),
    "tiktok": (
        json.dumps(
            {
                "Your Activity": {
                    "Login History": {
                        "LoginHistoryList": [
                            {
                                "Date": WHEN,
                                "IP": IP,
                                "DeviceModel": STRANGER,
                                "DeviceSystem": "Android 13",
                                "NetworkType": "WiFi",
                                "Carrier": "Viettel",
                            }
                        ]
                    }
                }
            }
        ),
        "tiktok",
        1,
        0,
    ),
    "tiktok_old": (
        json.dumps(
            {
                "Activity": {
                    "Login History": {
                        "LoginHistoryList": [{"Date": WHEN, "IP": IP, "DeviceModel": STRANGER}, {"Date": ""}]
                    }
                }
            }
        ),
        "tiktok",
        1,
        1,
    ),
    "telegram": (json.dumps(SESSIONS), "telegram", 3, 0),
    "snapchat": (
        json.dumps(
            {
                "Basic Information": {"Username": "x"},
                "Login History": [
                    {
                        "IP": IP,
                        "Country": "VN",
                        "Created": f"{WHEN} UTC",
                        "Status": "success",
                        "Device": f"Samsung {STRANGER}",
                    },
                    {"Country": "NL", "Created": "Wed Aug 19 12:00:00 UTC 2021", "Status": "failed"},
                ],
                "Device History": [
                    {
                        "Make": "Samsung",
                        "Model": STRANGER,
                        "Start Time": "2025-01-01 00:00:00 UTC",
                        "Device Type": "PHONE",
                    }
                ],
            }
        ),
        "snapchat",
        3,
        0,
    ),
    "snapchat_history": (
        json.dumps(
            {
                "Display Name Change": [{"Date": f"{WHEN} UTC", "Display Name": "x"}],
                "Password Change": [{"Date": f"{WHEN} UTC"}],
                "Download My Data Reports": [
                    {"Date": f"{WHEN} UTC", "Status": "x", "Email Address": "a@example.org"}
                ],
            }
        ),
        "snapchat",
        3,
        0,
    ),
    "x": (
        "window.YTD.ip_audit.part0 = "
        + json.dumps(
            [{"ipAudit": {"accountId": "1", "createdAt": "2026-03-01T02:14:09.000Z", "loginIp": IP}}]
        ),
        "x",
        1,
        0,
    ),
    "x_programs": (
        "window.YTD.connected_application.part0 = "
        + json.dumps(
            [{"connectedApplication": {"name": "Poster", "approvedAt": "2026-03-01T02:14:09.000Z"}}]
        ),
        "x",
        1,
        0,
    ),
    "x_sign_up": (
        "window.YTD.account_creation_ip.part0 = "
        + json.dumps([{"accountCreationIp": {"accountId": "1", "userCreationIp": IP}}]),
        "x",
        1,
        0,
    ),
    "apple_devices": (
        "Device Name,Device Added Date,Device Serial Number,Device Last Heartbeat IP,Device Last Heartbeat Timestamp\n"
        f"Lan's iPhone,2025-06-01 03:00:00,XXXX0000,{IP},{WHEN}\n",
        "apple",
        1,
        0,
    ),
    "apple_sign_ons": (
        f"Application,Logged In Date,IP Address\niCloud,{WHEN},N/A\nMail,{WHEN},{IP}\n",
        "apple",
        2,
        0,
    ),
    "discord": (
        json.dumps(
            {
                "event_type": "session_start",
                "ip": IP,
                "city": "Da Nang",
                "country_code": "VN",
                "browser": "Chrome",
                "timestamp": '"2026-03-01T02:14:09.000Z"',
            }
        )
        + "\n"
        + json.dumps({"event_type": "guild_viewed"})
        + "\n",
        "discord",
        1,
        0,
    ),
    "linkedin_addresses": (
        "Email Address,Confirmed,Primary,Updated On\nlan@example.org,Yes,Yes,Sun Mar 01 02:14:09 UTC 2026\nother@example.org,Yes,No,\n",
        "linkedin",
        2,
        0,
    ),
    "linkedin": (
        'Notes:\n"A note, with a comma"\n\nLogin Date,IP Address,User Agent,Login Type\n'
        f"Sun Mar 01 02:14:09 UTC 2026,{IP},{WINDOWS.replace(',', '')},PASSWORD\n",
        "linkedin",
        1,
        0,
    ),
    "reddit": (f"date,ip\nregistration ip,198.51.100.4\n{WHEN} UTC,{IP}\nno address,here\n", "reddit", 2, 1),
    "netflix": (
        f"Esn,Country,Region Code,Device Description,Ip,Ts\nNFCDCH-02-X,VN,DN,Chrome PC (Cadmium),{IP},{WHEN}\n",
        "netflix",
        1,
        0,
    ),
    "netflix_watching": (
        f"esn,country,localized device description,device description,ip,region code display name,ts\nX,VN,May tinh,Samsung {STRANGER},{IP},Da Nang,2026-03-01T02:14:09Z\n",
        "netflix",
        1,
        0,
    ),
    "spotify": (
        json.dumps(
            [
                {
                    "ts": "2026-03-01T02:14:09Z",
                    "username": "x",
                    "platform": "Android OS 13 API 33 (samsung, SM-A536E)",
                    "ms_played": 1,
                    "conn_country": "VN",
                    "ip_addr": IP,
                }
            ]
        ),
        "spotify",
        1,
        0,
    ),
    "amazon": (
        f"Device Model,First Time Registered,IP Address,Last Time Registered,Local Time Offset\nFire TV,2025-01-01T00:00:00Z,{IP},2026-03-01T02:14:09Z,7\n",
        "amazon",
        1,
        0,
    ),
    **CHANGES,
    "ring": (f"device_name,ip_address\nFront Door,{IP}\n", "ring", 1, 0),
    "uber": (f"Event Time (UTC),IP Address,Device ID,Latitude,Longitude\n{WHEN},{IP},x,0,0\n", "uber", 1, 0),
}

PLANTED = ("google_new", "instagram_vi", "tiktok", "facebook_sessions", "snapchat", "telegram")
"""Six services that all saw the stranger's device."""


def data(name):
    return FILES[name][0].encode()


def zipped(members):
    """Return a zip of these members: names to bytes."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # not the time of day
    return into.getvalue()
