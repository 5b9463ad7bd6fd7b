"""The file dialog: names a new file or picks one, leaves nothing behind."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from checkup.content.texts import Language, Texts
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion


@pytest.fixture
def asked(qtbot, tmp_path):
    parent = QWidget()
    parent.resize(800, 600)
    qtbot.addWidget(parent)
    parent.show()
    (tmp_path / "Thư mục").mkdir()
    (tmp_path / "there.pdf").write_bytes(b"old")
    chosen: list[Path] = []

    def ask(suffix=".pdf", name="notes", *, replaces=True):
        question = FileQuestion(title="Where?", name=name, suffix=suffix, start=tmp_path, replaces=replaces)
        dialog = ChooseFile(parent, Texts(Language.ENGLISH), question, chosen.append)
        dialog.open()
        return dialog

    return ask, chosen


def items(dialog):
    return [dialog.list.item(number).text() for number in range(dialog.list.count())]


def test_a_new_file_gets_its_ending(asked, tmp_path):
    ask, chosen = asked
    dialog = ask()
    dialog.name.setText("việc của tôi")

    dialog.yes.click()

    assert chosen == [tmp_path / "việc của tôi.pdf"]


def test_a_folder_is_entered_and_left(asked, tmp_path):
    ask, chosen = asked
    dialog = ask()
    dialog.list.itemActivated.emit(dialog.list.item(1))
    dialog.list.itemActivated.emit(dialog.list.item(0))
    dialog.list.itemActivated.emit(dialog.list.item(1))

    dialog.yes.click()

    assert chosen == [tmp_path / "Thư mục" / "notes.pdf"]


def test_a_file_that_is_there_is_asked_about_once(asked, tmp_path):
    ask, chosen = asked
    dialog = ask(name="there")

    dialog.yes.click()
    before = list(chosen)
    told = dialog.said.isVisible()
    dialog.yes.click()

    assert before == []
    assert told
    assert chosen == [tmp_path / "there.pdf"]


def test_another_name_is_asked_about_anew(asked, tmp_path):
    ask, chosen = asked
    dialog = ask(name="there")
    dialog.yes.click()
    dialog.name.setText("other")
    dialog.name.setText("there.pdf")

    dialog.yes.click()

    assert chosen == []


def test_no_name_is_told(asked):
    ask, chosen = asked
    dialog = ask()
    dialog.name.setText("  ")

    dialog.yes.click()

    assert chosen == []
    assert dialog.said.isVisible()


def test_files_are_shown_where_one_is_to_be_opened(asked, tmp_path):
    ask, chosen = asked
    assert "there.pdf" not in items(ask())
    dialog = ask(suffix="", name="")

    assert "there.pdf" in items(dialog)
    dialog.list.itemActivated.emit(dialog.list.item(dialog.list.count() - 1))
    assert chosen == [tmp_path / "there.pdf"]


def test_a_folder_that_does_not_open_is_told_and_not_entered(asked, tmp_path):
    ask, _ = asked
    dialog = ask()
    (tmp_path / "Thư mục").rmdir()

    dialog.list.itemActivated.emit(dialog.list.item(1))

    assert dialog.folder == tmp_path
    assert dialog.said.isVisible()


def test_it_leaves_no_file_behind(asked, home):
    ask, _ = asked
    dialog = ask()
    dialog.reject()
    dialog.deleteLater()

    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_a_record_s_name_that_is_taken_is_refused_each_time(asked):
    ask, chosen = asked
    dialog = ask(name="there", replaces=False)

    dialog.yes.click()
    dialog.yes.click()

    assert chosen == []
    assert dialog.isVisible()
    assert "choose another name" in dialog.said.text()
    dialog.name.setText("free")
    dialog.yes.click()
    assert [path.name for path in chosen] == ["free.pdf"]
