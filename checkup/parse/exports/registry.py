"""The readers of all formats, and how a file's first bytes choose one: by content, never by name.

The list is written out: looking through folders gave an empty one in a built program.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from checkup.parse.exports import (
    address_hints,
    apple,
    discord,
    facebook,
    facebook_labelled,
    google_access,
    google_android,
    google_chrome,
    google_devices,
    google_subscriber,
    instagram,
    linkedin,
    netflix,
    reddit,
    snapchat,
    spotify,
    telegram,
    tiktok,
    whatsapp,
    x,
)
from checkup.parse.exports.reader import FromRow, JsonReader, LinesReader, PageReader, TableReader
from checkup.parse.exports.table import BETWEEN, encoding_of, first_rows
from checkup.parse.exports.twins import Twin, is_page, twin_page, twin_text

TABLES: tuple[TableReader, ...] = (
    google_access.READER,
    google_devices.READER,
    apple.DEVICES,
    apple.SIGN_ONS,
    apple.COMPUTERS,
    apple.FAMILY,
    apple.ACCOUNT,
    apple.REQUESTS,
    linkedin.READER,
    linkedin.ADDRESSES,
    reddit.READER,
    reddit.NUMBER,
    reddit.IDENTITIES,
    netflix.WATCHING,
    netflix.SIGN_INS,
    netflix.DEVICES,
    netflix.ACCESS,
    netflix.PROFILES,
    address_hints.AMAZON,
    address_hints.RING,
    address_hints.UBER,
)
DOCUMENTS: tuple[JsonReader, ...] = (
    facebook.READER,
    instagram.READER,
    google_chrome.READER,
    snapchat.READER,
    x.READER,
    whatsapp.READER,
    whatsapp.ACTIVITIES,
    spotify.READER,
    telegram.READER,
    tiktok.READER,
    facebook_labelled.LABELLED,
)
PAGES: tuple[PageReader, ...] = (google_subscriber.READER, google_android.READER)
LINES: tuple[LinesReader, ...] = (discord.READER,)

_SCRIPT = re.compile(rb"\s*(?:window|var|const|let)\b[^=\[{]{0,200}=")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTable:
    """A table with its reader; `skip` rows stand before the first row of values."""

    service: str
    from_row: FromRow
    skip: int
    encoding: str
    between: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocument:
    """A JSON document with its reader; `skip` bytes of script stand before it."""

    reader: JsonReader
    skip: int = 0


Opened = OpenTable | OpenDocument | PageReader | LinesReader | Twin


def opened(head: bytes) -> Opened | None:
    """Return what reads a file that begins with these bytes, or None where no format fits."""
    kinds: tuple[Callable[[bytes], Opened | None], ...] = (
        _script,
        _lines,
        _document,
        _page,
        twin_text,
        _table,
    )
    return next((found for kind in kinds if (found := kind(head)) is not None), None)


def _script(head: bytes) -> Opened | None:
    found = _SCRIPT.match(head)
    if not found:
        return None
    document = _document(head[found.end() :])
    if not isinstance(document, OpenDocument):
        return None
    return OpenDocument(reader=document.reader, skip=found.end())


def _lines(head: bytes) -> Opened | None:
    if not head.lstrip().startswith(b'{"event_'):
        return None
    return next(iter(LINES)) if b'"event_type"' in head else None


def _document(head: bytes) -> Opened | None:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not bare.startswith((b"{", b"[")):
        return None
    skip = 3 if head.startswith(b"\xef\xbb\xbf") else 0
    for reader in DOCUMENTS:
        if any(mark.encode() in bare for mark in reader.marks) and reader.fits(bare):
            return OpenDocument(reader=reader, skip=skip)
    return None


def _page(head: bytes) -> Opened | None:
    if not is_page(head):
        return None
    text = head.decode("utf-8", errors="replace")
    reader = next((one for one in PAGES if one.recognises(text)), None)
    return reader or twin_page(head)


def _table(head: bytes) -> Opened | None:
    encoding = encoding_of(head)
    kinds = (_table_parted(head, encoding, between) for between in BETWEEN)
    return next((found for found in kinds if found is not None), None)


def _table_parted(head: bytes, encoding: str, between: str) -> Opened | None:
    rows = first_rows(head, encoding, between)
    for number, header in enumerate(rows):
        following = rows[number + 1] if number + 1 < len(rows) else []
        for reader in TABLES:
            if (from_row := reader.opens(header, following)) is not None:
                return OpenTable(
                    service=reader.service,
                    from_row=from_row,
                    skip=number + 1,
                    encoding=encoding,
                    between=between,
                )
    return None
