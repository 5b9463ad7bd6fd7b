r"""Accounts of this computer and the groups they are in.

The list of accounts (SAM) can be read on a disk; on the running system it is closed to everybody, and
Windows is asked for the members of the groups instead. References: ../../../parse/sam.py; SigmaHQ
registry_set_special_accounts (accounts kept off the sign-in screen); well-known ids S-1-5-32-544 and -555.
"""

from collections.abc import Callable, Iterator, Mapping

from checkup.collect.computer.windows.ground import Ground
from checkup.collect.computer.windows.live_groups import ADMINISTRATORS, REMOTE_USERS, LiveGroups, Member
from checkup.collect.looking import Looking
from checkup.model.login import Account
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.sam import SamUser, members, number_of, sam_user

SAM = r"HKLM\SAM\SAM\Domains"
GROUPS = {"00000220": "Administrators", "0000022B": "Remote Desktop Users"}
LEFT_OUT = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon\SpecialAccounts\UserList"
LIVE_GROUPS = {ADMINISTRATORS: "Administrators", REMOTE_USERS: "Remote Desktop Users"}


def accounts(ground: Ground, ask: Callable[[str], tuple[Member, ...]] | None = None) -> Reading[Account]:
    """Return every account with its groups."""
    look = ground.looking()
    left_out = _left_out(look, ground)
    if ground.place.live:
        return look.reading(_live(look, ground, left_out, ask or _asked))
    return look.reading(_listed(look, ground, left_out))


def _listed(look: Looking, ground: Ground, left_out: frozenset[str]) -> Iterator[Account]:
    names = {}
    for name, key in ground.keys(look, rf"{SAM}\Account\Users\Names"):
        value = key.value("")
        if value is not None:
            names[value.type] = name  # the type of the default value is the account's number
    groups = {name: _numbers(look, ground, alias) for alias, name in GROUPS.items()}
    for name, key in ground.keys(look, rf"{SAM}\Account\Users"):
        value = key.value("F")
        user = sam_user(value.bytes) if value is not None else None
        if user is not None:
            yield _of(key.path, names.get(user.number, name), user, groups, left_out)


def _of(
    seen_in: str, name: str, user: SamUser, groups: Mapping[str, frozenset[int]], left_out: frozenset[str]
) -> Account:
    return Account(
        seen_in=seen_in,
        name=name,
        number=user.number,
        groups=tuple(group for group, numbers in groups.items() if user.number in numbers),
        home=f"C:\\Users\\{name}",
        may_sign_in=user.may_sign_in,
        is_left_out=name.casefold() in left_out,
        password_set=user.password_set,
    )


def _numbers(look: Looking, ground: Ground, alias: str) -> frozenset[int]:
    key = ground.key(look, rf"{SAM}\Builtin\Aliases\{alias}")
    value = key.value("C") if key is not None else None
    return frozenset(number_of(sid) for sid in members(value.bytes)) if value is not None else frozenset()


def _left_out(look: Looking, ground: Ground) -> frozenset[str]:
    key = ground.key(look, LEFT_OUT)
    values = key.values if key is not None else ()
    return frozenset(value.name.casefold() for value in values if value.number == 0)


def _live(
    look: Looking, ground: Ground, left_out: frozenset[str], ask: Callable[[str], tuple[Member, ...]]
) -> Iterator[Account]:
    """Yield the members of the two groups; a group Windows does not tell about is a gap."""
    found: dict[Member, list[str]] = {}
    for group, name in LIVE_GROUPS.items():
        try:
            for member in ask(group):
                found.setdefault(member, []).append(name)
        except (OSError, AttributeError):
            look.note(name, Cause.FAILED)
    own = ground.own.rpartition("\\")[2].casefold()
    for member, groups in found.items():
        short = member.name.rpartition("\\")[2]
        yield Account(
            seen_in="NetLocalGroupGetMembers",
            name=short,
            number=number_of(member.sid),
            groups=tuple(groups),
            home=f"C:\\Users\\{short}",
            may_sign_in=not member.is_off,
            is_own=short.casefold() == own,
            is_left_out=short.casefold() in left_out,
        )


def _asked(group: str) -> tuple[Member, ...]:
    return LiveGroups().members(group)
