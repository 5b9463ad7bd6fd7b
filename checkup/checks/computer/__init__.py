"""The checks of a computer, in the order they run."""

from checkup.checks.check import Check

COMPUTER_CHECKS: tuple[Check, ...] = ()
