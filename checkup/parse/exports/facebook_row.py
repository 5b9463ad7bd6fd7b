"""One row of Facebook's files: what every item has in common, and the session inside it.

Text is UTF-8 written as Latin-1 and is repaired. Times are Unix seconds.
References: RLEAPP, facebookArchive.py; UDX, test/data/json/facebook; D4.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_seconds
from checkup.parse.exports.reader import Rows
from checkup.parse.exports.shape import address, cut, mended
from checkup.parse.tree import Node

LEAST_SEEN = 4
MOST_SEEN = 8
"""A whole cookie is cut here: it says enough to tell browsers apart, and no more is kept."""


def text(item: Node, *path: str) -> str:
    """Return a repaired text of an item, or ""."""
    return cut(mended(item.at(*path).text))


def browser(written: str) -> str:
    """Return the part of a browser's cookie that can be seen (`abcd****`), or "" where too little is."""
    seen = written.strip().rstrip("*")
    return seen[:MOST_SEEN] if len(seen) >= LEAST_SEEN else ""


def record(item: Node, kind: SignInKind, when: object, **more: object) -> Rows:
    """Yield one record of an item and of the session inside it; one that says nothing is not read."""
    moment = of_seconds(when)
    found = {
        "ip": address(item.at("ip_address").text or item.at("ip").text),
        "user_agent": text(item, "user_agent"),
        **more,
    }
    if not moment.raw and not any(found.values()):
        yield 1
        return
    yield SignInRecord(
        service="facebook",
        kind=kind,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        browser=browser(text(item, "datr_cookie")),
        **found,  # type: ignore[arg-type]
    )
