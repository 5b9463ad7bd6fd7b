"""Accounts: who is signed in on this computer, and what a person saw on a service's own page."""

from enum import StrEnum

from .answer import Answer
from .sign_in import SignInRecord
from .value import Value


class SignedInKind(StrEnum):
    """How somebody is signed in here."""

    SYSTEM = "system"  # a session of the operating system
    BROWSER_SYNC = "browser_sync"  # the account a browser profile is connected to
    BROWSER_SITE = "browser_site"  # a site whose sign-in cookie lies in a browser profile


class SignedIn(Value, frozen=True, kw_only=True):
    """One sign-in on this computer; names and hosts only, nothing decrypted.

    `service` is an id of resources/services or empty; `since` is RFC 3339 in UTC or empty;
    `remote` is the other end's address or name where the session came over the network.
    """

    kind: SignedInKind
    who: str = ""
    service: str = ""
    host: str = ""
    browser: str = ""
    profile: str = ""
    since: str = ""
    remote: str = ""
    seen_in: str = ""


class AccountReview(Value, frozen=True, kw_only=True):
    """What the person said after looking at one service's own list of devices.

    `answer` is None while not looked at; `skipped` when they chose not now. `outlives` are the ids
    of things that outlive a password change which the person found set (app passwords, forwarding).
    `lines` are what they wrote down of the list, before anything was ended, `note` their own words.
    """

    service: str
    answer: Answer | None = None
    skipped: bool = False
    outlives: tuple[str, ...] = ()
    note: str = ""
    lines: tuple[SignInRecord, ...] = ()
