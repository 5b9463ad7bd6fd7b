"""What each program sent and received, out of DataUsage.sqlite.

References: tables `ZPROCESS` and `ZLIVEUSAGE`; `ZPROCNAME` is "program/bundle id" or the program alone.
"""

from collections.abc import Iterator

from checkup.model.iphone import ProcessTraffic
from checkup.parse.moment import apple
from checkup.parse.tables import Tables, UnknownColumns, real_number, text

_COUNTS = ("ZWIFIIN", "ZWWANIN", "ZWIFIOUT", "ZWWANOUT")


def traffic(tables: Tables, where: str) -> Iterator[ProcessTraffic]:
    """Yield every program with its traffic; raises UnknownColumns, NotDatabase."""
    if "ZPROCNAME" not in tables.columns("ZPROCESS"):
        raise UnknownColumns
    received: dict[object, float] = {}
    sent: dict[object, float] = {}
    for process, wifi_in, mobile_in, wifi_out, mobile_out in tables.rows(
        "ZLIVEUSAGE", "ZHASPROCESS", *_COUNTS
    ):
        received[process] = received.get(process, 0) + real_number(wifi_in) + real_number(mobile_in)
        sent[process] = sent.get(process, 0) + real_number(wifi_out) + real_number(mobile_out)
    for number, bundle, name, first, last in tables.rows(
        "ZPROCESS", "Z_PK", "ZBUNDLENAME", "ZPROCNAME", "ZFIRSTTIMESTAMP", "ZTIMESTAMP"
    ):
        process, _, of_bundle = text(name).partition("/")
        yield ProcessTraffic(
            process=process,
            bundle_id=text(bundle) or of_bundle,
            received=int(min(received.get(number, 0), 2**62)),
            sent=int(min(sent.get(number, 0), 2**62)),
            since=apple(real_number(first)),
            last=apple(real_number(last)),
            seen_in=where,
        )
