"""The conductor of "Your situation"."""

from checkup.flow.place import Place, StepId
from checkup.flow.situation import QUESTION, answered, passed, question_view, reply_to, skipped, worded
from checkup.model.question import Question
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.page import Page
from checkup.ui.pages.question import Chose, QuestionPage, Wrote

SKIP = "skip"


class SituationConductor(Conductor):
    """Shows one question after the other on one page; an answer can add or drop those that follow."""

    step = StepId.SITUATION

    def __init__(self, desk: Desk, questions: tuple[Question, ...]) -> None:
        super().__init__(desk)
        self._questions = questions
        self._page: QuestionPage | None = None

    def page(self, place: Place) -> Page:
        del place  # one page for all: what it shows is changed
        if self._page is None:
            self._page = QuestionPage()
            self._page.acted.connect(self._acted)
        return self._page

    def show(self, place: Place) -> None:
        view = question_view(self.desk.visit, self._questions, self.desk.texts, place.item)
        self.page(place).show_view(view)

    def foot(self, place: Place) -> Foot:
        texts = self.desk.texts
        reply = reply_to(self.desk.visit, place.item)
        leave_open = FootButton(id=SKIP, label=texts.say("situation.skip"))
        given = reply is not None and bool(reply.choices or reply.words.strip())
        return Foot(main=texts.say("window.next"), others=(leave_open,) if given else ())

    def main_pressed(self, place: Place) -> bool:
        self.desk.replace(passed(self.desk.visit, self._find(place.item)))
        return True

    def pressed(self, place: Place, button: str) -> None:
        if button == SKIP:
            self.desk.replace(skipped(self.desk.visit, self._find(place.item)))
            self.desk.go_on()

    def _acted(self, said: object) -> None:
        visit = self.desk.visit
        match said:
            case Chose():
                self.desk.replace(answered(visit, self._find(said.question), said.choices))
                self.show(Place(step=self.step, page=QUESTION, item=said.question))
            case Wrote():
                self.desk.replace(worded(visit, self._find(said.question), said.words))
        self.foot_changed.emit()

    def _find(self, question: str) -> Question:
        return next(one for one in self._questions if one.id == question)
