"""`network`: looks into a capture of network traffic, pcap or pcapng, and writes what there is."""

from argparse import Namespace
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import NotUnderstood
from checkup.cli.look_into import brought, look_into
from checkup.cli.words import Reader
from checkup.flow.phone_look import Source, Wanted


def takes(reader: Reader) -> None:
    reader.add_argument("capture", type=Path, nargs="?")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    if given.capture is None:
        raise NotUnderstood("missing_value", what="CAPTURE")
    wanted = Wanted(source=Source.CAPTURE, path=given.capture)
    return look_into("network", brought(wanted, console), given, console)


COMMAND = Command(name="network", takes=takes, run=run)
