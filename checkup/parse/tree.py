"""JSON from outside, read without trusting its shape: a path that is not there gives an empty node.

Depth is limited by the decoder, size by whoever reads the file. Of duplicate names the last one counts.
"""

from collections.abc import Iterator

import msgspec

LARGEST = 2**64


class NotReadable(Exception):
    """The bytes are no JSON, or nested too deep."""


class Node(msgspec.Struct, frozen=True, gc=False):
    """One value of the tree. Its readers give an empty value where it is of another type."""

    value: object = None

    def at(self, *path: str) -> "Node":
        """Return the node below, along these names."""
        value = self.value
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return Node(value)

    def items(self) -> Iterator[tuple[str, "Node"]]:
        """Yield names and nodes of an object, or nothing.

        A damaged property list may hold names that are no texts; they are left.
        """
        if isinstance(self.value, dict):
            for name, value in self.value.items():
                if isinstance(name, str):
                    yield name, Node(value)

    def nodes(self) -> Iterator["Node"]:
        """Yield the nodes of a list, or nothing."""
        if isinstance(self.value, list):
            yield from map(Node, self.value)

    def texts(self) -> tuple[str, ...]:
        """Return the texts in a list; a single text counts as a list of one."""
        if isinstance(self.value, str):
            return (self.value,)
        return tuple(node.text for node in self.nodes() if isinstance(node.value, str))

    @property
    def text(self) -> str:
        """The text, or an empty one."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def number(self) -> int | None:
        """The whole number of up to 64 bits, or None; numbers written as text are read too."""
        if isinstance(self.value, str):
            is_plain = self.value.isascii() and self.value.isdigit() and len(self.value) < 20
            return int(self.value) if is_plain else None
        is_number = isinstance(self.value, int) and not isinstance(self.value, bool)
        if not is_number or not isinstance(self.value, int):
            return None
        # What is longer could not even be printed.
        return self.value if -LARGEST <= self.value <= LARGEST else None

    @property
    def truth(self) -> bool | None:
        """True or false, or None where it is neither."""
        return self.value if isinstance(self.value, bool) else None

    @property
    def is_there(self) -> bool:
        """Whether anything stands here, an empty list or object included."""
        return self.value is not None


def tree(data: bytes) -> Node:
    """Return the root of a JSON document; a byte-order mark is allowed. Raises `NotReadable`."""
    try:
        return Node(msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf")))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as fault:
        raise NotReadable from fault
