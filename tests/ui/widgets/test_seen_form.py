"""The form "what do you see?": typed lines leave it, the note is told when the person goes on."""

import pytest
from PySide6.QtCore import Qt

from checkup.content.texts import Language, Texts
from checkup.flow.by_hand import SeenLine, by_hand_view
from checkup.model.account import AccountReview
from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.ui.widgets.seen_form import LineAdded, LineRemoved, NoteWritten, SeenForm

LINE = SignInRecord(service="zalo", kind=SignInKind.SESSION, device="SM-A536E\u202e", when_raw="x")


@pytest.fixture
def form(qtbot):
    made = SeenForm()
    qtbot.addWidget(made)
    review = AccountReview(service="zalo", lines=(LINE,), note="in the drawer")
    made.show_form(by_hand_view(review, Texts(Language.ENGLISH)))
    made.show()
    made.heard = []
    made.said.connect(made.heard.append)
    return made


def test_a_line_is_told_with_the_return_key_and_the_fields_are_empty_again(qtbot, form):
    qtbot.keyClicks(form.device, "iPhone")
    qtbot.keyClick(form.device, Qt.Key.Key_Return)
    assert form.heard == [LineAdded(seen=SeenLine(device="iPhone"))]
    assert form.device.text() == ""


def test_nothing_typed_is_nothing_told(form):
    form.more.click()
    assert form.heard == []


def test_a_line_shows_hostile_marks_and_can_be_taken_away(form):
    assert "⟨U+202E⟩" in form.removers[0].accessibleName()
    form.removers[0].click()
    assert form.heard == [LineRemoved(number=0)]


def test_the_note_is_told_once_when_the_focus_leaves(form):
    assert form.note.toPlainText() == "in the drawer"
    form.note.setPlainText("with my sister")
    form.note.left.emit()
    form.note.left.emit()
    assert form.heard == [NoteWritten(words="with my sister")]
