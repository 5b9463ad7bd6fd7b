"""The words somebody typed: options common to all commands, the command, and what is left for it.

argparse does the reading, never the talking: its own sentences are English only.
"""

import argparse
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from checkup.cli.ending import NotUnderstood
from checkup.content.texts import Language

HELP = ("-h", "--help")
VERSION = "--version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The command line taken apart. `command` is empty where none was given."""

    command: str
    rest: tuple[str, ...]
    language: Language
    quiet: bool = False
    progress: bool = True
    help: bool = False
    version: bool = False


class Reader(argparse.ArgumentParser):
    """An argument parser that raises NotUnderstood instead of printing and leaving."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False, exit_on_error=False, usage="")

    def error(self, message: str) -> NoReturn:
        raise NotUnderstood("words", words=message)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Return the options and values; raises NotUnderstood."""
        try:
            found, left = self.parse_known_args(list(words))
        except argparse.ArgumentError as wrong:
            raise NotUnderstood("value", option=wrong.argument_name or "") from wrong
        if left:
            raise NotUnderstood("words", words=" ".join(left))
        return found


def taken_apart(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> Words:
    """Return the words sorted; the common options may stand before or after the command."""
    reader = Reader()
    reader.add_argument("--language", choices=[language.value for language in Language])
    reader.add_argument("--quiet", action="store_true")
    reader.add_argument("--no-progress", action="store_true")
    reader.add_argument(*HELP, action="store_true", dest="help")
    reader.add_argument(VERSION, action="store_true")
    try:
        found, left = reader.parse_known_args(list(words))
    except argparse.ArgumentError as wrong:
        raise NotUnderstood("value", option=wrong.argument_name or "") from wrong
    command = left[0] if left else ""
    return Words(
        command=command,
        rest=tuple(left[1:]),
        language=Language(found.language) if found.language else language_of(environment),
        quiet=found.quiet,
        progress=not (found.no_progress or found.quiet),
        help=found.help,
        version=found.version,
    )


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language the system is set to, where the program speaks it; English otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return Language.VIETNAMESE if value.lower().startswith("vi") else Language.ENGLISH
    import locale

    name = locale.getlocale()[0] or ""
    return Language.VIETNAMESE if name.lower().startswith("vi") else Language.ENGLISH
