"""The plan: a full one from its top and further down, with things unfolded, an empty one, the dialogs."""

from collections.abc import Iterator

from msgspec import structs
from PySide6.QtWidgets import QApplication, QDialog

from checkup.flow.place import Place, StepId
from checkup.flow.plan_sheet import TakeAlong
from checkup.model.account import AccountReview
from checkup.model.answer import Answer, CardAnswer
from checkup.model.finding import Finding, Level, Reason
from checkup.model.looked import Cause, Gap
from checkup.model.reply import Reply
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.step import StepMark, StepNote
from checkup.model.visit import Visit
from checkup.ui.app import Program
from checkup.ui.dialogs.take_along import Form
from checkup.ui.pages.plan import PlanPage
from checkup.ui.steps.plan import PlanConductor

HERE = Place(step=StepId.PLAN, page="plan")


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    desk, window = program.desk, program.window
    empty = structs.replace(desk.visit, device=DeviceSafety.SAFE)
    desk.replace(empty)
    window.go(HERE)
    yield "empty"
    desk.replace(full(empty))
    conductor = window.conductor(StepId.PLAN)
    assert isinstance(conductor, PlanConductor)
    conductor.show(HERE)
    page = conductor.page(HERE)
    assert isinstance(page, PlanPage)
    yield "full"
    page.turn.click()
    yield "brief"
    page.turn.click()
    row = page.rows()["talk_first"]
    row.unfold.setChecked(True)
    row.write.setChecked(True)
    page.ensureWidgetVisible(row.note)
    yield "unfolded"
    page.ensureWidgetVisible(page.rows()["end_known_program:anydesk"])
    yield "changes"
    conductor.pressed(HERE, "take")
    yield "take-along"
    _close()
    conductor._take_along(Form.PDF, TakeAlong())
    yield "where"
    _close()


def _close() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()


def full(visit: Visit) -> Visit:
    """Return a visit in which much was told and seen."""

    def seen(check: str, level: Level, about: str, name: str) -> Finding:
        reason = Reason(sign="runs_now", what=name)
        return Finding(check=f"computer.{check}", level=level, about=about, name=name, reasons=(reason,))

    findings = (
        seen("known_programs", Level.STRONG, "anydesk", "AnyDesk"),
        seen("ssh_keys", Level.ASK, "key", "lan@laptop"),
        seen("session_type", Level.SETTING, "x11", "X11"),
    )
    return structs.replace(
        visit,
        device=DeviceSafety.NOT_SURE,
        replies=(
            Reply(question="if_noticed", choices=("anger",)),
            Reply(question="who_pays_sim", choices=("other_person",)),
            Reply(question="image_threats", choices=("threatened",)),
        ),
        computer=Result(
            subject=Subject(kind=SubjectKind.COMPUTER),
            when="2026-11-24T08:00:00Z",
            findings=findings,
            gaps=(Gap(check="computer.sudo_rights", reason=Cause.NOT_PERMITTED),),
        ),
        cards=(CardAnswer(about="anydesk", answer=Answer.NOT_MINE),),
        accounts=(
            AccountReview(service="google", answer=Answer.NOT_MINE, outlives=("mail_forwarding",)),
            AccountReview(service="facebook", answer=Answer.KNOWN),
            AccountReview(service="zalo"),
        ),
        notes=(
            StepNote(step="own_place", mark=StepMark.DONE, note="Thư viện, sáng thứ ba"),
            StepNote(step="look_at_account:zalo", mark=StepMark.POSTPONED),
        ),
    )
