"""`record verify`: whether a record opens and every part of it is whole; shows nothing of what is in it.

The JSON object holds `record`, a `checkup.store.verifying.Verified`.
"""

from argparse import Namespace
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, NotUnderstood
from checkup.cli.json_output import whole, write_json
from checkup.cli.passphrase_asked import asked_passphrase, takes_passphrase
from checkup.cli.record_opened import could_not
from checkup.cli.words import Reader
from checkup.store.errors import StoreError
from checkup.store.verifying import Verified, verify

VERIFY = "verify"


def takes(reader: Reader) -> None:
    reader.add_argument("act", nargs="?")
    reader.add_argument("record", type=Path, nargs="?")
    reader.add_argument("--json", action="store_true")
    takes_passphrase(reader)


def run(given: Namespace, console: Console) -> int:
    if given.act is None:
        raise NotUnderstood("missing_value", what=VERIFY)
    if given.act != VERIFY:
        raise NotUnderstood("words", words=given.act)
    if given.record is None:
        raise NotUnderstood("missing_value", what="FILE")
    passphrase = asked_passphrase(console, given.passphrase_file)
    try:
        verified = verify(given.record, passphrase)
    except StoreError as error:
        raise could_not(error, given.record) from error
    if given.json:
        write_json(console, "record", record=whole(verified))
    else:
        _write(verified, console)
    return FINISHED


def _write(verified: Verified, console: Console) -> None:
    texts = console.texts
    console.paragraph(texts.say("cli.record.whole"))
    console.paragraph(texts.count("cli.record.visits", verified.visits))
    console.paragraph(texts.count("cli.record.saves", verified.saves))
    if verified.pictures:
        console.paragraph(texts.count("cli.record.pictures", verified.pictures))
    if verified.pictures_lost:
        console.paragraph(texts.count("cli.record.pictures_lost", verified.pictures_lost))
    earlier = "none" if verified.earlier_saves is None else "whole"
    console.paragraph(texts.say(f"cli.record.earlier.{earlier}"))


COMMAND = Command(name="record", takes=takes, run=run)
