"""One pass over a capture file for all that is asked about it."""

import io
from pathlib import Path

from checkup.collect.gathered import Gathered
from checkup.collect.ordinary_file import NoFile, opened
from checkup.model.looked import Cause, Unread
from checkup.model.network import AddressTalked, HostAsked
from checkup.model.result import Subject, SubjectKind
from checkup.model.sources import Reading
from checkup.model.stop import Stop
from checkup.parse.network.capture import CaptureCut, NoCapture, packets
from checkup.parse.network.traffic import Traffic

BUFFER = 1024 * 1024
LOOK_EVERY = 4096


class NotACapture(Exception):
    """The file is not there, closed, or no capture; `key` is the text `cli.errors.<key>`."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(key, path)
        self.key = key
        self.path = path


def for_this_capture(path: Path, stop: Stop) -> Gathered:
    """Return the sources of one capture; raises NotACapture. The file is read at the first question."""
    _ensure_capture(path)
    held: list[Traffic] = []
    notes: list[Unread] = []

    def traffic() -> Traffic:
        if not held:
            held.append(_read(path, stop, notes))
        return held[0]

    def hosts() -> Reading[HostAsked]:
        return Reading(items=tuple(traffic().hosts(path.name)), unread=_unread(traffic(), path.name, notes))

    def addresses() -> Reading[AddressTalked]:
        return Reading(
            items=tuple(traffic().addresses(path.name)), unread=_unread(traffic(), path.name, notes)
        )

    return Gathered({HostAsked: hosts, AddressTalked: addresses}, stop)


def subject_of(path: Path) -> Subject:
    """Return what was looked at."""
    return Subject(kind=SubjectKind.NETWORK, name=path.name)


def _ensure_capture(path: Path) -> None:
    try:
        with opened(path) as source:
            next(packets(source.read), None)
    except (NoFile, ValueError) as gone:
        raise NotACapture("capture_gone", str(path)) from gone
    except OSError as closed:
        raise NotACapture("capture_closed", str(path)) from closed
    except NoCapture as other:
        raise NotACapture("capture_unknown", str(path)) from other
    except CaptureCut:
        return  # said with the rest


def _read(path: Path, stop: Stop, notes: list[Unread]) -> Traffic:
    traffic = Traffic()
    with opened(path) as raw:
        source = io.BufferedReader(raw, BUFFER)
        try:
            for number, packet in enumerate(packets(source.read)):
                if number % LOOK_EVERY == 0 and stop.asked:
                    notes.append(Unread(where=path.name, reason=Cause.STOPPED))
                    break
                traffic.take(packet)
        except (CaptureCut, NoCapture):
            notes.append(Unread(where=path.name, reason=Cause.FAILED))
    return traffic


def _unread(traffic: Traffic, name: str, notes: list[Unread]) -> tuple[Unread, ...]:
    counted = (
        Unread(where=f"{name} · {place}", reason=cause, count=count)
        for (place, cause), count in traffic.unread.items()
    )
    return (*notes, *counted)
