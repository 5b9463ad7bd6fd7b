"""The lists of known programs: those that came along, one that was added, what came of a file."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from checkup.collect.lists import from_file, settle
from checkup.indicators.kept import Kept
from checkup.indicators.kept_list import KeptList
from checkup.model.clock import now
from checkup.ui.app import Program
from checkup.ui.lists import open_lists


def scenes(program: Program) -> Iterator[str]:
    """Set the program up and yield a picture's name each time it is ready."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        kept = Kept(place / "lists")
        for count in (20, 24):
            (place / "names.txt").write_text(
                "# Title: Example centre\n# License: CC0\n# 2026-11-02\n"
                + "".join(f"name{number}.example\n" for number in range(count))
            )
            found = from_file(place / "names.txt", kept, now().date())
            assert isinstance(found, KeptList)
            settle(found, kept)
        dialog = open_lists(program.window, program.desk, kept)
        yield "top"
        dialog.area.verticalScrollBar().setValue(dialog.area.verticalScrollBar().maximum())
        dialog.back_asked.emit("names-txt")
        yield "added"
        dialog.update_button.click()
        yield "ask"
        dialog.close()
