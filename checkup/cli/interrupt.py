"""Ctrl-C: the first one asks the work to end and shows what there is, the second one leaves at once."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from checkup.model.stop import Stop


@contextmanager
def stopped_by_interrupt() -> Iterator[Stop]:
    """Give a stop token that Ctrl-C asks; outside the main thread only the token."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def interrupted(*_: object) -> None:
        if stop.asked:
            raise KeyboardInterrupt
        stop.ask()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
