"""What is fuzzed: a parser, true inputs to begin from, and the one error it may end with."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from checkup.parse.tree import Node, NotReadable, tree

MOST_ITEMS = 20_000  # of one answer that comes piece by piece


class Form(StrEnum):
    """How inputs are changed: bit by bit, line by line, or as the tree that a JSON text holds."""

    BYTES = "bytes"
    LINES = "lines"
    TREE = "tree"


@dataclass(frozen=True)
class Target:
    """`read` is given any bytes; only `known` errors may come out of it."""

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    known: tuple[type[BaseException], ...] = ()
    form: Form = Form.BYTES

    def tried(self, data: bytes) -> None:
        """Read the data to the end; what is raised is not known."""
        try:
            walked(self.read(data))
        except self.known:
            return


def walked(answer: object) -> None:
    """Walk through an answer that comes piece by piece."""
    if isinstance(answer, Iterator):
        for _ in islice(answer, MOST_ITEMS):
            pass


def of_text(name: str, readers: Iterable[Callable[[str], object]], *seeds: str) -> Target:
    """Return the target of readers that are given a file's text, whatever bytes are in it."""
    kept = tuple(readers)

    def read(data: bytes) -> None:
        text = data.decode("utf-8", "surrogateescape")
        for reader in kept:
            walked(reader(text))

    return Target(name, read, tuple(seed.encode() for seed in seeds), form=Form.LINES)


def of_tree(name: str, readers: Iterable[Callable[[Node], object]], *seeds: object) -> Target:
    """Return the target of readers that are given a JSON document."""
    kept = tuple(readers)

    def read(data: bytes) -> None:
        root = tree(data)
        for reader in kept:
            walked(reader(root))

    return Target(name, read, tuple(json.dumps(seed).encode() for seed in seeds), (NotReadable,), Form.TREE)
