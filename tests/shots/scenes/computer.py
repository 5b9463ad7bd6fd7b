"""This computer: before the look, while it goes on, what came out, what could not be looked at."""

from collections.abc import Iterator

from msgspec import structs
from PySide6.QtWidgets import QPushButton

from checkup.flow.computer import DISK, LOOK
from checkup.flow.disk import CannotLook
from checkup.flow.disk_view import LastTry
from checkup.flow.guided_looks import LOOKS
from checkup.flow.look_view import Tried
from checkup.flow.place import Place, StepId
from checkup.flow.progress import Progress
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.looked import Cause, Gap, Looked
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.ui.app import Program
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.pages.computer_card import FindingCard
from checkup.ui.steps.computer import ComputerConductor

HERE = Place(step=StepId.COMPUTER, page=LOOK)
KEY = "/home/lan/.ssh/authorized_keys"
SEEN = "2026-10-03T21:14:00Z"

RESULT = Result(
    subject=Subject(kind=SubjectKind.COMPUTER, system="Debian 12"),
    when="2026-11-24T08:30:00Z",
    findings=(
        Finding(
            check="computer.known_programs",
            level=Level.ASK,
            about="anydesk",
            name="AnyDesk",
            reasons=(
                Reason(sign="runs_now", what="AnyDesk"),
                Reason(sign="starts_by_itself", what="anydesk.service"),
            ),
            evidence=(
                Evidence(where="/etc/systemd/system/anydesk.service", saw="ExecStart=/usr/bin/anydesk"),
            ),
        ),
        Finding(
            check="computer.ssh_keys",
            level=Level.ASK,
            about="ssh-key:SHA256:x",
            name="minh@laptop",
            reasons=(Reason(sign="ssh_key", what="minh@laptop", who="lan", where=KEY, when=SEEN),),
            evidence=(Evidence(where=f"{KEY}:1", saw="ssh-ed25519 SHA256:x minh@laptop"),),
        ),
        Finding(
            check="computer.session_type",
            level=Level.SETTING,
            about="session:x11",
            name="X11",
            reasons=(Reason(sign="session_x11"),),
        ),
    ),
    gaps=(Gap(check="computer.sudo_rights", reason=Cause.NOT_PERMITTED, where=("/etc/sudoers",)),),
    looked=(
        Looked(check="computer.preload", saw=0),
        Looked(check="computer.proxy", saw=3),
        Looked(check="computer.root_certificates", saw=142),
    ),
)
DISK_RESULT = structs.replace(
    RESULT, subject=Subject(kind=SubjectKind.DISK, name="/media/lan/WINDOWS", system="Windows 11 Home")
)

LOG = r"C:\Windows\System32\winevt\Logs\Microsoft-Windows-Windows Defender%4Operational.evtx"
WATCHES = "MonitoringTool:Win32/Refog"
WINDOWS = Result(
    subject=Subject(kind=SubjectKind.COMPUTER, system="Windows 11 Home 24H2"),
    when="2026-11-24T08:30:00Z",
    findings=(
        Finding(
            check="computer.antivirus_log",
            level=Level.STRONG,
            about=f"antivirus:found:{WATCHES}",
            name=WATCHES,
            reasons=(
                Reason(
                    sign="antivirus_found", what=WATCHES, where=r"C:\ProgramData\x\y.exe", when=SEEN, count=3
                ),
                Reason(sign="antivirus_let_be", what=WATCHES, when=SEEN, count=1),
            ),
            evidence=(Evidence(where=LOG, saw=f"found {WATCHES}", when=SEEN),),
        ),
        Finding(
            check="computer.attached_devices",
            level=Level.ASK,
            about="usb:03EB:2401",
            name="USB Rubber Ducky",
            reasons=(
                Reason(sign="device_types_by_itself", what="USB Rubber Ducky", where="03EB:2401", when=SEEN),
            ),
        ),
        Finding(
            check="computer.start_protection",
            level=Level.ASK,
            about="start:signed_drivers",
            name="SystemStartOptions = TESTSIGNING",
            reasons=(Reason(sign="start_without_signed_drivers", what="SystemStartOptions = TESTSIGNING"),),
        ),
    ),
    gaps=(
        Gap(check="computer.keyboard_readers", reason=Cause.NOT_SUPPORTED),
        Gap(check="computer.remote_sign_ins", reason=Cause.NOT_PERMITTED, where=(LOG,)),
    ),
)


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk, window = program.desk, program.window
    desk.replace(structs.replace(desk.visit, device=DeviceSafety.SAFE))
    window.go(HERE)
    yield "ready"
    conductor = window.conductor(StepId.COMPUTER)
    assert isinstance(conductor, ComputerConductor)
    conductor.running.progress = Progress(
        number=9, total=23, check="computer.ssh_keys", findings=RESULT.findings[:1], looked=RESULT.looked
    )
    conductor.show(HERE)
    window._show_foot()
    yield "running"
    conductor.running.progress = None
    desk.replace(structs.replace(desk.visit, computer=RESULT))
    conductor.show(HERE)
    window._show_foot()
    yield "result"
    page = conductor.page(HERE)
    assert isinstance(page, ComputerPage)
    card = page.findChildren(FindingCard)[0]
    card.unfold.setChecked(True)
    page.ensureWidgetVisible(card.answers)
    yield "unfolded"
    for button in page.findChildren(QPushButton):
        if button.isCheckable() and button.isVisible() and button.property("look") == "quiet":
            button.setChecked(True)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    yield "gaps"
    yield from _rights(conductor, page)
    yield from _windows(program, conductor)
    yield from _disks(program, conductor)


def _rights(conductor: ComputerConductor, page: ComputerPage) -> Iterator[str]:
    page.ensureWidgetVisible(page.rights.title)
    page.verticalScrollBar().setValue(page.rights.y() - 20)
    yield "rights"
    conductor.running.progress = Progress(waits=True)
    conductor.show(HERE)
    yield "rights_asked"
    conductor.running.progress = None
    conductor._tried = Tried(further=True, refusal="said_no")
    conductor.show(HERE)
    page.verticalScrollBar().setValue(0)
    yield "rights_refused"


def _windows(program: Program, conductor: ComputerConductor) -> Iterator[str]:
    desk, window = program.desk, program.window
    desk.replace(structs.replace(desk.visit, computer=WINDOWS))
    conductor.show(HERE)
    window._show_foot()
    yield "windows"
    window.go(Place(step=HERE.step, page=LOOKS))
    yield "windows-looks"


def _disks(program: Program, conductor: ComputerConductor) -> Iterator[str]:
    desk, window = program.desk, program.window
    window.go(Place(step=HERE.step, page=DISK))
    conductor.disk._tried = LastTry(trouble=CannotLook("unknown", "/media/lan/ẢNH"))
    conductor.disk.show()
    yield "disk_unknown"
    conductor.disk._tried = LastTry()
    desk.replace(structs.replace(desk.visit, disks=(DISK_RESULT,)))
    conductor.show(Place(step=HERE.step, page=DISK))
    window._show_foot()
    yield "disk"
    other = structs.replace(
        DISK_RESULT,
        subject=Subject(
            kind=SubjectKind.DISK,
            name="/media/lan/Máy cũ của mẹ/hệ thống",
            system="Debian GNU/Linux 12 (bookworm)",
        ),
    )
    desk.replace(structs.replace(desk.visit, disks=(DISK_RESULT, other)))
    conductor.show(Place(step=HERE.step, page=DISK))
    yield "disks"
    below = conductor.disk.page()
    below.verticalScrollBar().setValue(below.verticalScrollBar().maximum())
    yield "disks_below"
    conductor.disk.ask_to_remove()
    yield "disk_remove"
