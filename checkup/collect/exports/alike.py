"""What was left for the same reason, told in one line: a readable export has hundreds of pages."""

from collections.abc import Iterator

from checkup.model.looked import Cause, Unread


class Alike:
    """Counts pages, members or rows of one chosen file or folder by the reason.

    Where all of them stand in one place its name is told, else that of what was chosen.
    """

    def __init__(self, chosen: str) -> None:
        self._chosen = chosen
        self._counted: dict[Cause, dict[str, int]] = {}

    def add(self, where: str, reason: Cause, count: int = 1) -> None:
        """Take so many more."""
        counted = self._counted.setdefault(reason, {})
        # of a hundred thousand places two are enough to know that there are several
        name = where if where in counted or len(counted) < 2 else self._chosen
        counted[name] = counted.get(name, 0) + count

    def told(self) -> Iterator[Unread]:
        """Yield a line for each reason."""
        for reason, counted in self._counted.items():
            where = next(iter(counted)) if len(counted) == 1 else self._chosen
            yield Unread(where=where, reason=reason, count=sum(counted.values()))
