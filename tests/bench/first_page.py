"""The program as it starts for a person, up to its first page."""

import sys
import time

from checkup import __main__ as program
from tests.bench.answer import answer, peak_memory


def painted() -> None:
    at = time.monotonic()
    answer(painted=at, memory=peak_memory())


def watch() -> None:
    """Have the program say when its first page has been painted; changes nothing else of its start."""
    from checkup.ui import app  # after what the program loads before Qt

    class Watched(app.Program):
        def __init__(self, *parts: object) -> None:
            super().__init__(*parts)  # type: ignore[arg-type]
            # In the next turn, as in the bare window: after everything in the window was painted.
            self.window.painted.connect(lambda: app.QTimer.singleShot(0, painted))

    app.Program = Watched  # type: ignore[misc]


if __name__ == "__main__":
    prepare = program._prepare

    def prepare_and_watch() -> None:
        prepare()
        watch()

    program._prepare = prepare_and_watch
    sys.exit(program.main([]))
