"""Data exports in the window: dropped, read beside it, answered once for all services, seen and copied."""

import pytest
from msgspec import structs
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.place import StepId
from checkup.flow.sign_ins_picture import PictureLine
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.inventory import OwnDevice
from checkup.model.visit import Visit
from checkup.ui.addresses import Addresses
from checkup.ui.desk import Desk
from checkup.ui.pages.exports import ExportsPage
from checkup.ui.steps.exports import FORGET, STOP, ExportsPart
from checkup.ui.widgets.time_picture import TimePicture
from tests.signins.made_exports import PLANTED, data, zipped


@pytest.fixture
def part(qtbot: QtBot):
    desk = Desk(Visit(id="v", began=""), now, Texts)
    made = ExportsPart(desk, Services(), Addresses(desk))
    qtbot.addWidget(made.page)
    made.show()
    made.page.show()
    yield made
    made.stop()
    desk.work.close_all()


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({f"{name}.csv": data(name) for name in PLANTED}))
    return path


def read(qtbot, part, *paths):
    part.read(paths)
    qtbot.waitUntil(lambda: bool(part.foot().main))


def planted(part):
    return next(card for name, card in part.page.cards.items() if "a53" in name)


def test_before_anything_is_read_the_page_warns_of_the_mail_and_shows_no_devices(part):
    assert "e-mail" in part.page.warning.words.text()
    assert part.page.cards == {}
    assert part.page.picture_card.isHidden()


def test_dropped_files_are_read_and_the_planted_device_is_one_card(qtbot, part, export):
    drop(part.page, export)
    qtbot.waitUntil(lambda: bool(part.page.cards))
    qtbot.waitUntil(lambda: bool(part.foot().main))
    cards = [card for name, card in part.page.cards.items() if "a53" in name]
    assert len(cards) == 1
    for name in ("Facebook", "Google", "Instagram", "Snapchat", "Telegram", "TikTok"):
        assert name in cards[0]._where.text()
    assert "not an all-clear" in part.page.home.words.text()


def drop(page: ExportsPage, path) -> None:
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path))])
    page.drop.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            what,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_one_answer_holds_for_all_services_and_stays_after_reading_again(qtbot, part, export):
    read(qtbot, part, export)
    button = next(one for one in planted(part).answers.buttons() if one.property("choice") == "not_mine")
    button.click()
    assert [card.answer for card in part._desk.visit.sign_in_answers] == [Answer.NOT_MINE]
    read(qtbot, part, export)
    assert [one.property("choice") for one in planted(part).answers.buttons() if one.isChecked()] == [
        "not_mine"
    ]
    assert planted(part).property("tone") == "attention"


def test_reading_can_be_stopped_and_says_so(qtbot, part, tmp_path):
    path = tmp_path / "long.csv"
    rows = data("google_new").splitlines()[1] + b"\n"
    path.write_bytes(data("google_new") + rows * 400_000)
    part.read((path,))
    assert [other.id for other in part.foot().others] == [STOP]
    part.stop()
    qtbot.waitUntil(lambda: bool(part.foot().main))
    assert any("stopped" in line for line in part.page.unread.lines.texts())


def test_a_file_without_sign_ins_is_no_all_clear(qtbot, part, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"nothing")
    read(qtbot, part, tmp_path / "a.txt")
    assert "does not mean there were none" in part.page.nothing.words.text()
    assert any("a.txt" in line for line in part.page.unread.lines.texts())


def test_the_page_speaks_vietnamese(qtbot, part, export):
    part._desk.speak(Language.VIETNAMESE)
    read(qtbot, part, export)
    assert "chưa nói lên" in part.page.home.words.text()


def test_the_table_holds_the_same_devices_sorts_and_copies(qtbot, part, export):
    read(qtbot, part, export)
    part.page.toggle.click()
    table = part.page.table
    assert table.isVisible()
    assert {table.cells.row(number)[0] for number in range(table.cells.rowCount())} >= {
        "Samsung Galaxy A53 5G"
    }
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    services = [table.cells.row(number)[1] for number in range(table.cells.rowCount())]
    assert services == sorted(services, key=str.casefold, reverse=True)
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\t".join(table.cells.row(0))


def test_exports_are_forgotten_after_a_question_with_counts(qtbot, part, export):
    assert part.foot().others == ()
    read(qtbot, part, export)
    next(one for one in planted(part).answers.buttons() if one.property("choice") == "not_mine").click()
    assert [one.id for one in part.foot().others] == [FORGET]

    part.pressed(FORGET)
    assert part._desk.visit.sign_ins is not None
    part.question.no.click()
    assert part._desk.visit.sign_ins is not None

    part.pressed(FORGET)
    part.question.yes.click()
    assert part._desk.visit.sign_ins is None
    assert part._desk.visit.sign_in_answers == ()
    assert part.page.cards == {}
    assert part.foot().others == ()


def test_a_file_forgotten_is_not_read_again_with_the_next(qtbot, part, export, tmp_path):
    read(qtbot, part, export)
    part.pressed(FORGET)
    part.question.yes.click()
    (tmp_path / "x.csv").write_bytes(data("google_new"))

    read(qtbot, part, tmp_path / "x.csv")

    assert [service for service, _ in part._desk.visit.sign_ins.read] == ["google"]


def test_where_no_device_is_listed_the_list_is_offered_and_then_what_is_not_on_it_comes_first(
    qtbot, part, export
):
    read(qtbot, part, export)
    assert not part.page.not_listed.isHidden()
    with qtbot.waitSignal(part._desk.go_asked) as asked:
        part.page.list_devices.click()
    assert asked.args[0].step is StepId.ACCESS

    own = OwnDevice(id="1", nickname="Galaxy A53")
    part._desk.replace(structs.replace(part._desk.visit, devices=(own,)))
    part.show()
    assert part.page.not_listed.isHidden()
    assert "a53" not in next(iter(part.page.cards))
    assert "listed" in planted(part)._where.text()

    part._desk.replace(structs.replace(part._desk.visit, devices=(OwnDevice(id="1", nickname="Pixel 4"),)))
    part.show()
    assert "You did not list this device" in next(iter(part.page.cards.values()))._where.text()


def test_a_whole_folder_can_be_chosen(qtbot, part, export):
    part.page.drop.choose.click()
    part.dialog.folder = export.parent

    part.dialog.whole.click()

    qtbot.waitUntil(lambda: bool(part.page.cards))
    assert planted(part)


LINES = (
    PictureLine(name="A53", service="Google", bins=((490_000, 1, 3), (490_100, 1, 9), (500_000, 24, 1))),
    PictureLine(name="A53", service="TikTok", bins=((495_000, 1, 2),)),
)


@pytest.fixture
def picture(qtbot: QtBot):
    made = TimePicture()
    qtbot.addWidget(made)
    made.resize(800, 100)
    made.show_lines(LINES, "when")
    made.show()
    return made


def test_the_keyboard_reaches_every_bin_of_every_line(qtbot, picture):
    seen = []
    picture.pointed.connect(lambda at: seen.append((at.line, at.hours[0], at.rows)))
    picture.setFocus()
    picture.mark = 0
    for _ in range(3):
        qtbot.keyClick(picture, Qt.Key.Key_Right)
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    assert set(seen) >= {(0, 490_000, 3), (0, 490_100, 9), (0, 500_000, 1), (1, 495_000, 2)}


def test_zooming_stays_within_all_of_the_time_and_home_shows_it(qtbot, picture):
    whole = picture.span
    for _ in range(30):
        qtbot.keyClick(picture, Qt.Key.Key_Plus)
    assert picture.span[1] - picture.span[0] < (whole[1] - whole[0]) // 10
    for _ in range(60):
        qtbot.keyClick(picture, Qt.Key.Key_Minus)
    assert picture.span == whole
    qtbot.keyClick(picture, Qt.Key.Key_Plus)
    qtbot.keyClick(picture, Qt.Key.Key_Home)
    assert picture.span == whole


def test_the_pointer_says_what_stands_under_it(qtbot, picture):
    seen = []
    picture.pointed.connect(seen.append)
    qtbot.mouseMove(picture, QPoint(picture.room.x(500_000) + 2, 10))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[-1].rows == 1


def test_a_picture_of_nothing_draws_nothing_and_does_not_fail(qtbot):
    made = TimePicture()
    qtbot.addWidget(made)
    made.show_lines((), "when")
    made.show()
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Right)
    made.grab()
