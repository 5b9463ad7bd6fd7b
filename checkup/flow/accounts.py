"""The step "Accounts and sessions": its pages, and how answers change the visit."""

from msgspec import structs

from checkup.content.services import Services
from checkup.content.texts import Language
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Route
from checkup.model.account import AccountReview, SignedIn
from checkup.model.answer import Answer
from checkup.model.looked import Unread
from checkup.model.service import Outlives
from checkup.model.visit import Visit

HERE = "signed_in_here"
CHOOSE = "choose_accounts"
ACCOUNT = "account"
EXPORTS = "exports"


def accounts_route(services: Services) -> Route:
    """Return the route of the step; accounts of services not known here have no page."""

    def route(visit: Visit) -> tuple[Place, ...]:
        pages = (Place(step=StepId.ACCOUNTS, page=HERE), Place(step=StepId.ACCOUNTS, page=CHOOSE))
        accounts = tuple(
            Place(step=StepId.ACCOUNTS, page=ACCOUNT, item=review.service)
            for review in visit.accounts
            if services.knows(review.service)
        )
        return (*pages, *accounts, Place(step=StepId.ACCOUNTS, page=EXPORTS))

    return route


def looked_here(visit: Visit, seen: tuple[SignedIn, ...], unread: tuple[Unread, ...] = ()) -> Visit:
    """Return the visit with who is signed in on this computer; the person agreed to the look."""
    return structs.replace(visit, here=seen, here_unread=unread)


def toggled(visit: Visit, services: Services, service: str, *, chosen: bool) -> Visit:
    """Return the visit with one account added or taken out; the widest door stays first.

    What was said about an account that is taken out is forgotten; the others keep theirs.
    """
    kept = {review.service: review for review in visit.accounts if review.service != service}
    if chosen:
        kept[service] = review_of(visit, service) or AccountReview(service=service)
    order = [each.id for each in services.ordered(Language(visit.language))]
    unknown = [name for name in kept if not services.knows(name)]
    accounts = tuple(kept[name] for name in (*order, *unknown) if name in kept)
    return structs.replace(visit, accounts=accounts)


def review_of(visit: Visit, service: str) -> AccountReview | None:
    """Return what was said about a service, or None where it is not chosen."""
    return next((review for review in visit.accounts if review.service == service), None)


def answered(visit: Visit, service: str, answer: Answer) -> Visit:
    """Return the visit after one of the four answers about a service's devices."""
    return _changed(visit, service, answer=answer, skipped=False)


def put_off(visit: Visit, service: str) -> Visit:
    """Return the visit after "not now"."""
    return _changed(visit, service, answer=None, skipped=True)


def ticked(visit: Visit, service: str, thing: Outlives, *, found: bool) -> Visit:
    """Return the visit after the person said that something that outlives a new password is there."""
    review = review_of(visit, service)
    if review is None:
        return visit
    others = tuple(name for name in review.outlives if name != thing.value)
    return _changed(visit, service, outlives=(*others, thing.value) if found else others)


def _changed(visit: Visit, service: str, **changes: object) -> Visit:
    accounts = tuple(
        structs.replace(review, **changes) if review.service == service else review
        for review in visit.accounts
    )
    return structs.replace(visit, accounts=accounts)
