"""The accounts of a map: their passwords, what resets them, where they are open, who else is in."""

from checkup.access.built_by_number import draw_by_number
from checkup.access.draft import Draft, Known, chosen, told
from checkup.model.access_map import How, ThingKind
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.inventory import ME, DeviceKind
from checkup.model.service import Outlives, Service, ServiceKind, Unlocks
from checkup.model.visit import Visit

# These get mail too, whatever else they are.
_MAIL = frozenset({"google", "microsoft", "apple"})
MOST_MAILBOXES = 2  # the questions about more would be too many
_ASKS_EACH_TIME = frozenset({Unlocks.MONEY, Unlocks.OFFICIAL_ID})
_OTHERS_IN = frozenset({Answer.NOT_MINE, Answer.KNOWN, Answer.UNSURE})
_OTHERS_RECOVER = frozenset(
    {
        Outlives.RECOVERY_CONTACTS,
        Outlives.MAIL_FORWARDING,
        Outlives.MAIL_DELEGATES,
        Outlives.PASSKEYS,
        Outlives.BACKUP_CODES,
        Outlives.PHONE_NUMBER,
    }
)
_OTHER = "other"


def account_id(service: str) -> str:
    """Return the id of a service's account in the map."""
    return f"account:{service}"


def is_mailbox(service: Service) -> bool:
    """Whether mail comes to it."""
    return service.kind is ServiceKind.MAIL or service.id in _MAIL


def draw_accounts(
    draft: Draft,
    visit: Visit,
    services: tuple[Service, ...],
    unlocked: tuple[tuple[str, DeviceKind], ...],
    codes: str,
) -> None:
    """Put every account the person named into the map, with what is known about its doors.

    `codes` is the app for codes that two-step verification would ask for, empty where there is none. Where
    a service has that, it asks after a reset by mail too.
    """
    known = {service.id: service for service in services}
    named = [(known[review.service], review) for review in visit.accounts if review.service in known]
    for service, _ in named:
        kind = ThingKind.EMAIL if is_mailbox(service) else ThingKind.ACCOUNT
        account = account_id(service.id)
        draft.thing(account, kind, important=service.unlocks is not Unlocks.EVERYDAY)
    mailboxes = [service.id for service, _ in named if is_mailbox(service)][:MOST_MAILBOXES]
    bases = {service.id for service, _ in named}
    for service, review in named:
        _draw_where_open(draft, service, unlocked)
        if service.same_account_as in bases:
            base = account_id(service.same_account_as)
            draft.way(account_id(service.id), (base,), How.SAME_ACCOUNT, fixed=True)
        elif (by := service.by_number) is not None:
            mail = tuple(map(account_id, mailboxes))
            draw_by_number(draft, visit, service, account_id(service.id), by, mail)
        else:
            # What other messengers ask for beside the password goes to the number, which is a key of its own.
            can = codes and service.has_two_step and service.kind is not ServiceKind.MESSAGING
            # Whether an account takes codes by text message too, nobody has told.
            seconds = (codes, "sim") if can else ()
            _draw_password(draft, visit, service, review, seconds)
            _draw_resets(draft, service, mailboxes, seconds)
        _draw_others(draft, visit, service, review)


def _draw_password(
    draft: Draft, visit: Visit, service: Service, review: AccountReview, seconds: tuple[str, ...]
) -> None:
    account = account_id(service.id)
    password = draft.thing(f"password:{service.id}", ThingKind.PASSWORD, of=account)
    draft.way(account, (password,), How.PASSWORD, fixed=True, two_step=seconds)
    draft.way(password, ("store",), How.SAVED, fixed=True)
    draft.holds(ME, password, Known.YES if review.answer else Known.PERHAPS)
    if is_mailbox(service):
        draft.holds(_OTHER, password, told(visit, "who_can_open", ("mail_password",)))
    else:
        # "Other passwords" does not say which.
        known = told(visit, "who_can_open", ("other_passwords",))
        draft.holds(_OTHER, password, Known.NO if known is Known.NO else Known.PERHAPS)


def _draw_resets(draft: Draft, service: Service, mailboxes: list[str], seconds: tuple[str, ...]) -> None:
    account = account_id(service.id)
    for mailbox in mailboxes:
        mail, perhaps = (account_id(mailbox),), Known.PERHAPS
        draft.way(account, mail, How.MAIL_RESET, perhaps, two_step=seconds)
    by_number = Outlives.PHONE_NUMBER in service.outlives
    draft.way(account, ("sim",), How.SMS_RESET, Known.YES if by_number else Known.PERHAPS)


def _draw_where_open(draft: Draft, service: Service, unlocked: tuple[tuple[str, DeviceKind], ...]) -> None:
    for place, kind in unlocked:
        sure = kind is DeviceKind.PHONE and service.unlocks not in _ASKS_EACH_TIME
        known = Known.YES if sure else Known.PERHAPS
        draft.way(account_id(service.id), (place,), How.SIGNED_IN, known)


def _draw_others(draft: Draft, visit: Visit, service: Service, review: AccountReview) -> None:
    account = account_id(service.id)
    if review.answer in _OTHERS_IN:
        draft.holds(_OTHER, account, Known.PERHAPS)
    if _OTHERS_RECOVER & set(review.outlives):
        recovery = draft.thing(f"recovery:{service.id}", ThingKind.RECOVERY, of=account)
        draft.way(account, (recovery,), How.OPENS, fixed=True)
        draft.holds(_OTHER, recovery, Known.PERHAPS)
    if Outlives.FAMILY_GROUP in service.outlives and "family_group" in chosen(visit, "shared_accounts"):
        draft.way(account, ("family",), How.FAMILY, Known.PERHAPS)
