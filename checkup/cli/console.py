"""What a command writes with: results to standard output, everything else to standard error.

Output is UTF-8 everywhere, so that Vietnamese names survive a pipe on Windows too. Progress is one
line on standard error that is wiped again, on a terminal only.
"""

import shutil
import sys
import textwrap
from typing import TextIO

from checkup.cli.words import Words
from checkup.content.texts import Texts

WIDEST = 100
NARROWEST = 40


class Console:
    """Standard output and error with the person's words."""

    def __init__(self, words: Words, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.texts = Texts(words.language)
        self.quiet = words.quiet
        self._out = _in_utf8(out if out is not None else sys.stdout)
        self._err = _in_utf8(err if err is not None else sys.stderr)
        self._shows_progress = words.progress and self._err is not None and self._err.isatty()
        self._progress_length = 0
        self.width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))

    def line(self, text: str = "") -> None:
        """Write one line of the result as it is."""
        self.wipe_progress()
        if self._out is not None:
            self._out.write(text + "\n")

    def paragraph(self, text: str, indent: int = 0, hang: int | None = None) -> None:
        """Write a wrapped paragraph; `hang` is the indent of its second and further lines."""
        further = " " * (indent if hang is None else hang)
        for line in textwrap.wrap(
            text,
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=further,
            break_on_hyphens=False,
        ):
            self.line(line)

    def tell(self, text: str) -> None:
        """Write a sentence to standard error."""
        self.wipe_progress()
        if self._err is not None:
            self._err.write(text + "\n")
            self._err.flush()

    def note(self, text: str) -> None:
        """Write a sentence to standard error unless it should be quiet."""
        if not self.quiet:
            self.tell(text)

    def progress(self, text: str) -> None:
        """Show where the work is, in the place of what was shown before."""
        if not self._shows_progress or self._err is None:
            return
        fitting = text[: self.width - 1]
        self._err.write("\r" + fitting.ljust(self._progress_length))
        self._err.flush()
        self._progress_length = len(fitting)

    def wipe_progress(self) -> None:
        """Take the progress line away."""
        if self._progress_length and self._err is not None:
            self._err.write("\r" + " " * self._progress_length + "\r")
            self._err.flush()
            self._progress_length = 0

    def flush(self) -> None:
        """Write out what is still held back; raises BrokenPipeError where nobody reads any more."""
        if self._out is not None:
            self._out.flush()


def _in_utf8(stream: TextIO | None) -> TextIO | None:
    """Let a real stream speak UTF-8, whatever the system's code page is; a window program has none."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
