"""What a command is: its name, the words it takes, and what it does."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass

from checkup.cli.console import Console
from checkup.cli.words import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. Its help is the text `cli.<name>.help`, its line in the list `cli.<name>.short`.

    `takes` adds its own options and values to the reader; `run` does the work and returns the exit
    status, or raises EndedEarly with the sentence to say.
    """

    name: str
    takes: Callable[[Reader], None]
    run: Callable[[Namespace, Console], int]
