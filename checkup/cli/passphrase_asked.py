"""The passphrase of a record: asked on the terminal, or read from the first line of a file.

It is never a word of the command line: those are seen by every program on the computer.
"""

import getpass
import sys
from pathlib import Path

from checkup.cli.console import Console
from checkup.cli.ending import CannotRead, NotUnderstood
from checkup.cli.words import Reader

LONGEST = 10_000  # bytes of the first line
INPUT = "-"


def takes_passphrase(reader: Reader) -> None:
    """Add the option that names a file; a `-` is standard input."""
    reader.add_argument("--passphrase-file")


def asked_passphrase(console: Console, file: str | None) -> str:
    """Return the passphrase; raises NotUnderstood where nobody can be asked, CannotRead for the file."""
    if file is not None:
        return first_line(file)
    if not sys.stdin or not sys.stdin.isatty():
        raise NotUnderstood("no_terminal")
    try:
        return getpass.getpass(console.texts.say("cli.ask_passphrase") + " ")
    except EOFError as end:
        raise NotUnderstood("no_terminal") from end


def first_line(file: str) -> str:
    """Return the first line of a file, or of the input for `-`; raises CannotRead."""
    try:
        if file == INPUT:
            line = sys.stdin.buffer.readline(LONGEST)
        else:
            with Path(file).open("rb") as opened:
                line = opened.readline(LONGEST)
        return line.rstrip(b"\r\n").decode("utf-8-sig")
    except (OSError, ValueError) as error:  # not there, closed, not UTF-8, a NUL in the name
        raise CannotRead("passphrase_file", path=file) from error
