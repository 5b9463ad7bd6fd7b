"""The frame itself: the walk's first page as the program opens."""

from collections.abc import Iterator

from checkup.ui.app import Program


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    program.window.open()
    yield "first"
