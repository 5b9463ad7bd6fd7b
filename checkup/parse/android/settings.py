"""The phone's settings: `dumpsys settings`, `settings list`, and the apps named in them.

References: AOSP SettingsProvider.dump (`_id:12 name:adb_enabled pkg:android value:1 default:1 …` under
`GLOBAL SETTINGS (user 0)`; makers end a row with `isValuePreservedInRestore:` or `notPreservedInRestore`),
Settings.Secure and Settings.Global.
"""

import re
from collections.abc import Iterable, Iterator

from checkup.model.android import AccessibilityOn, ChosenApp, NotificationReader, PhoneSetting, Power
from checkup.parse.android.component import components
from checkup.parse.android.dump import Lines, NotRecognised

SEEN_IN = "dumpsys settings"
ACCESSIBILITY = "enabled_accessibility_services"
LISTENERS = "enabled_notification_listeners"
KEPT = frozenset(
    {
        *(
            ACCESSIBILITY,
            LISTENERS,
            "accessibility_enabled",
            "default_input_method",
            "sms_default_application",
        ),
        *("adb_enabled", "adb_wifi_enabled", "development_settings_enabled", "install_non_market_apps"),
        *("package_verifier_enable", "package_verifier_user_consent", "verifier_verify_adb_installs"),
        *("private_dns_mode", "private_dns_specifier", "http_proxy", "global_http_proxy_host"),
        *("global_http_proxy_port", "always_on_vpn_app", "always_on_vpn_lockdown", "upload_apk_enable"),
    }
)
_HEAD = re.compile(r"(GLOBAL|SECURE|SYSTEM|CONFIG) SETTINGS \(user (\d{1,4})\)")
_ROW = re.compile(r"_id:\d{1,20} name:(\w{1,120}) pkg:\S{0,255} value:")
_REST = re.compile(r" (?:default|tag|isValuePreservedInRestore):| notPreservedInRestore$")
LONGEST_VALUE = 4000
_CHOSEN = (
    ("default_input_method", Power.KEYBOARD),
    ("sms_default_application", Power.SMS),
    ("always_on_vpn_app", Power.VPN),
)


def settings_dumped(lines: Lines) -> Iterator[PhoneSetting]:
    """Yield the settings that matter here; raises NotRecognised without a heading."""
    area, user = "", 0
    for line in lines:
        if found := _HEAD.match(line.strip()):
            area, user = found[1].lower(), int(found[2])
        elif area and (row := _ROW.match(line)) and row[1] in KEPT:
            value = _REST.split(line[row.end() :], maxsplit=1)[0]
            if len(value) <= LONGEST_VALUE:
                yield PhoneSetting(seen_in=SEEN_IN, area=area, name=row[1], value=value, user=user)
    if not area:
        raise NotRecognised


def settings_listed(text: str, area: str, seen_in: str) -> Iterator[PhoneSetting]:
    """Yield the settings of `settings list global` and the like: `name=value` lines."""
    for line in text.splitlines():
        name, mark, value = line.partition("=")
        if mark and name in KEPT:
            yield PhoneSetting(seen_in=seen_in, area=area, name=name, value=value)


def services_of(settings: Iterable[PhoneSetting]) -> Iterator[AccessibilityOn]:
    """Yield the accessibility services the settings name."""
    for one in settings:
        if one.name == ACCESSIBILITY:
            for app, service in components(one.value):
                yield AccessibilityOn(seen_in=one.seen_in, app=app, service=service, user=one.user)


def listeners_of(settings: Iterable[PhoneSetting]) -> Iterator[NotificationReader]:
    """Yield the readers of notifications the settings name."""
    for one in settings:
        if one.name == LISTENERS:
            for app, service in components(one.value):
                yield NotificationReader(seen_in=one.seen_in, app=app, service=service, user=one.user)


def chosen_in(settings: Iterable[PhoneSetting]) -> Iterator[ChosenApp]:
    """Yield the keyboard, the app for text messages and the lasting VPN that the settings name."""
    for one in settings:
        for name, power in _CHOSEN:
            app = one.value.partition("/")[0].strip()
            if one.name == name and re.fullmatch(r"[A-Za-z][\w.]+", app) and app != "null":
                yield ChosenApp(seen_in=one.seen_in, app=app, power=power, user=one.user)
