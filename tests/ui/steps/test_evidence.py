"""Pictures on an account's page: chosen, dropped, pasted, shown small, taken away after a question."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.accounts import toggled
from checkup.flow.by_hand import SeenLine, with_line
from checkup.model.picture import PictureKind
from checkup.model.visit import Visit
from checkup.ui.desk import Desk
from checkup.ui.steps.evidence import EvidencePart
from checkup.ui.widgets.evidence_card import EvidenceCard

MOMENT = datetime(2026, 3, 1, 2, 14, 9, tzinfo=UTC)


def picture(kind: bytes = b"png") -> bytes:
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


@pytest.fixture
def part(qtbot: QtBot):
    visit = toggled(Visit(id="v", began=""), Services(), "google", chosen=True)
    desk = Desk(with_line(visit, "google", SeenLine(device="SM-A536E", when="1 Mar")), lambda: MOMENT, Texts)
    card = EvidenceCard()
    qtbot.addWidget(card)
    made = EvidencePart(desk, card)
    made.changed.connect(lambda: made.show("google"))
    made.show("google")
    card.show()
    yield made
    made.end()
    desk.work.close_all()


def drop(card: EvidenceCard, *paths) -> None:
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    card.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, what, buttons, keys))


def kept(part, qtbot, count: int):
    qtbot.waitUntil(lambda: len(part._card.parts) == count and not part._jobs)
    return part._desk.visit.pictures


def test_dropped_pictures_are_kept_as_they_are_and_shown_small(qtbot, part, tmp_path):
    one, other = tmp_path / "một.png", tmp_path / "two.jpg"
    one.write_bytes(picture())
    other.write_bytes(picture(b"jpeg"))

    drop(part._card, one, other)

    pictures = kept(part, qtbot, 2)
    assert [entry.data for entry in pictures] == [one.read_bytes(), other.read_bytes()]
    assert [entry.kind for entry in pictures] == [PictureKind.PNG, PictureKind.JPEG]
    assert not any(row.image.isHidden() for row in part._card.parts.values())
    assert not part._card.inside.isHidden()


def test_what_is_not_kept_is_said_by_name(qtbot, part, tmp_path):
    (tmp_path / "a.svg").write_bytes(b"<svg/>")

    drop(part._card, tmp_path / "a.svg", tmp_path / "gone.png")

    qtbot.waitUntil(lambda: "gone.png" in part._card.told.text())
    assert "a.svg" in part._card.told.text()
    assert part._desk.visit.pictures == ()


def test_heic_is_kept_and_says_that_it_cannot_be_shown(qtbot, part, tmp_path):
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic" + b"x" * 99)

    drop(part._card, tmp_path / "a.heic")

    kept(part, qtbot, 1)
    (row,) = part._card.parts.values()
    assert row.image.isHidden()
    assert "HEIC" in row.instead.text()


@pytest.mark.parametrize("raw", [True, False])
def test_a_picture_is_pasted_with_the_keyboard(qtbot, part, raw):
    data, what = picture(), QMimeData()
    if raw:
        what.setData("image/png", data)
    else:
        what.setImageData(QImage.fromData(data))
    QGuiApplication.clipboard().setMimeData(what)

    qtbot.keyClick(part._card, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    (one,) = kept(part, qtbot, 1)
    assert one.name == ""
    assert one.data.startswith(b"\x89PNG")
    if raw:
        assert one.data == data


def test_with_no_picture_to_paste_it_says_so(part):
    QGuiApplication.clipboard().setText("words")

    part._card.paste.click()

    assert "No picture" in part._card.told.text()


def test_a_picture_goes_only_after_a_yes(qtbot, part, tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    drop(part._card, tmp_path / "a.png")
    kept(part, qtbot, 1)
    (row,) = part._card.parts.values()

    row.remove.click()
    part.dialog.no.click()
    assert len(part._desk.visit.pictures) == 1

    row.remove.click()
    part.dialog.yes.click()
    assert part._desk.visit.pictures == ()
    assert part._card.parts == {}
    assert part._images == {}


def test_it_can_be_said_which_line_a_picture_shows(qtbot, part, tmp_path):
    (tmp_path / "a.png").write_bytes(picture())
    drop(part._card, tmp_path / "a.png")
    kept(part, qtbot, 1)
    (row,) = part._card.parts.values()

    row.session.setCurrentIndex(1)
    row.session.activated.emit(1)

    assert part._desk.visit.pictures[0].session == "SM-A536E · 1 Mar"


def test_a_small_view_that_cannot_be_made_is_tried_once(qtbot, part, tmp_path, monkeypatch):
    tries = []

    def breaks(one):
        tries.append(one)
        raise MemoryError

    monkeypatch.setattr("checkup.ui.steps.evidence.thumbnail", breaks)
    (tmp_path / "a.png").write_bytes(picture())
    with qtbot.waitSignal(part._desk.trouble):
        drop(part._card, tmp_path / "a.png")

    kept(part, qtbot, 1)
    part.show("google")
    assert len(tries) == 1
    assert not part._card.parts[part._desk.visit.pictures[0].sha256].instead.isHidden()
