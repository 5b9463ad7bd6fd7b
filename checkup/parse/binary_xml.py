"""XML as event logs of Windows keep it: tokens, templates, and the values of one record put into them.

Only what a record's readers ask for is made: names, texts and numbers. Reading is bounded by a number of
steps a chunk and by depth. References: J. Metz, libevtx, "Windows XML Event Log (EVTX) format", binary XML.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from checkup.parse.registry import windows_time
from checkup.parse.tree import Node

MOST_STEPS = 120_000
LETTERS_A_STEP = 256  # the same long text can be named again and again
MOST_VALUES = 1024
DEEPEST = 24
_OPEN, _END_ATTRIBUTES, _END_EMPTY, _END, _TEXT, _ATTRIBUTE = 0x01, 0x02, 0x03, 0x04, 0x05, 0x06
_CDATA, _CHARACTER, _ENTITY, _INSTANCE = 0x07, 0x08, 0x09, 0x0C
_SLOTS, _FRAGMENT, _MORE = (0x0D, 0x0E), 0x0F, 0x40
_STRING, _BINARY_XML, _ARRAY = 0x01, 0x21, 0x80
_SIGNED = frozenset({0x03, 0x05, 0x07, 0x09})
_UNSIGNED = frozenset({0x04, 0x06, 0x08, 0x0A, 0x0D, 0x14, 0x15})
_TIME = 0x11
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


class Damaged(Exception):
    """The tokens cannot be followed."""


class Slot(NamedTuple):
    """A place a value is put into."""

    number: int


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes and what stands in it, in order."""

    name: str
    attributes: tuple[tuple[str, tuple["Part", ...]], ...]
    parts: tuple["Part", ...]


Part = str | Slot | Element


class Value(NamedTuple):
    """A value: its kind, and where in the chunk it begins and ends."""

    kind: int
    begin: int
    end: int


class Reader:
    """Reads records of one chunk; templates are read once."""

    def __init__(self, chunk: bytes, most: int = MOST_STEPS) -> None:
        self._data = chunk
        self._templates: dict[int, Element] = {}
        self.left = min(most, MOST_STEPS)

    def record(self, place: int, end: int, wanted: frozenset[int]) -> Node | None:
        """Return the tree of the record between two places, None where its number is not wanted."""
        element, values = self._root(place, end)
        number = self._number(element, values)
        if number not in wanted:
            return None
        return Node({element.name: self._made(element, values, 0)})

    def _root(self, place: int, end: int) -> tuple[Element, tuple[Value, ...]]:
        """Return what a fragment holds: an instance of a template with its values, or an element."""
        if self._data[place] == _FRAGMENT:
            place += 4
        if self._data[place] == _INSTANCE:
            return self._instance(place, end)
        return self._element(place, 0)[0], ()

    def _instance(self, place: int, end: int) -> tuple[Element, tuple[Value, ...]]:
        (definition,) = struct.unpack_from("<I", self._data, place + 6)
        place += 10
        element = self._template(definition)
        if definition == place:
            place += 24 + struct.unpack_from("<I", self._data, place + 20)[0]
        (count,) = struct.unpack_from("<I", self._data, place)
        if count > MOST_VALUES or place + 4 + 4 * count > end:
            raise Damaged
        described = struct.iter_unpack("<HBB", self._data[place + 4 : place + 4 + 4 * count])
        values, begin = [], place + 4 + 4 * count
        for size, kind, _ in described:
            values.append(Value(kind, begin, min(begin + size, end)))
            begin += size
        return element, tuple(values)

    def _template(self, definition: int) -> Element:
        if definition not in self._templates:
            place = definition + 24
            if self._data[place] == _FRAGMENT:
                place += 4
            self._templates[definition] = self._element(place, 0)[0]
        return self._templates[definition]

    def _element(self, place: int, depth: int) -> tuple[Element, int]:
        token = self._data[place]
        if token & ~_MORE != _OPEN or depth > DEEPEST:
            raise Damaged
        name, place = self._name(place + 7)
        attributes: list[tuple[str, tuple[Part, ...]]] = []
        if token & _MORE:
            place += 4
            while self._data[place] & ~_MORE == _ATTRIBUTE:
                attribute, place = self._name(place + 1)
                parts, place = self._parts(place, depth, only_texts=True)
                attributes.append((attribute, parts))
        if self._data[place] == _END_EMPTY:
            return Element(name, tuple(attributes), ()), place + 1
        if self._data[place] != _END_ATTRIBUTES:
            raise Damaged
        parts, place = self._parts(place + 1, depth, only_texts=False)
        if self._data[place] != _END:
            raise Damaged
        return Element(name, tuple(attributes), parts), place + 1

    def _parts(self, place: int, depth: int, *, only_texts: bool) -> tuple[tuple[Part, ...], int]:
        """Return what follows until a token that belongs to nothing of it, and where that stands."""
        parts: list[Part] = []
        while True:
            self._step()
            token = self._data[place] & ~_MORE
            if token == _OPEN and not only_texts:
                element, place = self._element(place, depth + 1)
                parts.append(element)
            elif token in _SLOTS:
                parts.append(Slot(struct.unpack_from("<H", self._data, place + 1)[0]))
                place += 4
            else:
                text, following = self._text(token, place)
                if following == place:
                    return tuple(parts), place
                parts.append(text)
                self.left -= len(text) // LETTERS_A_STEP
                place = following

    def _text(self, token: int, place: int) -> tuple[str, int]:
        """Return a text that stands here, and where it ends: where it began, if there is none."""
        if token in (_TEXT, _CDATA):
            place += 2 if token == _TEXT else 1
            (count,) = struct.unpack_from("<H", self._data, place)
            return _utf16(self._data[place + 2 : place + 2 + 2 * count]), place + 2 + 2 * count
        if token == _CHARACTER:
            return chr(struct.unpack_from("<H", self._data, place + 1)[0]), place + 3
        if token == _ENTITY:
            name, following = self._name(place + 1)
            return _ENTITIES.get(name, ""), following
        return "", place

    def _name(self, place: int) -> tuple[str, int]:
        """Return a name, which stands here or was written before, and where the tokens go on."""
        (offset,) = struct.unpack_from("<I", self._data, place)
        (count,) = struct.unpack_from("<H", self._data, offset + 6)
        self._step(count)
        place += 4
        if offset == place:
            place += 10 + 2 * count
        return _utf16(self._data[offset + 8 : offset + 8 + 2 * count]), place

    def _number(self, element: Element, values: tuple[Value, ...]) -> int:
        """Return the event's number without making the rest."""
        for part in element.parts:
            if isinstance(part, Element) and part.name == "System":
                for inner in part.parts:
                    if isinstance(inner, Element) and inner.name == "EventID":
                        text = self._said(inner.parts, values)
                        return int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else -1
        return -1

    def _made(self, element: Element, values: tuple[Value, ...], depth: int) -> object:
        """Return an element as a tree: a text, or names and what stands below them."""
        self._step()
        if depth > DEEPEST:
            raise Damaged
        made: dict[str, object] = {}
        if element.attributes:
            made["#attributes"] = {name: self._said(parts, values) for name, parts in element.attributes}
        text = self._said(element.parts, values)
        unnamed: list[str] = []
        for child, own in self._children(element, values):
            name = next((self._said(parts, own) for name, parts in child.attributes if name == "Name"), "")
            if child.name != "Data":
                made[child.name] = self._made(child, own, depth + 1)
            elif name:
                made[name] = self._said(child.parts, own)
            else:
                unnamed.append(self._said(child.parts, own))
        if unnamed:
            made["Data"] = {"#text": unnamed}
        if not made:
            return text
        return made | ({"#text": text} if text else {})

    def _children(
        self, element: Element, values: tuple[Value, ...]
    ) -> Iterator[tuple[Element, tuple[Value, ...]]]:
        """Yield the elements in an element with the values that belong to them, given ones as well."""
        for part in element.parts:
            if isinstance(part, Element):
                yield part, values
            elif isinstance(part, Slot) and part.number < len(values):
                value = values[part.number]
                if value.kind == _BINARY_XML and value.end > value.begin:
                    yield self._root(value.begin, value.end)

    def _said(self, parts: tuple[Part, ...], values: tuple[Value, ...]) -> str:
        """Return the texts and values among some parts, one behind the other."""
        said = []
        for part in parts:
            text = part if isinstance(part, str) else ""
            if isinstance(part, Slot) and part.number < len(values):
                value = values[part.number]
                text = _plain(value.kind, self._data[value.begin : value.end])
            self._step(len(text))
            said.append(text)
        return "".join(said)

    def _step(self, letters: int = 0) -> None:
        self.left -= 1 + letters // LETTERS_A_STEP
        if self.left < 0:
            raise Damaged


def _plain(kind: int, raw: bytes) -> str:
    """Return a value as a text; "" for kinds nobody asks for."""
    if kind & ~_ARRAY == _STRING:
        return _utf16(raw).strip("\0").replace("\0", "\n")
    if kind in _UNSIGNED or kind in _SIGNED:
        return str(int.from_bytes(raw[:8], "little", signed=kind in _SIGNED))
    if kind == _TIME and len(raw) >= 8:
        return windows_time(int.from_bytes(raw[:8], "little"))
    return ""


def _utf16(raw: bytes) -> str:
    return raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace")
