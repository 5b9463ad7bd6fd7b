"""The checks of a computer, in the order they run."""

from checkup.checks.check import Check
from checkup.checks.computer import (
    kernel_modules,
    keyboard_readers,
    known_programs,
    odd_places,
    preload,
    self_starting,
    sign_in_rules,
    start_files,
    sudo_rights,
    tracers,
)

COMPUTER_CHECKS: tuple[Check, ...] = (
    known_programs.CHECK,
    keyboard_readers.CHECK,
    preload.CHECK,
    odd_places.CHECK,
    self_starting.CHECK,
    start_files.CHECK,
    tracers.CHECK,
    kernel_modules.CHECK,
    sign_in_rules.CHECK,
    sudo_rights.CHECK,
)
