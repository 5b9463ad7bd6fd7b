"""Get help: the directory of Viet Nam from its top, for somebody under 18, and looked through."""

from collections.abc import Iterator

from checkup.ui.app import Program
from checkup.ui.help import open_help


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    dialog = open_help(program.window, program.desk, program.theme.percent)
    dialog.choose(country="VN")
    yield "top"
    bar = dialog._list.verticalScrollBar()
    bar.setValue(bar.maximum() // 4)
    yield "numbers"
    dialog.search.setText("hoa binh")
    yield "found"
    dialog.close()
