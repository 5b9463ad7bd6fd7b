"""The frame itself: the walk's first page as the program opens, and what covers it."""

from collections.abc import Iterator

from checkup.ui.app import Program
from checkup.ui.plain_page import PlainCover


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    program.window.open()
    yield "first"
    cover = PlainCover(program.window)
    cover.turn()
    yield "plain"
    cover.turn()
