"""Accounts that can change everything on this computer, and accounts that keep out of sight.

The person's own account is quiet, and so is the first person's where it is not known which is whose.
References: Debian wiki "SystemGroups"; hardening notes on the groups docker and lxd (both lead to
full rights); AccountsService (accounts left out of the sign-in screen).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.login import Account
from checkup.model.sources import Sources

CHECK_ID = "computer.administrators"

ROOT = 0
FIRST_PERSON = 1000
FIRST_PERSON_OF_MACOS = 500
# Windows' own accounts, and the one it leaves behind from setting itself up.
STOCK = frozenset({"defaultuser0", "WDAGUtilityAccount", "DefaultAccount", "_mbsetupuser"})
ADMINISTRATORS = frozenset({"sudo", "wheel", "admin", "Administrators"})
FROM_AFAR = "Remote Desktop Users"
AS_GOOD_AS = frozenset({"docker", "lxd", "incus-admin", "libvirt", "disk", "shadow"})


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    read = sources.read(Account)
    accounts = [account for account in read if account.may_sign_in and account.name not in STOCK]
    first = _first_person(accounts)
    for account in accounts:
        signs = tuple(_signs(account, is_first=account.name == first))
        if signs:
            yield _finding(account, signs)


def _first_person(accounts: list[Account]) -> str:
    people = [account for account in accounts if _is_person(account)]
    own = [account for account in people if account.is_own]
    return min(own or people, key=lambda account: account.number, default=Account(name="", number=0)).name


def _signs(account: Account, *, is_first: bool) -> Iterator[str]:
    groups = frozenset(account.groups)
    if account.number == ROOT:
        if account.name != "root":
            yield "account_same_as_root"
        return
    is_person = _is_person(account)
    if not is_first and groups & ADMINISTRATORS:
        yield "account_administrator"
    elif not is_first and groups & AS_GOOD_AS:
        yield "account_nearly_administrator"
    if account.is_left_out and is_person:
        yield "account_left_out"
    if FROM_AFAR in groups:
        yield "account_from_afar"
    if not is_person and account.home.startswith(("/home/", "/Users/")):
        yield "account_like_system"


def _is_person(account: Account) -> bool:
    is_macos = account.home.startswith("/Users/")
    return account.number >= (FIRST_PERSON_OF_MACOS if is_macos else FIRST_PERSON)


def _finding(account: Account, signs: tuple[str, ...]) -> Finding:
    groups = ", ".join(group for group in account.groups if group in ADMINISTRATORS | AS_GOOD_AS)
    saw = f"{account.name}:{account.number}:{account.home}:{account.shell} ({', '.join(account.groups)})"
    return Finding(
        check=CHECK_ID,
        level=Level.ASK,
        about=f"account:{account.name}",
        name=account.name,
        reasons=tuple(
            Reason(sign=sign, what=groups, who=account.name, where=account.home, when=account.password_set)
            for sign in signs
        ),
        evidence=(Evidence(where=account.seen_in, saw=saw, when=account.password_set),),
    )


CHECK = Check(id=CHECK_ID, needs=(Account,), look=look)
