"""The checks of a network capture, in the order they run."""

from checkup.checks.check import Check
from checkup.checks.network import known_hosts, unencrypted_pages, who_talks

NETWORK_CHECKS: tuple[Check, ...] = (known_hosts.CHECK, unencrypted_pages.CHECK, who_talks.CHECK)
