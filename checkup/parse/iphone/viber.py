"""Links in Viber's messages on an iPhone, counted by host; no text is kept.

References: Contacts.data, Core Data: ZVIBERMESSAGE (`ZTEXT`; `ZDATE`, in some versions only `ZSTATEDATE`,
in seconds since 2001).
"""

from collections.abc import Iterator

from checkup.model.web_trace import LinkedHost, LinkPlace
from checkup.parse.iphone.addresses import Hosts, links
from checkup.parse.iphone.messages import linked
from checkup.parse.moment import apple
from checkup.parse.tables import Tables, UnknownColumns, real_number


def viber_links(tables: Tables, where: str) -> Iterator[LinkedHost]:
    """Yield the hosts linked in messages; raises UnknownColumns, NotDatabase."""
    if "ZTEXT" not in tables.columns("ZVIBERMESSAGE"):
        raise UnknownColumns
    hosts = Hosts()
    for text, when, changed in tables.rows("ZVIBERMESSAGE", "ZTEXT", "ZDATE", "ZSTATEDATE"):
        if isinstance(text, str) and "://" in text:
            for url in links(text):
                if (met := hosts.of(url)) is not None:
                    met.add(real_number(when) or real_number(changed))
    yield from linked(hosts, LinkPlace.VIBER, where, apple)
