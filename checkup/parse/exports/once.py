"""Answers worked out once: what the cells of a long table say again and again."""

from collections.abc import Callable
from typing import Generic, TypeVar

MOST_KNOWN = 50_000
MOST_CHARACTERS = 4_000_000
Said = TypeVar("Said", bound="str | tuple[str, ...]")
Answer = TypeVar("Answer")


class Once(dict[Said, Answer], Generic[Said, Answer]):
    """The answers of a function by its text, or texts; begins anew when it knows too many."""

    def __init__(self, work: Callable[[Said], Answer]) -> None:
        super().__init__()
        self._work = work
        self._characters = 0

    def __missing__(self, said: Said) -> Answer:
        self._characters += len(said) if isinstance(said, str) else sum(map(len, said))
        if len(self) >= MOST_KNOWN or self._characters > MOST_CHARACTERS:
            self.clear()
            self._characters = 0
        answer = self[said] = self._work(said)
        return answer
