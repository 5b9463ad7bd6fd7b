"""`network`: looks into a capture of network traffic, pcap or pcapng, and writes what there is."""

from argparse import Namespace
from pathlib import Path

from checkup.checks.network import NETWORK_CHECKS
from checkup.cli.command import Command
from checkup.cli.console import Console
from checkup.cli.ending import FINISHED, STOPPED, CannotRead, NotUnderstood
from checkup.cli.interrupt import stopped_by_interrupt
from checkup.cli.json_output import write_json
from checkup.cli.scan_run import scan_parts, scanned
from checkup.cli.scan_text import write_scan_text
from checkup.cli.words import Reader
from checkup.collect.lists import known_programs
from checkup.collect.network.reading import NotACapture, for_this_capture, subject_of
from checkup.flow.finding_words import FindingWords
from checkup.indicators.kept import Kept, lists_folder


def takes(reader: Reader) -> None:
    reader.add_argument("capture", type=Path, nargs="?")
    reader.add_argument("--json", action="store_true")


def run(given: Namespace, console: Console) -> int:
    if given.capture is None:
        raise NotUnderstood("missing_value", what="CAPTURE")
    with stopped_by_interrupt() as stop:
        try:
            sources = for_this_capture(given.capture, stop)
        except NotACapture as other:
            raise CannotRead(other.key, path=other.path) from other
        words = FindingWords(console.texts, known_programs(Kept(lists_folder())))
        result = scanned(console, NETWORK_CHECKS, sources, words.known, stop, subject_of(given.capture))
    if given.json:
        write_json(console, "network", **scan_parts(result))
    else:
        write_scan_text(console, words, result)
    return STOPPED if stop.asked else FINISHED


COMMAND = Command(name="network", takes=takes, run=run)
