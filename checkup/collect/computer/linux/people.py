"""Reads the accounts of the system and the groups they are in.

References: passwd(5), group(5), shadow(5); AccountsService's own files (SystemAccount).
"""

import os

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking, moment
from checkup.collect.place import CouldNotRead
from checkup.model.login import Account
from checkup.model.sources import Reading
from checkup.parse.group import GroupEntry, group_entries, password_days
from checkup.parse.ini import ini_lines, is_yes
from checkup.parse.passwd import PasswdEntry

DAY = 86_400
FACES = "/var/lib/AccountsService/users"


def accounts(ground: Ground) -> Reading[Account]:
    """Return every account; those that cannot sign in are marked."""
    look = ground.looking()
    look.text("/etc/passwd")  # noted here if it cannot be read
    groups = tuple(group_entries(look.text("/etc/group") or ""))
    days = _password_days(ground)
    left_out = frozenset(name for name in look.names(FACES) if _is_left_out(look, name))
    return look.reading(_of(ground, entry, groups, days, left_out) for entry in ground.accounts)


def _of(
    ground: Ground,
    entry: PasswdEntry,
    groups: tuple[GroupEntry, ...],
    days: dict[str, int],
    left_out: frozenset[str],
) -> Account:
    day = days.get(entry.name)
    return Account(
        seen_in="/etc/passwd",
        name=entry.name,
        number=entry.number,
        groups=tuple(
            group.name for group in groups if group.number == entry.group or entry.name in group.members
        ),
        home=entry.home,
        shell=entry.shell,
        may_sign_in=entry.may_sign_in,
        is_own=ground.place.live and hasattr(os, "getuid") and entry.number == os.getuid(),
        is_left_out=entry.name in left_out,
        password_set=moment(day * DAY) if day else "",
    )


def _is_left_out(look: Looking, name: str) -> bool:
    """Whether the sign-in screen is told not to show an account."""
    lines = ini_lines(look.text(f"{FACES}/{name}") or "")
    return any(line.name == "SystemAccount" and is_yes(line.value) for line in lines)


def _password_days(ground: Ground) -> dict[str, int]:
    """Return when passwords were set; only the administrator may know, and it only adds a date."""
    try:
        return password_days(ground.place.text("/etc/shadow") or "")
    except CouldNotRead:
        return {}
