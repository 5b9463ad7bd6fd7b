"""Data exports: before, devices to answer, one answered, the picture, the table, what was left out."""

import io
from collections.abc import Iterator

from msgspec import structs

from checkup.flow.accounts import EXPORTS
from checkup.flow.place import Place, StepId
from checkup.flow.sign_ins import answered_group, took
from checkup.model.answer import Answer
from checkup.model.inventory import OwnDevice
from checkup.model.looked import Cause, Unread
from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.model.situation import DeviceSafety
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import opened
from checkup.signins.tally import Tally
from checkup.ui.app import Program
from checkup.ui.pages.exports import ExportsPage
from tests.signins.made_exports import CHROME, IP, PLANTED, WINDOWS, data

LEFT_OUT = (
    ("takeout-1.zip/x.csv", Cause.UNKNOWN_FORMAT, 3),
    ("takeout-20260301T021409Z-002.zip.crdownload", Cause.INCOMPLETE, 1),
    ("instagram-lan.zip", Cause.LOCKED, 12),
    ("takeout-20260301T021409Z-001.tgz", Cause.PACKED, 1),
    ("facebook-lan-2026-03-01.zip", Cause.READABLE_TWIN, 214),
    ("Takeout", Cause.COUNTED_ONCE, 4021),
)


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk = program.desk
    desk.replace(
        structs.replace(
            desk.visit, device=DeviceSafety.SAFE, devices=(OwnDevice(id="1", nickname="iPhone 13"),)
        )
    )
    page = _go(program)
    yield "before"
    desk.replace(took(desk.visit, _history()))
    page = _go(program)
    yield "devices"
    desk.replace(answered_group(desk.visit, "device:samsung galaxy a53 5g", Answer.NOT_MINE))
    page = _go(program)
    page.ensureWidgetVisible(next(iter(page.cards.values())), 0, 300)
    yield "answered"
    page.picture.setFocus()
    page.ensureWidgetVisible(page.picture, 0, 120)
    yield "picture"
    page.toggle.setChecked(True)
    program.application.processEvents()
    page.ensureWidgetVisible(page.table, 0, 200)
    yield "table"
    page.toggle.setChecked(False)
    program.application.processEvents()
    page.ensureWidgetVisible(page.unread, 0, 200)
    yield "left_out"


def _history():
    tally = Tally()
    for name in PLANTED:
        for row in rows_of(opened(data(name)), io.BytesIO(data(name))):
            if isinstance(row, SignInRecord):
                tally.add([row])
    for number in range(400):
        when = f"2025-{1 + number * 7 % 12:02}-{1 + number * 11 % 28:02}T{number % 24:02}:00:00Z"
        tally.add(
            [
                SignInRecord(
                    service=("google", "facebook")[number % 2],
                    kind=SignInKind.USE,
                    when=when,
                    ip=IP,
                    country="VN",
                    user_agent=CHROME if number % 5 == 0 else WINDOWS,
                )
            ]
        )
    for where, reason, count in LEFT_OUT:
        tally.missed(Unread(where=where, reason=reason, count=count))
    return tally.history()


def _go(program: Program) -> ExportsPage:
    program.window.go(Place(step=StepId.ACCOUNTS, page=EXPORTS))
    page = program.window.stack.currentWidget()
    assert isinstance(page, ExportsPage)
    return page
