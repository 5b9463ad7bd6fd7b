"""Property lists of Apple's, binary and text, from an untrusted place.

The standard library refuses entities, and its binary reader asks for no more than the file holds;
what it still lets through (depth, odd numbers) ends here as one error. A list that holds itself is
possible: nothing here walks deeper than it is asked to.
References: Apple's CFBinaryPList.c; docs.python.org, plistlib.
"""

import plistlib
from datetime import UTC, datetime
from typing import TypeAlias
from xml.parsers.expat import ExpatError

from checkup.model.clock import written

MOST = 64 * 1024 * 1024

Dict: TypeAlias = dict[str, object]


class NotPlist(Exception):
    """The bytes are no property list, or a damaged or a hostile one."""


def plist(data: bytes) -> object:
    """Return what a property list holds; raises NotPlist."""
    if len(data) > MOST:
        raise NotPlist
    try:
        held: object = plistlib.loads(data)
    except (ValueError, OverflowError, AttributeError, TypeError, LookupError, EOFError) as wrong:
        raise NotPlist from wrong
    except (ExpatError, RecursionError, MemoryError) as wrong:
        raise NotPlist from wrong
    return held


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
    """Return a whole number; 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


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
