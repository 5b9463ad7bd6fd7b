"""A copied secret is marked, and taken back after its time, on leaving and at the end, if still ours."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from checkup.content.texts import Texts
from checkup.model.clock import now
from checkup.model.visit import Visit
from checkup.ui.clipboard import SecretClipboard
from checkup.ui.desk import Desk


@pytest.fixture
def desk(qapp) -> Desk:
    QGuiApplication.clipboard().clear()
    return Desk(Visit(id="v", began=""), now, Texts)


def text() -> str:
    return QGuiApplication.clipboard().text()


def test_histories_and_other_devices_are_told_to_leave_it_out(desk: Desk) -> None:
    SecretClipboard(desk).copy("a-b-c-d")
    data = QGuiApplication.clipboard().mimeData()
    windows = 'application/x-qt-windows-mime;value="{}"'.format
    assert data.text() == "a-b-c-d"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert data.hasFormat(windows("ExcludeClipboardContentFromMonitorProcessing"))
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        assert bytes(data.data(windows(name)).data()) == b"\0\0\0\0"
    assert data.hasFormat("org.nspasteboard.ConcealedType")


def test_it_is_taken_back_after_its_time(desk: Desk, qtbot: QtBot) -> None:
    clipboard = SecretClipboard(desk, stays=0.05)
    with qtbot.waitSignal(clipboard.cleared):
        clipboard.copy("a-b-c-d")
        assert text() == "a-b-c-d"
    assert text() == ""


def test_what_somebody_else_put_there_since_stays(desk: Desk, qtbot: QtBot) -> None:
    clipboard = SecretClipboard(desk, stays=0.05)
    with qtbot.waitSignal(clipboard.cleared):
        clipboard.copy("a-b-c-d")
        QGuiApplication.clipboard().setText("a list to buy")
    assert text() == "a list to buy"


def test_copying_again_begins_to_count_anew(desk: Desk) -> None:
    clipboard = SecretClipboard(desk)
    clipboard.copy("a-b-c-d")
    clipboard.copy("e-f-g-h")
    clipboard.clear()
    assert text() == ""


@pytest.mark.parametrize("end", ["leaving", "the end of the program"])
def test_leaving_and_the_end_take_it_back_at_once(desk: Desk, qapp, end: str) -> None:
    clipboard = SecretClipboard(desk)
    clipboard.copy("a-b-c-d")
    if end == "leaving":
        desk.leaving.emit()
    else:
        qapp.aboutToQuit.emit()
    assert text() == ""


def test_nothing_is_cleared_where_nothing_was_copied(desk: Desk) -> None:
    clipboard = SecretClipboard(desk)
    QGuiApplication.clipboard().setText("a list to buy")
    desk.leaving.emit()
    clipboard.clear()
    assert text() == "a list to buy"
