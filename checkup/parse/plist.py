"""Property lists of Apple's, binary and text, from an untrusted place.

The standard library refuses entities, and its binary reader asks for no more than the file holds;
what it still lets through (depth, odd numbers) ends here as one error. Text is gone through once before
it is read: older versions of the parser below take hours over one tag of some megabytes. A list that
holds itself is possible: nothing here walks deeper than it is asked to.
References: Apple's CFBinaryPList.c; docs.python.org, plistlib.
"""

import plistlib
from datetime import UTC, datetime
from typing import TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

from checkup.model.clock import written

MOST = 64 * 1024 * 1024
LONGEST_TEXT = 8 * 1024 * 1024  # of one string or one picture
DEEPEST = 512
LARGEST = 2**64  # of numbers: what is longer could not even be printed
PIECE = 64 * 1024  # gone through at once; no tag is longer
_BINARY = b"bplist00"

Dict: TypeAlias = dict[str, object]


class NotPlist(Exception):
    """The bytes are no property list, or a damaged or a hostile one."""


def plist(data: bytes) -> object:
    """Return what a property list holds; raises NotPlist."""
    if len(data) > MOST:
        raise NotPlist
    try:
        if not data.startswith(_BINARY):
            _Harmless().go_through(data)
        held: object = plistlib.loads(data)
    except (ValueError, OverflowError, AttributeError, TypeError, LookupError, EOFError) as wrong:
        raise NotPlist from wrong
    except (ExpatError, RecursionError, MemoryError) as wrong:
        raise NotPlist from wrong
    return held


class _Harmless:
    """Goes through the text of a list in one piece; raises NotPlist for what no list of Apple's holds."""

    def __init__(self) -> None:
        self._depth = self._length = 0

    def go_through(self, data: bytes) -> None:
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._document_type
        whole = memoryview(data)
        for at in range(0, len(data), PIECE):
            parser.Parse(bytes(whole[at : at + PIECE]), False)  # noqa: FBT003 - more comes
            if at - parser.CurrentByteIndex > PIECE:  # a tag or a remark that does not end
                raise NotPlist
        parser.Parse(b"", True)  # noqa: FBT003 - that was all

    def _begin(self, *_: object) -> None:
        self._depth += 1
        self._length = 0
        if self._depth > DEEPEST:
            raise NotPlist

    def _end(self, _: str) -> None:
        self._depth -= 1
        self._length = 0

    def _text(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise NotPlist

    def _document_type(self, *words: object) -> None:
        if words[-1]:  # it brings words of its own
            raise NotPlist


def plist_dict(data: bytes) -> Dict:
    """Return a property list whose outermost part is a dictionary; raises NotPlist."""
    return dict_of(plist(data), strict=True)


def dict_of(value: object, *, strict: bool = False) -> Dict:
    """Return a dictionary's part with names that are text; empty for anything else (or NotPlist)."""
    if not isinstance(value, dict):
        if strict:
            raise NotPlist
        return {}
    return {name: one for name, one in value.items() if isinstance(name, str)}


def list_of(value: object) -> list[object]:
    """Return a list; empty for anything else."""
    return value if isinstance(value, list) else []


def text_of(value: object) -> str:
    """Return a text; empty for anything else."""
    return value if isinstance(value, str) else ""


def number_of(value: object) -> int:
    """Return a whole number of up to 64 bits; 0 for anything else."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int) and abs(value) <= LARGEST else 0


def bytes_of(value: object) -> bytes:
    """Return bytes; empty for anything else."""
    return value if isinstance(value, bytes) else b""


def moment_of(value: object) -> str:
    """Return a date as RFC 3339 in UTC, which is what property lists mean; empty for anything else."""
    if not isinstance(value, datetime):
        return ""
    try:
        return written(value.replace(tzinfo=UTC))
    except (OverflowError, ValueError):
        return ""
