"""The signs of one app, each with its grade. How much they say together stands in `app_weight`.

Grades follow collection-points 7: POWER and HIDING are B+ (strong with a second sign), SUPPORT is B,
CONTEXT is C. Signs are independent where they are of different kinds; permissions are context only.

References: reference/collection-points 7; APEX's stalkerware profile as its wiki describes it.
"""

from collections.abc import Iterator
from enum import StrEnum

from checkup.checks.android import familiar
from checkup.checks.android.app_facts import Facts
from checkup.model.android import InstalledApp, Power
from checkup.model.finding import Evidence, Reason
from checkup.model.value import Value
from checkup.parse.android.permissions import SENSING, SPECIAL

RECENTLY = 30 * 86400
MANY_PERMISSIONS = 6

_UNSEEN = {
    "RECORD_AUDIO": "unseen_microphone",
    "PHONE_CALL_MICROPHONE": "unseen_microphone",
    "CAMERA": "unseen_camera",
    "PHONE_CALL_CAMERA": "unseen_camera",
    "FINE_LOCATION": "unseen_location",
    "COARSE_LOCATION": "unseen_location",
    "MONITOR_LOCATION": "unseen_location",
    "MONITOR_HIGH_POWER_LOCATION": "unseen_location",
    "READ_SMS": "unseen_messages",
    "READ_CALL_LOG": "unseen_calls",
    "PROJECT_MEDIA": "unseen_screen",
}
_SPECIAL = {
    "GET_USAGE_STATS": "may_see_use",
    "SYSTEM_ALERT_WINDOW": "may_cover_screen",
    "REQUEST_INSTALL_PACKAGES": "may_install",
    "MANAGE_EXTERNAL_STORAGE": "may_read_files",
    "PROJECT_MEDIA": "may_record_screen",
    "ACTIVATE_VPN": "may_route_traffic",
    "ACCESS_NOTIFICATIONS": "may_read_notifications",
}
_CHOSEN = {
    Power.KEYBOARD: "is_keyboard",
    Power.SMS: "is_message_app",
    Power.VPN: "is_vpn",
    Power.SCREEN: "sees_screen_now",
    Power.BATTERY: "never_sleeps",
}
_OWNERS = {
    Power.ADMIN: "app_administers",
    Power.DEVICE_OWNER: "app_owns_phone",
    Power.PROFILE_OWNER: "app_owns_profile",
}


class Grade(StrEnum):
    """What kind of sign it is."""

    POWER = "power"
    HIDING = "hiding"
    SUPPORT = "support"
    CONTEXT = "context"


class Sign(Value, frozen=True, kw_only=True):
    """One sign with its grade; `group` tells which signs are one and the same thing said twice."""

    grade: Grade
    group: str
    reason: Reason
    evidence: Evidence


def installer_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield how it came, where that was past every store."""
    origin = facts.origin(app_id)
    if origin.is_outside:
        app = facts.apps[app_id]
        reason = Reason(sign=f"app_from_{origin}", what=app.installer or app.initiator, when=app.installed)
        saw = f"installer={app.installer} initiating={app.initiator} originating={app.originator}"
        yield Sign(grade=Grade.SUPPORT, group="origin", reason=reason, evidence=_evidence(app.seen_in, saw))


def admin_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield what it administers, but for mail, finding the phone and protection, which need it."""
    if app_id in familiar.ADMINISTRATORS and facts.is_from_store(app_id):
        return
    for one in facts.admins.get(app_id, ()):
        reason = Reason(sign=_OWNERS[one.power])
        yield Sign(
            grade=Grade.POWER, group="admin", reason=reason, evidence=_evidence(one.seen_in, one.service)
        )


def accessibility_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield that it can read the screen, but for helpers made for that."""
    if app_id in familiar.HELPERS and facts.is_from_store(app_id):
        return
    for one in facts.readers.get(app_id, ()):
        reason = Reason(sign="app_reads_screen")
        yield Sign(
            grade=Grade.POWER, group="screen", reason=reason, evidence=_evidence(one.seen_in, one.service)
        )


def notification_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield that it reads notifications."""
    if one := facts.listeners.get(app_id):
        reason = Reason(sign="app_reads_notifications")
        evidence = _evidence(one.seen_in, one.service)
        yield Sign(grade=Grade.SUPPORT, group="notifications", reason=reason, evidence=evidence)


def hiding_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield that it shows no icon although it starts with the phone."""
    app = facts.apps.get(app_id)
    is_keyboard = Power.KEYBOARD in facts.chosen.get(app_id, ())
    if app and is_added(app) and app.has_icon is False and app.starts_at_boot and not is_keyboard:
        evidence = _evidence(app.seen_in, "BOOT_COMPLETED, no MAIN/LAUNCHER")
        yield Sign(grade=Grade.HIDING, group="icon", reason=Reason(sign="app_has_no_icon"), evidence=evidence)


def look_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield that its name is one of a part of the phone, although it came past every store."""
    app = facts.apps.get(app_id)
    if app and is_added(app) and facts.origin(app_id).is_outside and looks_like_system(app_id):
        reason = Reason(sign="app_looks_like_system", what=app_id)
        yield Sign(grade=Grade.HIDING, group="name", reason=reason, evidence=_evidence(app.seen_in, app.path))


def system_user_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield that it runs as one of the system's own users, although it did not come with the phone."""
    app = facts.apps.get(app_id)
    if app and is_added(app) and is_system_user(app):
        reason = Reason(sign="app_runs_as_system", what=app.shared_user)
        evidence = _evidence(app.seen_in, app.shared_user)
        yield Sign(grade=Grade.POWER, group="system_user", reason=reason, evidence=evidence)


def use_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield what it took in while it was out of sight, in the last thirty days.

    Where the phone does not tell in sight from out of sight, only of an app that has no icon to open it by.
    """
    app = facts.apps.get(app_id)
    has_no_icon = app is not None and app.has_icon is False
    for use in facts.uses.get(app_id, ()):
        if use.operation not in SENSING:
            continue
        evidence = Evidence(where=use.seen_in, saw=use.operation, when=use.when)
        if _is_recent(use.seconds_ago):
            reason = Reason(sign=_UNSEEN[use.operation], when=use.when)
            yield Sign(grade=Grade.SUPPORT, group="unseen", reason=reason, evidence=evidence)
        elif has_no_icon and _is_recent(use.last_seconds_ago):
            reason = Reason(sign="used_without_icon")
            yield Sign(grade=Grade.SUPPORT, group="unseen", reason=reason, evidence=evidence)


def special_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield what else was allowed to it by hand, and what it was chosen for."""
    for power, one in facts.chosen.get(app_id, {}).items():
        is_odd = power in {Power.KEYBOARD, Power.SMS} and facts.origin(app_id).is_outside
        yield Sign(
            grade=Grade.SUPPORT if is_odd or power is Power.SCREEN else Grade.CONTEXT,
            group=power.value,
            reason=Reason(sign=_CHOSEN[power]),
            evidence=_evidence(one.seen_in, power.value),
        )
    for use in facts.uses.get(app_id, ()):
        if use.operation in SPECIAL and use.is_allowed:
            reason = Reason(sign=_SPECIAL[use.operation])
            evidence = _evidence(use.seen_in, use.operation)
            yield Sign(grade=Grade.CONTEXT, group="special", reason=reason, evidence=evidence)


def permission_signs(facts: Facts, app_id: str) -> Iterator[Sign]:
    """Yield that it may do many things at once."""
    app = facts.apps.get(app_id)
    if app and len(app.granted) >= MANY_PERMISSIONS:
        saw = ", ".join(sorted(name.rpartition(".")[2] for name in app.granted))
        reason = Reason(sign="app_may_do_much", count=len(app.granted))
        yield Sign(
            grade=Grade.CONTEXT, group="permissions", reason=reason, evidence=_evidence(app.seen_in, saw)
        )


_ALL = (
    *(installer_signs, admin_signs, accessibility_signs, notification_signs, hiding_signs),
    *(look_signs, system_user_signs, use_signs, special_signs, permission_signs),
)


def signs_of(facts: Facts, app_id: str) -> tuple[Sign, ...]:
    """Return all signs of one app."""
    return tuple(sign for reader in _ALL for sign in reader(facts, app_id))


def is_added(app: InstalledApp) -> bool:
    """Whether an app did not come with the phone."""
    return not app.is_system


def is_system_user(app: InstalledApp) -> bool:
    """Whether an app shares the user of a part of the system."""
    return app.shared_user.startswith("android.uid.")


def looks_like_system(app_id: str) -> bool:
    """Whether an id is one that a part of the phone would have."""
    last = app_id.rpartition(".")[2].casefold()
    return app_id.startswith(familiar.SYSTEM_PREFIXES) or last in familiar.SYSTEM_WORDS


def _is_recent(seconds_ago: int | None) -> bool:
    return seconds_ago is not None and seconds_ago <= RECENTLY


def _evidence(where: str, saw: str) -> Evidence:
    return Evidence(where=where, saw=saw)
