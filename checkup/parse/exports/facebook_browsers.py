"""Facebook: times by browser, known by its cookie `datr` alone, which is mostly hidden (`abcd****`).

No device stands beside it: the rows join the device of a session with the same cookie, if there is one.
References: models of three public importers for browser_cookies.json (older: datr_cookie_info.json).
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.facebook_row import browser
from checkup.parse.exports.moment import of_seconds
from checkup.parse.exports.reader import FromItem, Rows
from checkup.parse.exports.shape import cut
from checkup.parse.tree import Node


def _used(path: str, item: Node) -> Rows:
    del path
    for cookie, times in item.items():
        if not isinstance(times.value, list):
            yield 1
        for time in times.nodes():
            yield _at(time, cookie)


def _at(time: Node, cookie: str) -> SignInRecord | int:
    moment, seen = of_seconds(time.value), browser(cookie)
    if not moment.when:
        return 1
    return SignInRecord(
        service="facebook",
        kind=SignInKind.USE,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=True,
        app=cut(f"datr {seen}…") if seen else "datr",
        browser=seen,
    )


BROWSERS: dict[str, FromItem] = {"datr_stats.*": _used, "datr_stats_v2.*": _used}
