"""Who can get in: the devices, a question, the map with a proof lit, with a change pointed at, the dialog."""

from collections.abc import Iterator

from msgspec import structs

from checkup.flow.access import ASK, DEVICES, MAP
from checkup.flow.place import Place, StepId
from checkup.model.access_told import AccessTold
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.inventory import ME, DeviceKind, OwnDevice, Person
from checkup.model.reply import Reply
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.ui.app import Program
from checkup.ui.pages.access_map import AccessMapPage


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk, window = program.desk, program.window
    desk.replace(full(structs.replace(desk.visit, device=DeviceSafety.SAFE)))
    for page in (DEVICES, ASK, MAP):
        window.go(Place(step=StepId.ACCESS, page=page))
        yield page
    shown = window.stack.currentWidget()
    assert isinstance(shown, AccessMapPage)
    change = next(row for row in shown.rows if row.badge.text() and row.accessibleName().startswith("1."))
    shown.ensureWidgetVisible(change)
    yield "list"
    change.pointed.emit(True)
    shown.verticalScrollBar().setValue(0)
    yield "cut"
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "end"
    for button, name in (("edit", "by-hand"), ("take", "take")):
        window.conductor(StepId.ACCESS).pressed(Place(step=StepId.ACCESS, page=MAP), button)
        yield name
        if (dialog := program.application.activeModalWidget()) is not None:
            dialog.close()


def full(visit: Visit) -> Visit:
    """Return a visit in which somebody knows the phone's PIN and the mail resets Facebook."""
    return structs.replace(
        visit,
        replies=(
            Reply(question="other_person", choices=("one_person",)),
            Reply(question="who_can_open", choices=("mail_password",)),
            Reply(question="had_in_hand", choices=("sometimes",)),
            Reply(question="who_pays_sim", choices=("other_person",)),
        ),
        accounts=(
            AccountReview(service="google", answer=Answer.MINE),
            AccountReview(service="facebook", answer=Answer.MINE),
            AccountReview(service="zalo", answer=Answer.NOT_MINE),
        ),
        people=(Person(id="p1", nickname="Bông"),),
        devices=(
            OwnDevice(id="d1", nickname="A53", pin_known_by=("other",), pin_asked=True, set_up_by=ME),
            OwnDevice(id="d2", kind=DeviceKind.TABLET, shared_with=("p1",), sharing_asked=True),
        ),
        access_told=(AccessTold(thing="account:facebook", needs=("account:google",), is_so=True),),
    )
