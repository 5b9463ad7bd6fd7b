"""One check, one small file, and an explicit list: discovery by folder gave an empty list once frozen."""

from checkup.checks.android import ANDROID_CHECKS
from checkup.checks.check import Check
from checkup.checks.computer import COMPUTER_CHECKS
from checkup.checks.iphone import IPHONE_CHECKS
from checkup.checks.network import NETWORK_CHECKS

ALL_CHECKS: tuple[Check, ...] = (*COMPUTER_CHECKS, *ANDROID_CHECKS, *IPHONE_CHECKS, *NETWORK_CHECKS)
"""Every check of the program, in the order they run."""
