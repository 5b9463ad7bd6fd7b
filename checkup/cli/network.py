"""`network`: looks into a capture of network traffic, pcap or pcapng, and writes what there is."""

from argparse import Namespace
from pathlib import Path

from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, STOPPED, CannotRead, NotUnderstood
from checkup.cli.interrupt import stopped_by_interrupt
from checkup.cli.json_output import write_json
from checkup.cli.scan_run import scan_parts, scanned
from checkup.cli.scan_text import write_scan_text
from checkup.cli.words import Reader
from checkup.collect.lists import known_programs
from checkup.flow.finding_words import FindingWords
from checkup.flow.phone_look import CannotLook, Source, Wanted, made_ready
from checkup.indicators.kept import Kept, lists_folder


def takes(reader: Reader) -> None:
    reader.add_argument("capture", type=Path, nargs="?")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    if given.capture is None:
        raise NotUnderstood("missing_value", what="CAPTURE")
    words = FindingWords(console.texts, known_programs(Kept(lists_folder())))
    wanted = Wanted(source=Source.CAPTURE, path=given.capture)
    with stopped_by_interrupt() as stop:
        try:
            ready = made_ready(wanted, lambda: None, words.known, stop)
        except CannotLook as other:
            raise CannotRead(other.key, path=other.path) from other
        result = scanned(console, ready.checks, ready.sources, words.known, stop, ready.subject)
    if given.json:
        write_json(console, "network", **scan_parts(result))
    else:
        write_scan_text(console, words, result)
    return STOPPED if stop.asked else FINISHED


COMMAND = Command(name="network", takes=takes, run=run)
