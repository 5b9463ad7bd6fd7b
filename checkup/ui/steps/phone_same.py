"""Which phone of the record a look was at, as the person said it; taken back as long as the page stands."""

from checkup.flow.phone import seen_phone
from checkup.flow.same_phone import SameView, can_be, said_to_be, same_view
from checkup.model.result import Result
from checkup.ui.desk import Desk


class WhichPhone:
    """Keeps the phones as they were when the look came, so that another choice begins from there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._chosen = ""
        self._brought: tuple[Result, ...] = ()

    def came(self) -> None:
        """Take note that a look just came into the visit."""
        self._chosen, self._brought = "", self._desk.visit.phones

    def view(self) -> SameView | None:
        """Return the question; None where what came says itself which phone it is."""
        return same_view(self._can_be(), self._chosen, self._desk.texts)

    def choose(self, key: str) -> None:
        """Take the look as one of this phone; of none of the record's where the key is of none."""
        then = next((one for one in self._can_be() if one.subject.key == key), None)
        self._chosen = key
        self._desk.replace(said_to_be(self._desk.visit, self._brought, then))

    def _can_be(self) -> tuple[Result, ...]:
        kept, shown = self._desk.open, seen_phone(self._desk.visit)
        if kept is None or kept.is_locked or not self._brought or shown is None:
            return ()
        came = self._brought[-1]
        is_shown = shown is self._desk.visit.phones[-1] and shown.when == came.when
        return can_be(kept.record, self._desk.visit, came) if is_shown else ()
