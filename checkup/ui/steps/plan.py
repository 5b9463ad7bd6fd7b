"""The conductor of "Your plan": shows the steps, keeps marks and notes, takes the plan along."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from checkup.content.services import Services
from checkup.flow.finding_words import FindingWords
from checkup.flow.place import Place, StepId
from checkup.flow.plan import done, map_in_plan, postponed, steps_of, with_map, written
from checkup.flow.plan_sheet import TakeAlong, sheet_of
from checkup.flow.plan_view import brief_view, plan_view
from checkup.flow.plan_words import PlanWords
from checkup.indicators.known import Known
from checkup.model.clock import written as moment_of
from checkup.model.question import Question
from checkup.model.step import Step
from checkup.model.step_rule import StepRule
from checkup.report.saving import save_sheet
from checkup.report.sheet import Sheet
from checkup.store.errors import CannotWrite
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.dialogs.take_along import Form, TakeAlongDialog
from checkup.ui.page import Page
from checkup.ui.pages.plan import PlanPage
from checkup.ui.pages.plan_acts import BriefAsked, DoneChanged, LaterAsked, NoteWritten
from checkup.ui.printing import print_sheet
from checkup.ui.steps.plan_pictures import PlanPictures

TAKE = "take"
SUFFIXES = {Form.PDF: ".pdf", Form.HTML: ".html", Form.TEXT: ".txt"}


class PlanConductor(Conductor):
    """The plan follows from the visit each time it is shown; only marks and notes are kept."""

    step = StepId.PLAN

    def __init__(
        self,
        desk: Desk,
        rules: tuple[StepRule, ...],
        services: Services,
        known: Known | None = None,
        questions: tuple[Question, ...] = (),
    ) -> None:
        super().__init__(desk)
        self._rules = rules
        self._questions = questions
        self._services = services
        self._known = known
        self._page: PlanPage | None = None
        self._copied = ""
        self._is_brief = False
        desk.leaving.connect(self._clear_clipboard)

    def page(self, place: Place) -> Page:  # noqa: ARG002 - the step has one page
        return self._shown()

    def show(self, place: Place) -> None:  # noqa: ARG002 - the step has one page
        self._show()

    def foot(self, place: Place) -> Foot:  # noqa: ARG002 - the step has one page
        say = self.desk.texts.say
        keeps = self.desk.open is not None and not self.desk.open.read_only
        return Foot(
            main=say("plan.save_and_close") if keeps else say("plan.close"),
            others=(FootButton(id=TAKE, label=say("plan.take")),),
        )

    def main_pressed(self, place: Place) -> bool:  # noqa: ARG002 - the step has one page
        self.desk.close_asked.emit()
        return False

    def pressed(self, place: Place, button: str) -> None:  # noqa: ARG002 - the step has one page
        if button == TAKE:
            TakeAlongDialog(
                self._over(),
                self.desk.texts,
                self._take_along,
                with_pictures=bool(self.desk.visit.pictures),
            ).open()

    def _acted(self, act: object) -> None:
        visit = self.desk.visit
        match act:
            case DoneChanged():
                self.desk.replace(done(visit, act.step, is_done=act.is_done))
            case LaterAsked():
                self.desk.replace(postponed(visit, act.step))
            case BriefAsked():
                self._is_brief = not self._is_brief
            case NoteWritten():
                self.desk.replace(written(visit, act.step, act.words))
            case _:
                return
        self._show()

    def _show(self) -> None:
        steps, words = self._plan()
        view = plan_view(self.desk.visit, steps, self.desk.texts, words)
        self._shown().show_view(brief_view(view, self.desk.texts) if self._is_brief else view)

    def _plan(self) -> tuple[tuple[Step, ...], PlanWords]:
        """Return the steps, those from who can get in among them, and the words that say them."""
        visit, texts = self.desk.visit, self.desk.texts
        access_map = map_in_plan(visit, self._services.ordered(texts.language))
        steps, access = with_map(steps_of(visit, self._rules, self._questions), access_map)
        findings = FindingWords(texts, self._lists())
        return steps, PlanWords(texts, visit, findings, self._services).with_access(access_map, access)

    def _lists(self) -> Known:
        """Return the lists, read when a finding needs a name out of them."""
        if self._known is None:
            if self.desk.visit.computer is None:
                return Known()
            from checkup.collect.lists import known_programs
            from checkup.indicators.kept import Kept, lists_folder

            self._known = known_programs(Kept(lists_folder()))
        return self._known

    def _shown(self) -> PlanPage:
        if self._page is None:
            self._page = PlanPage()
            self._page.acted.connect(self._acted)
        return self._page

    def _sheet(self, take: TakeAlong) -> Sheet:
        words = FindingWords(self.desk.texts)
        when = words.moment(moment_of(self.desk.clock()))
        steps, of_steps = self._plan()
        return sheet_of(self.desk.visit, steps, self.desk.texts, of_steps, when, take)

    def _take_along(self, form: Form, take: TakeAlong) -> None:
        if form is Form.PICTURES:
            PlanPictures(self.desk, self._services, self._tell).ask(self._over())
            return
        sheet = self._sheet(take)
        say = self.desk.texts.say
        match form:
            case Form.COPY:
                self._copy(sheet)
            case Form.PRINT:
                was = print_sheet(sheet)
                told = say("plan.take_along.printed") if was else say("plan.take_along.not_printed")
                self._tell(say("plan.take_along.print"), told)
            case _:
                asked = FileQuestion(
                    title=say("plan.take_along.choose"),
                    name=say("plan.take_along.file_name"),
                    suffix=SUFFIXES[form],
                )
                ChooseFile(
                    self._over(),
                    self.desk.texts,
                    asked,
                    lambda path: self._save(path, form, sheet),
                ).open()

    def _save(self, path: Path, form: Form, sheet: Sheet) -> None:
        say = self.desk.texts.say
        try:
            save_sheet(path, _bytes(form, sheet))
        except CannotWrite as error:
            told = say(f"plan.not_saved.{error.cause.value}")
            self._tell(say("plan.take_along.not_saved_title"), told)
            return
        self._tell(say("plan.take_along.saved_title"), say("plan.take_along.saved", path=str(path)))

    def _copy(self, sheet: Sheet) -> None:
        from checkup.report.text import as_text

        self._copied = as_text(sheet)
        QGuiApplication.clipboard().setText(self._copied)
        say = self.desk.texts.say
        self._tell(say("plan.take_along.copied"), say("plan.take_along.copied_about"))

    def _clear_clipboard(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()

    def _tell(self, title: str, words: str) -> None:
        dialog = Dialog(self._over(), title)
        dialog.say(words)
        dialog.add_button(self.desk.texts.say("plan.take_along.ok"), "main").clicked.connect(dialog.accept)
        dialog.open()

    def _over(self) -> QWidget:
        """Return the window that dialogs open over."""
        return self._shown().window()


def _bytes(form: Form, sheet: Sheet) -> bytes:
    """Return a sheet as a file's bytes; each form is loaded when it is asked for."""
    if form is Form.PDF:
        from checkup.ui.pdf import as_pdf

        return as_pdf(sheet)
    if form is Form.HTML:
        from checkup.report.html import as_html

        return as_html(sheet).encode()
    from checkup.report.text import as_text

    return as_text(sheet).encode()
