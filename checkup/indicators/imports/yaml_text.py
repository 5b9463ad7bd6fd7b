"""YAML as plain lists, mappings and texts, with limits.

Everything is text: no dates, numbers or tags. Aliases are refused (ten lines of them can stand for
billions of values), and so are keys written twice, of which one would silently be lost.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from checkup.indicators.imports.outcome import NotTaken, Why

if TYPE_CHECKING:
    from yaml.events import Event

Node: TypeAlias = "str | list[Node] | dict[str, Node]"

DEEPEST = 20
MOST_NODES = 1_000_000


def read_yaml(text: str) -> Node:
    """Return the one document of a text; raises NotTaken."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Composer(yaml.parse(text, Loader=loader)).document()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise NotTaken(Why.NOT_WHOLE, f"line {mark.line + 1}" if mark else "") from error


class _Composer:
    """Makes one value of a stream of events."""

    def __init__(self, events: Iterator["Event"]) -> None:
        self._events = events
        self._count = 0

    def document(self) -> Node:
        from yaml.events import DocumentEndEvent, DocumentStartEvent, StreamEndEvent, StreamStartEvent

        self._expect(StreamStartEvent)
        self._expect(DocumentStartEvent)
        node = self._node(next(self._events), 0)
        self._expect(DocumentEndEvent)
        self._expect(StreamEndEvent)
        return node

    def _expect(self, kind: type["Event"]) -> None:
        event = next(self._events, None)
        if not isinstance(event, kind):
            raise NotTaken(Why.NOT_WHOLE, _line(event))

    def _node(self, event: "Event", depth: int) -> Node:
        from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

        self._count += 1
        if depth > DEEPEST or self._count > MOST_NODES:
            raise NotTaken(Why.TOO_LARGE, _line(event))
        if isinstance(event, ScalarEvent):
            return str(event.value)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(depth)
        if isinstance(event, MappingStartEvent):
            return self._mapping(depth)
        raise NotTaken(Why.NOT_WHOLE, _line(event))  # an alias

    def _sequence(self, depth: int) -> list[Node]:
        from yaml.events import SequenceEndEvent

        found: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            found.append(self._node(event, depth + 1))
        return found

    def _mapping(self, depth: int) -> dict[str, Node]:
        from yaml.events import MappingEndEvent

        found: dict[str, Node] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, str) or key in found:
                raise NotTaken(Why.NOT_WHOLE, _line(event))
            found[key] = self._node(next(self._events), depth + 1)
        return found


def _line(event: object) -> str:
    mark = getattr(event, "start_mark", None)
    return f"line {mark.line + 1}" if mark else ""
