"""Accounts: asking, what was seen here, choosing, one account, its address as a code and asked for."""

from collections.abc import Iterator

from msgspec import structs

from checkup.content.services import Services
from checkup.flow.accounts import ACCOUNT, CHOOSE, HERE, answered, ticked, toggled
from checkup.flow.by_hand import SeenLine, with_line
from checkup.flow.place import Place, StepId
from checkup.model.account import SignedIn, SignedInKind
from checkup.model.answer import Answer
from checkup.model.looked import Cause, Unread
from checkup.model.service import Outlives
from checkup.model.situation import DeviceSafety
from checkup.ui.app import Program
from checkup.ui.pages.account import AccountPage
from checkup.ui.widgets.address_row import AddressWay

HERE_SEEN = (
    SignedIn(kind=SignedInKind.SYSTEM, who="lan", seen_in="/run/systemd/sessions"),
    SignedIn(kind=SignedInKind.BROWSER_SYNC, who="lan@example.org", service="google", browser="Chromium"),
    SignedIn(kind=SignedInKind.BROWSER_SITE, service="facebook", browser="Firefox", profile="default"),
)
UNREAD = (Unread(where="~/.config/chromium/Default/Cookies", reason=Cause.NOT_PERMITTED),)


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk, services = program.desk, Services()
    desk.replace(structs.replace(desk.visit, device=DeviceSafety.SAFE))
    _go(program, HERE)
    yield "ask"
    desk.replace(structs.replace(desk.visit, here=HERE_SEEN, here_unread=UNREAD))
    _go(program, HERE)
    yield "seen"
    visit = toggled(desk.visit, services, "google", chosen=True)
    visit = toggled(visit, services, "facebook", chosen=True)
    visit = ticked(visit, "google", Outlives.MAIL_FORWARDING, found=True)
    visit = with_line(visit, "google", SeenLine(device="SM-A536E", place="Hà Nội", when="1 Mar"))
    desk.replace(answered(visit, "google", Answer.UNSURE))
    _go(program, CHOOSE)
    yield "choose"
    page = _go(program, ACCOUNT, "google")
    yield "account"
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    yield "account-middle"
    bar.setValue(bar.maximum())
    yield "account-end"
    assert isinstance(page, AccountPage)
    for way, name in ((AddressWay.QR, "code"), (AddressWay.OPEN, "open")):
        page.where.main.address.buttons[way].click()
        yield name
        if (dialog := program.application.activeModalWidget()) is not None:
            dialog.close()


def _go(program: Program, page: str, item: str = "") -> object:
    program.window.go(Place(step=StepId.ACCOUNTS, page=page, item=item))
    return program.window.stack.currentWidget()
