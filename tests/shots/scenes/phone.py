"""Your phone: whose and which, the guides, where the facts come from, what was wrong, cards, own looks."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from checkup.flow.guided_looks import LOOKS
from checkup.flow.phone import GUIDE, LOOK, OTHER, SOURCE, WHICH
from checkup.flow.phone_look import CannotLook, Source
from checkup.flow.phone_view import Brought
from checkup.flow.place import Place, StepId
from checkup.flow.progress import Progress
from checkup.model.answer import Answer, CardAnswer
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.looked import Cause, Gap, Looked
from checkup.model.phone import PhoneChoice, PhoneKind, WhosePhone
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Record
from checkup.ui.app import Program
from checkup.ui.steps.phone import PhoneConductor
from tests.shots.scenes.start import Lying

RESULT = Result(
    subject=Subject(kind=SubjectKind.ANDROID, name="SM-A536E", system="14"),
    when="2026-11-24T08:30:00Z",
    findings=(
        Finding(
            check="android.profile",
            level=Level.STRONG,
            about="com.wifi.systemservice",
            name="com.wifi.systemservice",
            reasons=(
                Reason(sign="app_has_no_icon", what="com.wifi.systemservice"),
                Reason(sign="app_reads_screen", what="com.wifi.systemservice"),
            ),
            evidence=(Evidence(where="dumpsys package", saw="com.wifi.systemservice/.OnStart"),),
        ),
    ),
    gaps=(Gap(check="android.trusted_computers", reason=Cause.NOT_INCLUDED),),
    looked=(Looked(check="android.root", saw=12), Looked(check="android.known_app", saw=210)),
)


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk, window = program.desk, program.window
    desk.replace(structs.replace(desk.visit, device=DeviceSafety.SAFE))
    conductor = window.conductor(StepId.PHONE)
    assert isinstance(conductor, PhoneConductor)

    def go(page: str, kind: PhoneKind, whose: WhosePhone = WhosePhone.MINE) -> None:
        desk.replace(structs.replace(desk.visit, phone=PhoneChoice(kind=kind, whose=whose)))
        window.go(Place(step=StepId.PHONE, page=page))

    go(WHICH, PhoneKind.ANDROID)
    yield "which"
    go(OTHER, PhoneKind.ANDROID, WhosePhone.OTHER)
    yield "other"
    go(GUIDE, PhoneKind.ANDROID)
    yield "guide-android"
    page = conductor.page(window.walk.here)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    yield "guide-android-end"
    go(GUIDE, PhoneKind.IPHONE)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    yield "guide-iphone"
    go(SOURCE, PhoneKind.ANDROID)
    yield "source-android"
    conductor.bringing.brought = Brought(
        source=Source.CABLE, serials=("R58N123", "R58N456"), trouble=CannotLook("android_several")
    )
    go(SOURCE, PhoneKind.ANDROID)
    yield "source-cable"
    conductor.bringing.brought = Brought(
        source=Source.IPHONE_BACKUP,
        path=Path("/home/lan/Backup/00008110-0011"),
        trouble=CannotLook("backup_wrong_password", "/home/lan/Backup/00008110-0011"),
    )
    go(SOURCE, PhoneKind.IPHONE)
    yield "source-iphone"
    conductor.running.progress = Progress(
        number=9, total=20, check="android.profile", findings=RESULT.findings, looked=RESULT.looked
    )
    go(LOOK, PhoneKind.ANDROID)
    yield "running"
    conductor.running.progress = None
    desk.replace(structs.replace(desk.visit, phones=(RESULT,)))
    go(LOOK, PhoneKind.ANDROID)
    conductor.show(window.walk.here)
    window._show_foot()
    yield "result"
    look = conductor.page(window.walk.here)
    look.verticalScrollBar().setValue(look.verticalScrollBar().maximum())
    yield "result-end"
    yield from _since(program, conductor)
    go(LOOKS, PhoneKind.ANDROID)
    yield "own-looks"


def _since(program: Program, conductor: PhoneConductor) -> Iterator[str]:
    """Show the same phone looked at again, and what an opened record says of it."""
    desk, window = program.desk, program.window
    gone = structs.replace(RESULT.findings[0], about="com.old.app", name="com.old.app")
    mine = CardAnswer(about=f"{RESULT.subject.key}: com.mine.app", answer=Answer.MINE)
    kept_app = structs.replace(RESULT.findings[0], about="com.mine.app", name="com.mine.app", level=Level.ASK)
    then = structs.replace(RESULT, when="2026-11-02T08:30:00Z", findings=(gone, kept_app))
    earlier = structs.replace(desk.visit, id="earlier", phones=(then,), cards=(mine,))
    now = structs.replace(RESULT, findings=(*RESULT.findings, kept_app), looked=(Looked(check="x", saw=1),))
    desk.replace(structs.replace(desk.visit, phones=(now,), cards=(mine,)))
    desk.keep(Lying(Record(id="r", visits=(earlier, desk.visit))))  # type: ignore[arg-type]
    conductor.show(window.walk.here)
    look = conductor.page(window.walk.here)
    look.verticalScrollBar().setValue(0)
    yield "result-again"
    subject = structs.replace(RESULT.subject, name="", mark="")
    desk.replace(structs.replace(desk.visit, phones=(structs.replace(now, subject=subject),), cards=()))
    conductor._which.came()
    conductor.show(window.walk.here)
    yield "result-which"
    desk.keep(None)
    desk.replace(structs.replace(desk.visit, phones=(RESULT,), cards=()))
