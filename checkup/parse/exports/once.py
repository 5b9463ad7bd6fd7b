"""Answers worked out once: what the cells of a long table say again and again."""

from collections.abc import Callable
from typing import Generic, TypeVar

MOST_KNOWN = 50_000
Answer = TypeVar("Answer")


class Once(dict[str, Answer], Generic[Answer]):
    """The answers of a function by its text; begins anew when it knows too many."""

    def __init__(self, work: Callable[[str], Answer]) -> None:
        super().__init__()
        self._work = work

    def __missing__(self, text: str) -> Answer:
        if len(self) >= MOST_KNOWN:
            self.clear()
        answer = self[text] = self._work(text)
        return answer
