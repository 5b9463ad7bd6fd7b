"""The permissions and operations that matter here, of the hundreds an app can have.

References: Android's list of dangerous permissions; mvt's list of risky ones; collection-points 7.
"""

from typing import Final

PREFIX: Final = "android.permission."

PERMISSIONS: Final = frozenset(
    PREFIX + name
    for name in (
        *("ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION", "ACCESS_BACKGROUND_LOCATION"),
        *("READ_SMS", "RECEIVE_SMS", "SEND_SMS", "READ_CALL_LOG", "PROCESS_OUTGOING_CALLS"),
        *("RECORD_AUDIO", "CAMERA", "READ_CONTACTS", "READ_CALENDAR", "READ_EXTERNAL_STORAGE"),
        *("READ_MEDIA_IMAGES", "MANAGE_EXTERNAL_STORAGE", "PACKAGE_USAGE_STATS", "SYSTEM_ALERT_WINDOW"),
        *("REQUEST_INSTALL_PACKAGES", "RECEIVE_BOOT_COMPLETED", "READ_PHONE_STATE", "CAPTURE_AUDIO_OUTPUT"),
        *("BIND_DEVICE_ADMIN", "QUERY_ALL_PACKAGES", "REQUEST_IGNORE_BATTERY_OPTIMIZATIONS"),
    )
)

SENSING: Final = frozenset(
    {
        *("RECORD_AUDIO", "CAMERA", "FINE_LOCATION", "COARSE_LOCATION", "MONITOR_LOCATION"),
        *("MONITOR_HIGH_POWER_LOCATION", "PHONE_CALL_MICROPHONE", "PHONE_CALL_CAMERA", "READ_SMS"),
        *("READ_CALL_LOG", "PROJECT_MEDIA"),
    }
)
"""Operations that take something in about the person."""

SPECIAL: Final = frozenset(
    {
        *("GET_USAGE_STATS", "SYSTEM_ALERT_WINDOW", "REQUEST_INSTALL_PACKAGES", "MANAGE_EXTERNAL_STORAGE"),
        *("PROJECT_MEDIA", "ACTIVATE_VPN", "ACCESS_NOTIFICATIONS"),
    }
)
"""Operations that Android lets a person allow one by one, on a page of its own."""

OPERATIONS: Final = SENSING | SPECIAL
