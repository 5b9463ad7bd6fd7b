"""Accounts: asking, what was seen here, choosing, one account, its address as a code and asked for."""

from collections.abc import Callable, Iterator
from time import monotonic

from msgspec import structs
from PySide6.QtCore import QBuffer, QByteArray, QEventLoop
from PySide6.QtGui import QColor, QImage, QImageWriter

from checkup.content.services import Services
from checkup.flow.accounts import ACCOUNT, CHOOSE, HERE, answered, ticked, toggled
from checkup.flow.by_hand import SeenLine, with_line
from checkup.flow.place import Place, StepId
from checkup.model.account import SignedIn, SignedInKind
from checkup.model.answer import Answer
from checkup.model.looked import Cause, Unread
from checkup.model.picture import Picture, PictureKind
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


def screen() -> bytes:
    """Return what stands for a picture of a page."""
    image = QImage(540, 1080, QImage.Format.Format_RGB32)
    image.fill(QColor("#c9d6e2"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def pictures() -> tuple[Picture, ...]:
    """Return one that can be shown and one that cannot."""
    return (
        Picture(
            sha256="a",
            kind=PictureKind.PNG,
            name="Ảnh màn hình 2026-11-24.png",
            size=1_400_000,
            added="2026-11-24T08:30:00Z",
            zone="+07:00",
            service="google",
            session="SM-A536E · Hà Nội · 1 Mar",
            data=screen(),
        ),
        Picture(
            sha256="b",
            kind=PictureKind.HEIC,
            name="IMG_0042.HEIC",
            size=900_000,
            added="2026-11-24T08:31:00Z",
            zone="+07:00",
            service="google",
            data=b"x",
        ),
    )


def until(program: Program, is_so: Callable[[], bool]) -> None:
    """Let the work beside the window come to its end."""
    end = monotonic() + 10
    while not is_so() and monotonic() < end:
        program.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


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
    assert isinstance(page, AccountPage)
    desk.replace(structs.replace(desk.visit, pictures=pictures()))
    program.window.go(Place(step=StepId.ACCOUNTS, page=ACCOUNT, item="google"))
    until(program, lambda: not page.evidence.parts["b"].instead.isHidden())
    bar.setValue(page.evidence.y() + 60)
    yield "account-evidence"
    desk.replace(structs.replace(desk.visit, pictures=()))
    program.window.go(Place(step=StepId.ACCOUNTS, page=ACCOUNT, item="google"))
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
