"""Accounts signed in on the phone, and apps fetched with another Apple account than most.

More than one Apple account is a question; the others are for the person to know. One card for all.
"""

from collections import Counter
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import FetchedApp, PhoneAccount
from checkup.model.sources import Sources

CHECK_ID = "iphone.accounts"
ABOUT = "phone accounts"
MOST_REASONS = 30
_APPLE = ("icloud", "apple", "itunes", "game center", "facetime", "imessage", "idms", "find my")


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    accounts = tuple(sources.read(PhoneAccount))
    for account in accounts:
        if (listed := known.listed.email(account.who)) is not None:
            saw = Evidence(where=account.seen_in, saw=account.who, when=account.since)
            yield listed_finding(CHECK_ID, listed, f"account:{account.who}", _reason(account), saw)
    others = tuple(_other_buyers(sources))
    if accounts or others:
        apple = {one.who.casefold() for one in accounts if _is_apple(one)}
        yield Finding(
            check=CHECK_ID,
            level=Level.ASK if len(apple) > 1 or others else Level.SETTING,
            about=ABOUT,
            reasons=(*tuple(dict.fromkeys(map(_reason, accounts)))[:MOST_REASONS], *others),
            evidence=tuple(
                Evidence(where=one.seen_in, saw=f"{one.kind} {one.who}", when=one.since) for one in accounts
            ),
        )


def _reason(account: PhoneAccount) -> Reason:
    return Reason(sign="account_signed_in", what=account.kind, who=account.who)


def _is_apple(account: PhoneAccount) -> bool:
    return "@" in account.who and account.kind.casefold().startswith(_APPLE)


def _other_buyers(sources: Sources) -> Iterator[Reason]:
    buyers = Counter(app.bought_by.casefold() for app in sources.read(FetchedApp) if app.bought_by)
    for buyer, count in buyers.most_common()[1:MOST_REASONS]:
        yield Reason(sign="apps_of_other_account", who=buyer, count=count)


CHECK = Check(id=CHECK_ID, needs=(PhoneAccount, FetchedApp), look=look)
