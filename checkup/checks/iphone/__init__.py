"""The checks of an iPhone's backup, in the order they run."""

from checkup.checks.check import Check
from checkup.checks.iphone import (
    accounts,
    calendars,
    jailbreak,
    known_apps,
    management,
    outside_store,
    private_rights,
    profiles,
    removed_apps,
    screen_time,
    sent_links,
    shortcuts,
    web_history,
    wifi,
)

IPHONE_CHECKS: tuple[Check, ...] = (
    known_apps.CHECK,
    management.CHECK,
    profiles.CHECK,
    outside_store.CHECK,
    private_rights.CHECK,
    jailbreak.CHECK,
    accounts.CHECK,
    screen_time.CHECK,
    web_history.CHECK,
    sent_links.CHECK,
    calendars.CHECK,
    shortcuts.CHECK,
    removed_apps.CHECK,
    wifi.CHECK,
)
