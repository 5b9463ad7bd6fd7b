"""Members that could not be read for the same reason, told in one line: a readable export has hundreds."""

from collections.abc import Iterator

from checkup.model.looked import Cause, Unread


class Alike:
    """Counts the members of one chosen file or folder by the reason; of a single one the name is told."""

    def __init__(self, chosen: str) -> None:
        self._chosen = chosen
        self._counted: dict[Cause, tuple[str, int]] = {}

    def add(self, where: str, reason: Cause) -> None:
        """Take one more."""
        first, count = self._counted.get(reason, (where, 0))
        self._counted[reason] = (first, count + 1)

    def told(self) -> Iterator[Unread]:
        """Yield a line for each reason."""
        for reason, (first, count) in self._counted.items():
            yield Unread(where=first if count == 1 else self._chosen, reason=reason, count=count)
