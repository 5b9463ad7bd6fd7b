"""Links in messages and notes, counted by host. Only addresses are taken out; no text is kept.

References: sms.db, table `message` (`text`, or `attributedBody` since iOS 16; time in seconds since 2001,
nanoseconds since iOS 11); NoteStore.sqlite, whose notes are packed with gzip (`ZICNOTEDATA`).
"""

import re
import zlib
from collections.abc import Callable, Iterator

from checkup.model.web_trace import LinkedHost, LinkPlace
from checkup.parse.iphone.addresses import Hosts, links
from checkup.parse.moment import apple
from checkup.parse.tables import LeftOut, Tables, UnknownColumns, real_number

MOST_NOTE = 8 * 1024 * 1024
_LINK_BYTES = re.compile(rb"https?://[\x21\x23-\x26\x28-\x3b\x3d\x3f-\x7e]{1,2000}", re.IGNORECASE)


def message_links(tables: Tables, where: str) -> Iterator[LinkedHost]:
    """Yield the hosts linked in messages; raises UnknownColumns, NotDatabase."""
    if not {"text", "attributedBody"} & tables.columns("message"):
        raise UnknownColumns
    hosts = Hosts()
    for text, body, when in tables.rows("message", "text", "attributedBody", "date"):
        for url in _of(text, body):
            if (met := hosts.of(url)) is not None:
                met.add(real_number(when))
    yield from linked(hosts, LinkPlace.MESSAGE, where, apple)


def note_links(tables: Tables, where: str) -> Iterator[LinkedHost]:
    """Yield the hosts linked in notes; raises UnknownColumns, NotDatabase."""
    if "ZDATA" not in tables.columns("ZICNOTEDATA"):
        raise UnknownColumns
    hosts = Hosts()
    for (data,) in tables.rows("ZICNOTEDATA", "ZDATA"):
        for url in _in_bytes(_unpacked(data)):
            if (met := hosts.of(url)) is not None:
                met.add(0.0)
    yield from linked(hosts, LinkPlace.NOTE, where, apple)


def linked(
    hosts: Hosts, place: LinkPlace, where: str, moment: Callable[[float], str]
) -> Iterator[LinkedHost]:
    """Yield what was counted as observations."""
    for host, met in hosts.met.items():
        yield LinkedHost(
            place=place,
            host=host,
            url=met.url,
            count=met.count,
            first=moment(met.first),
            last=moment(met.last),
            seen_in=where,
        )
    if hosts.left_out:
        raise LeftOut(hosts.left_out)


def _of(text: object, body: object) -> Iterator[str]:
    if isinstance(text, str) and text:
        if "://" in text:
            yield from links(text)
    elif isinstance(body, bytes):
        yield from _in_bytes(body)


def _in_bytes(data: bytes) -> Iterator[str]:
    for found in _LINK_BYTES.finditer(data):
        yield found[0].decode("ascii").rstrip(".,;:!?)]}")


def _unpacked(data: object) -> bytes:
    if not isinstance(data, bytes):
        return b""
    try:
        return zlib.decompressobj(wbits=31).decompress(data, MOST_NOTE)
    except zlib.error:
        return b""  # a locked note: encrypted with a password of its own
