"""`iphone`: looks into an iPhone's backup in a folder, plain or encrypted, and writes what there is."""

from argparse import Namespace
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import NotUnderstood
from checkup.cli.look_into import brought, look_into
from checkup.cli.words import Reader
from checkup.flow.phone_look import Source, Wanted


def takes(reader: Reader) -> None:
    reader.add_argument("--backup", type=Path)
    reader.add_argument("--password-file")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    if given.backup is None:
        raise NotUnderstood("missing_value", what="--backup DIR")
    wanted = Wanted(source=Source.IPHONE_BACKUP, path=given.backup)
    return look_into("iphone", brought(wanted, console, given.password_file), given, console)


COMMAND = Command(name="iphone", takes=takes, run=run)
