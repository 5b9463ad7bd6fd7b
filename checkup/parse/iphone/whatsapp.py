"""Links in WhatsApp's messages on an iPhone, counted by host; no text is kept.

A link stands in the message itself, in what is shown of the page under it (`ZWAMESSAGEDATAITEM`), or below
a picture (`ZWAMEDIAITEM`); one host of a message and its preview is counted once, in the message.

References: ChatStorage.sqlite, Core Data: ZWAMESSAGE (`ZTEXT`, `ZMESSAGEDATE` in seconds since 2001),
ZWAMEDIAITEM (`ZTITLE`: what is written below a picture), ZWAMESSAGEDATAITEM (`ZCONTENT1`, `ZMATCHEDTEXT`:
the address of a preview). `ZMEDIAURL` is left alone: the addresses of WhatsApp's own servers.
"""

from collections.abc import Iterator

from checkup.model.web_trace import LinkedHost, LinkPlace
from checkup.parse.iphone.addresses import Hosts, links
from checkup.parse.iphone.messages import linked
from checkup.parse.moment import apple
from checkup.parse.tables import Tables, UnknownColumns, real_number

_BESIDE = (("ZWAMEDIAITEM", ("ZTITLE",)), ("ZWAMESSAGEDATAITEM", ("ZCONTENT1", "ZMATCHEDTEXT")))


def whatsapp_links(tables: Tables, where: str) -> Iterator[LinkedHost]:
    """Yield the hosts linked in messages; raises UnknownColumns, NotDatabase."""
    if "ZTEXT" not in tables.columns("ZWAMESSAGE"):
        raise UnknownColumns
    hosts = Hosts()
    for text, when in tables.rows("ZWAMESSAGE", "ZTEXT", "ZMESSAGEDATE"):
        _count(hosts, text, real_number(when))
    written = frozenset(hosts.met)
    for table, columns in _BESIDE:
        for texts in tables.rows(table, *columns):
            for text in dict.fromkeys(texts):
                _count(hosts, text, 0.0, but=written)
    yield from linked(hosts, LinkPlace.WHATSAPP, where, apple)


def _count(hosts: Hosts, text: object, when: float, but: frozenset[str] = frozenset()) -> None:
    if isinstance(text, str) and "://" in text:
        for url in links(text):
            if url.split("/", 3)[2] not in but and (met := hosts.of(url)) is not None:
                met.add(when)
