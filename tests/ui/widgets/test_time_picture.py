"""The picture of sign-ins: what stands at which point, and how dark."""

from PySide6.QtGui import QColor

from checkup.flow.sign_ins_picture import PictureLine
from checkup.ui.widgets.time_picture import TimePicture
from checkup.ui.widgets.time_strip import FAINTEST, strip_of

INK = QColor(10, 20, 30)


def alphas(bins, span, room):
    line = PictureLine(name="Phone", service="Google", bins=bins)
    strip = strip_of(line, span, room, INK)
    assert strip.width() == room
    return [strip.pixelColor(x, 0).alpha() for x in range(room)]


def test_a_bin_stands_at_its_hours_and_is_darkest_where_most_rows_are():
    found = alphas(((10, 5, 100), (50, 5, 50)), (0, 100), 100)
    assert [x for x, alpha in enumerate(found) if alpha] == [*range(10, 15), *range(50, 55)]
    assert found[10] == 255
    assert FAINTEST < found[50] < 255


def test_bins_out_of_view_leave_nothing_at_the_edges():
    assert not any(alphas(((3, 2, 1), (95, 5, 1)), (5, 95), 90))
    assert not any(alphas((), (0, 1), 10))


def test_of_bins_at_one_point_the_one_with_most_rows_is_seen(qtbot):
    picture = TimePicture()
    qtbot.addWidget(picture)
    bins = ((0, 1, 1), (1, 1, 9), (2, 1, 1), (10_000, 1, 1))
    picture.show_lines((PictureLine(name="Phone", service="Google", bins=bins),), "picture")
    strip = strip_of(picture.lines[0], (0, 10_000), 100, INK)
    assert strip.pixelColor(0, 0).alpha() == 255
