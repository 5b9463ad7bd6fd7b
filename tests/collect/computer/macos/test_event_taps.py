"""Event taps of the running Mac: each program once, with its path; never asked about a disk."""

import os
from pathlib import Path

from checkup.collect.computer.macos.event_taps import PLACE, event_taps
from checkup.collect.computer.macos.ground import MacGround
from checkup.collect.place import Place
from checkup.collect.run import RunHere
from checkup.model.keyboard import KeyboardWay
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from tests.parse.test_event_taps import DOWN, tap


def ground(root: Path, *, live: bool = True) -> MacGround:
    return MacGround(Place(root, live=live), RunHere(Stop()), Stop())


def test_a_program_with_two_taps_is_told_once_with_its_path(tmp_path):
    own = tap(os.getpid(), DOWN)
    [one] = event_taps(ground(tmp_path), lambda: own + own).items
    assert (one.way, one.number, one.seen_in) == (KeyboardWay.EVENT_TAP, os.getpid(), PLACE)
    assert Path(one.path).name.startswith("python")


def test_a_program_that_has_ended_is_left_out(tmp_path):
    assert event_taps(ground(tmp_path), lambda: tap(2**31 - 2, DOWN)).items == ()


def test_a_window_server_that_does_not_answer_is_a_gap(tmp_path):
    def refuse() -> bytes:
        raise OSError(1000, "CoreGraphics")

    [unread] = event_taps(ground(tmp_path), refuse).unread
    assert (unread.where, unread.reason) == (PLACE, Cause.FAILED)


def test_on_this_system_there_is_no_such_library_and_that_is_a_gap(tmp_path):
    assert event_taps(ground(tmp_path)).unread


def test_a_disk_is_a_gap(tmp_path):
    [unread] = event_taps(ground(tmp_path, live=False), lambda: tap(1, DOWN)).unread
    assert unread.reason is Cause.NEEDS_RUNNING_SYSTEM
