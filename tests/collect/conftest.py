"""Fixtures for readers: a tree made up by the test, and a runner that replays recorded output."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.place import Place
from checkup.collect.run import LONGEST, SECONDS, Ended, Ran
from checkup.model.stop import Stop


class RecordedRun:
    """Answers with what was recorded for the same words; anything else is a missing program."""

    def __init__(self, answers: dict[tuple[str, ...], Ran]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, ...]] = []

    def __call__(
        self,
        program: str,
        *words: str,
        seconds: float = SECONDS,
        longest: int = LONGEST,
        fed: bytes | None = None,
    ) -> Ran:
        self.asked.append((program, *words))
        return self.answers.get((program, *words), Ran(ended=Ended.MISSING))


@pytest.fixture
def recorded_run() -> Callable[[dict[tuple[str, ...], Ran]], RecordedRun]:
    """Make a runner from recorded answers."""
    return RecordedRun


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[dict[str, str]], Place]:
    """Make a file tree from whole paths and texts; `-> target` makes a link."""
    root = tmp_path / "root"
    root.mkdir()

    def make(files: dict[str, str], *, live: bool = True) -> Place:
        for path, text in files.items():
            whole = root / path.lstrip("/")
            whole.parent.mkdir(parents=True, exist_ok=True)
            if text.startswith("-> "):
                whole.symlink_to(text.removeprefix("-> "))
            else:
                whole.write_text(text, "utf-8", errors="surrogateescape")
        return Place(root, live=live)

    return make


@pytest.fixture
def ground(tree: Callable[..., Place]) -> Callable[..., Ground]:
    """Make the ground of the readers over a tree; no program can be started, no home but the tree's."""

    def make(files: dict[str, str], *, live: bool = True, stop: Stop | None = None) -> Ground:
        return Ground(tree(files, live=live), RecordedRun({}), stop or Stop(), home="")

    return make
