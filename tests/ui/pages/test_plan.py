"""The page of the plan: says what the person did, and keeps their place when it is shown again."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt

from checkup.flow.plan_view import PlanView, StageView, StepView
from checkup.model.step import Stage
from checkup.ui.pages.plan import PlanPage
from checkup.ui.pages.plan_acts import DoneChanged, LaterAsked, NoteWritten


def step(name, **changes):
    plain = StepView(
        id=name,
        title=f"Do {name}",
        how="Like this.",
        badge="Nobody notices",
        tone="good",
        notice_means="Nothing changes.",
        place="Where: anywhere",
        waits="",
        reasons=("because",),
        why="Why?",
        hide_why="Hide",
        done="Done",
        is_done=False,
        later="Not now",
        is_postponed=False,
        postponed="Put off",
        note_button="Add a note",
        note_name="Your note",
        note_hint="Yours.",
        note="",
    )
    return structs.replace(plain, **changes)


def view(*steps):
    stage = StageView(stage=Stage.PREPARE, title="Prepare", about="Quietly", count="0 of 2", steps=steps)
    return PlanView(title="Your plan", lead="Order", count="0 of 2", stages=(stage,), turn="Short list")


@pytest.fixture
def page(qtbot):
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_view(view(step("a"), step("b")))
    page.resize(800, 600)
    page.show()
    return page


def test_the_box_says_that_a_step_is_done(page, qtbot):
    with qtbot.waitSignal(page.acted) as said:
        qtbot.mouseClick(
            page.rows()["a"].box, Qt.MouseButton.LeftButton, pos=page.rows()["a"].box.rect().center()
        )

    assert said.args == [DoneChanged(step="a", is_done=True)]


def test_a_step_can_be_put_off_with_the_keyboard(page, qtbot):
    with qtbot.waitSignal(page.acted) as said:
        qtbot.keyClick(page.rows()["b"].later, Qt.Key.Key_Space)

    assert said.args == [LaterAsked(step="b")]


def test_words_are_told_as_they_are_typed_and_stay_where_they_are(page, qtbot):
    row = page.rows()["a"]
    row.write.click()
    with qtbot.waitSignal(page.acted) as said:
        qtbot.keyClicks(row.note, "x ")
    page.show_view(view(step("a", note="x"), step("b")))

    assert said.args == [NoteWritten(step="a", words="x")]
    assert row.note.toPlainText() == "x "
    assert row.note.textCursor().position() == 2


def test_showing_again_says_nothing_and_keeps_rows_focus_and_what_is_unfolded(page, qtbot):
    row = page.rows()["b"]
    row.unfold.click()
    row.unfold.setFocus()
    with qtbot.assertNotEmitted(page.acted):
        page.show_view(view(step("a", is_done=True), step("b", title="Tiếng Việt", note="lời")))

    assert page.rows()["b"] is row
    assert row.unfold.hasFocus()
    assert row.reasons.isVisible()
    assert row.title.text() == "Tiếng Việt"
    assert row.note.toPlainText() == "lời"
    assert page.rows()["a"].box.isChecked()


def test_a_step_that_came_between_stands_between(page):
    first = page.rows()["a"]

    page.show_view(view(step("a"), step("new"), step("b")))

    assert list(page.rows()) == ["a", "new", "b"]
    assert page.rows()["a"] is first


def test_a_stage_without_steps_is_not_shown(page):
    assert page.stages[Stage.PREPARE].isVisible()
    assert not page.stages[Stage.CHANGE].isVisible()


def test_done_folds_a_step_to_its_title(page):
    page.show_view(view(step("a", is_done=True), step("b")))

    row = page.rows()["a"]
    assert row.title.isVisible()
    assert not row.how.isVisible()
    assert not row.later.isVisible()


def test_every_control_has_a_name_that_tells_its_step(page):
    for name, row in page.rows().items():
        for control in row.controls():
            assert f"Do {name}" in control.accessibleName()


def test_the_page_is_as_tall_as_its_words_need(page, qtbot):
    page.show_view(view(*(step(f"s{number}", how="Some words. " * 30) for number in range(12))))
    ground = page.widget()

    def fits():
        return ground.height() == ground.layout().totalHeightForWidth(page.viewport().width())

    qtbot.waitUntil(fits)
    page.resize(600, 500)
    qtbot.waitUntil(fits)
