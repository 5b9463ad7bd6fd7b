"""Paints the picture of sign-ins with as much in it as there can be, and says what a frame costs.

`first` is the first frame, `frame` one while zooming and moving, `pointed` one while pointing, each in
milliseconds of this process. The history is a long one of many devices; the first frame is the whole of
it, then the view is zoomed, moved and pointed at, as a wheel, a key and a mouse do.
"""

import os
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkup.flow.sign_ins_picture import MOST_LINES, PictureLine
from checkup.signins.finished import MOST_BINS
from checkup.ui.widgets.time_picture import TimePicture
from tests.bench.answer import answer

FRAMES = 60
HOURS_A_BIN = 42


def main() -> None:
    application = QApplication([])
    lines = tuple(
        PictureLine(
            name=f"Device {number}",
            service="Google",
            bins=tuple(
                (460_000 + at * HOURS_A_BIN + number, HOURS_A_BIN, 1 + at * number % 97)
                for at in range(MOST_BINS)
            ),
        )
        for number in range(MOST_LINES)
    )
    picture = TimePicture()
    began = time.process_time()
    picture.show_lines(lines, "bench")
    picture.resize(1200, picture.height())
    picture.show()
    picture.grab()
    first = time.process_time() - began
    frames = [_frame(picture, lambda at=at: picture.zoom(0.9 if at < 30 else 1.1)) for at in range(FRAMES)]
    frames += [_frame(picture, lambda: picture.move_by(0.02)) for _ in range(FRAMES)]
    points = [
        _frame(picture, lambda at=at: QTest.mouseMove(picture, QPoint(320 + at * 10, 40 + at * 20)))
        for at in range(FRAMES)
    ]
    answer(
        first=first * 1000,
        frame=median(frames) * 1000,
        worst=max(frames) * 1000,
        pointed=median(points) * 1000,
    )
    del application


def _frame(picture: TimePicture, act: Callable[[], None]) -> float:
    began = time.process_time()
    act()
    picture.grab()
    return time.process_time() - began


if __name__ == "__main__":
    main()
