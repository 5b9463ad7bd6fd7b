"""A record that is kept in memory: it can be slow, and saving fails where it is told to."""

import threading

from checkup.model.visit import Record, Visit
from checkup.store.errors import StoreError


class Shelf:
    """A record that is kept in memory."""

    def __init__(self, *visits: Visit, read_only: bool = False) -> None:
        self.record = Record(id="r", visits=visits)
        self.read_only = read_only
        self.is_locked = False
        self.error: StoreError | None = None
        self.saves: list[Visit] = []
        self.may_end = threading.Event()
        self.may_end.set()

    def save(self, record: Record) -> None:
        self.may_end.wait(60)
        if self.error is not None:
            raise self.error
        self.record = record
        self.saves.append(record.visits[-1])

    def close(self) -> None:
        self.closed = True
